// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/sync_store.h"
#include "exchange/dav/plan.h"

namespace kith::exchange::dav {

struct LocalRecord {
  UuidBytes id{};
  std::string text;  ///< as Kith writes it for a server; the same record gives the same text
  bool is_settled = false;
};

/// What a text of the server is.
struct KnownText {
  UuidBytes id{};
  std::string name;  ///< for a person
  bool is_kiths = false;
};

/// Both ends after they were merged.
struct Reconciled {
  std::string ours;   ///< LocalRecord::text of what is here now
  std::string there;  ///< what should stand on the server
  /// What to remember of the server's text where `there` isn't it: something there wasn't taken yet.
  std::optional<std::string> remembered = {};
  bool changed_here = false;
  std::vector<std::string> contested = {};  ///< fields where the server's value waits as a suggestion
};

/// One kind of what is synchronised: contacts or follow-ups.
class Records {
 public:
  virtual ~Records() = default;
  virtual Result<std::vector<LocalRecord>> List() = 0;
  /// What is written where the server hasn't got the record: its text, maybe with more.
  virtual Result<std::string> NewText(const LocalRecord& record) { return record.text; }
  /// Of a record that List hasn't got.
  virtual Result<Absence> WhyAbsent(const UuidBytes& id) = 0;
  /// kUnreadable for what Kith doesn't understand, kNotAllowed for what isn't for Kith; neither is touched.
  virtual Result<KnownText> Know(const std::string& text, bool is_kiths) = 0;
  /// Merges what is here with `remote`; `agreed` has the texts that both ends had the last time, empty ones
  /// if they never had. What changes here is stored, unless the direction forbids it. kNotAllowed: it was
  /// changed here in the meantime.
  virtual Result<Reconciled> Reconcile(const SyncedItem& agreed, const std::string& remote,
                                       Direction direction) = 0;
  virtual Result<Reconciled> TakeHere(const KnownText& known, const std::string& remote) = 0;
  /// For Absence::kMerged.
  virtual Result<void> FoldIn(const UuidBytes& id, const std::string& remote, bool is_kiths) = 0;
  virtual Result<void> Remove(std::span<const UuidBytes> ids) = 0;
};

}  // namespace kith::exchange::dav
