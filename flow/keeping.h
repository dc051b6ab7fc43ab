// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/event.h"
#include "core/result.h"
#include "core/retention.h"

/// How long what belongs to an event is kept, as text that a person edits, and back. Pure.
namespace kith::flow {

struct KeptEvent {
  Event event;
  EventRetention retention;

  friend bool operator==(const KeptEvent&, const KeptEvent&) = default;
};

struct KeepingEdit {
  std::string purpose = {};          ///< what guests are told
  std::string expires = {};          ///< "2027-03-31"; empty: never
  std::string card_image_days = {};  ///< "30"; empty: as long as the contact

  friend bool operator==(const KeepingEdit&, const KeepingEdit&) = default;
};

KeepingEdit EditOf(const EventRetention& retention);
/// kInvalidInput for what is no day to come, or no number of days.
Result<EventRetention> Edited(const KeepingEdit& edit, Day today);
/// "all of it until 31 March 2027, card pictures 30 days after review".
std::string KeepingText(const EventRetention& retention, Day today);
/// "1 contact, 2 cards that nobody reviewed, 3 pictures of cards".
std::string ErasedText(const RetentionReport& erased);

}  // namespace kith::flow
