// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/follow_up.h"
#include "core/ids.h"
#include "core/time.h"

namespace kith::exchange {

enum class CalendarForm { kEvent, kTask };

enum class CalendarState {
  kOpen,
  kDone,
  kCancelled,  ///< of Kith's own: skipped
};

/// One VEVENT or VTODO, as far as a follow-up can carry it.
struct CalendarEntry {
  CalendarForm form = CalendarForm::kTask;
  std::string uid = {};  ///< a follow-up's id in Kith's own
  std::string summary = {};
  std::string description = {};
  std::optional<Day> day = {};  ///< a task's DUE, else DTSTART; an event's DTSTART
  CalendarState state = CalendarState::kOpen;
  std::optional<Day> done_on = {};
  int sequence = 0;
  std::optional<Instant> last_modified = {};
  std::optional<FollowUpKind> kind = {};  ///< X-KITH-KIND
  std::optional<ContactId> contact = {};  ///< X-KITH-CONTACT
  bool repeats = false;                   ///< it has a RRULE: `day` is the first of many

  friend bool operator==(const CalendarEntry&, const CalendarEntry&) = default;
};

}  // namespace kith::exchange
