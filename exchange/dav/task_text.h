// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/clock.h"
#include "core/contact.h"
#include "core/follow_up.h"
#include "core/result.h"
#include "exchange/calendar/entry.h"
#include "exchange/contact_text.h"

namespace kith::exchange::dav {

/// A follow-up as a VTODO has it.
struct Task {
  CalendarEntry entry;
  /// What no standard property can carry, by the names of Kith's own: "X-KITH-PLAN". Absent: nothing is said.
  std::map<std::string, std::string> more = {};

  friend bool operator==(const Task&, const Task&) = default;
};

inline constexpr const char* kNote = "X-KITH-NOTE";
/// A Kith marked it done, and planned what comes next.
inline constexpr const char* kFollowedUp = "X-KITH-FOLLOWED-UP";

/// `contact` may be nullptr.
Task TaskOf(const FollowUp& follow_up, const Contact* contact, const EventNames& event_names);

/// What of the task is the follow-up's goes into it; what the task doesn't say stays.
void ApplyTask(const Task& task, FollowUp& follow_up);

/// kUnreadable if there isn't exactly one entry, kNotAllowed if it is no task.
Result<Task> ReadTask(const std::string& text, const Clock& clock);

/// `before`: the text that a server has, of which everything else is kept; empty: there is none.
Result<std::string> TaskText(const Task& task, const Clock& clock, const std::string& before = {});

}  // namespace kith::exchange::dav
