// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

/// How long what was captured at an event is kept, and what for.
struct EventRetention {
  std::string purpose = {};                 ///< what guests are told: "To send the slides"
  std::optional<Day> expires = {};          ///< from that day on nothing of it is kept; nullopt: never
  std::optional<int> card_image_days = {};  ///< card images go so many days after review; nullopt: they stay

  friend bool operator==(const EventRetention&, const EventRetention&) = default;
};

/// What was erased because its time had come.
struct RetentionReport {
  int contacts = 0;
  int captures = 0;     ///< that nobody had reviewed
  int card_images = 0;  ///< of contacts that stay

  friend bool operator==(const RetentionReport&, const RetentionReport&) = default;
};

/// What was written for other tools or handed to them, with whom it held.
struct ExportRecord {
  Instant when{};
  std::string format;  ///< "vcard", …: ExportFormatName; "carddav", "mail", "person"
  std::string path;    ///< of the file; or where else it went, in words or as an address
  std::vector<ContactId> contacts = {};

  friend bool operator==(const ExportRecord&, const ExportRecord&) = default;
};

/// Port: how long things are kept, and where they went. One object a thread.
class RetentionStore {
 public:
  virtual ~RetentionStore() = default;
  virtual Result<EventRetention> GetEventRetention(EventId id) = 0;
  /// kInvalidInput for a negative number of days.
  virtual Result<void> SetEventRetention(EventId id, const EventRetention& retention) = 0;
  /// The contact's own day comes before its event's; nullopt: when the event expires.
  virtual Result<void> SetEraseOn(ContactId id, std::optional<Day> day) = 0;
  /// Erases all whose day has come, by `today`; to be called daily.
  virtual Result<RetentionReport> EraseDue(Day today) = 0;

  virtual Result<void> RecordExport(const ExportRecord& record) = 0;
  /// Newest first, without the other contacts; answers for erased contacts, too.
  virtual Result<std::vector<ExportRecord>> ExportsWith(ContactId id) = 0;
  /// Whether there was such a contact and it was erased.
  virtual Result<bool> WasErased(ContactId id) = 0;
};

}  // namespace kith
