// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "core/time.h"
#include "followup/queue.h"

namespace kith::followup {

/// What was shown of a day, kept between runs so that a day has no more notifications than the host wants.
struct Reminded {
  Day day{};
  int times_passed = 0;  ///< how many of the host's times were looked after
  int shown = 0;         ///< notifications

  friend bool operator==(const Reminded&, const Reminded&) = default;
};

struct ReminderDecision {
  bool show = false;
  Reminded after;  ///< to be kept, shown or not
};

/// Whether it is time for a notification. `times` are the host's, minutes since midnight, rising; several
/// that passed unseen (the machine was off) are one. Without anything due none is shown, and the time counts
/// as looked after.
ReminderDecision DecideReminder(const Reminded& before, std::span<const std::chrono::minutes> times,
                                int per_day, Day today, std::chrono::minutes time_of_day, bool anything_due);

/// One notification for all that is due: a title, and at most three lines.
struct ReminderText {
  std::string title;
  std::vector<std::string> lines;
};
ReminderText TextOfReminder(std::span<const QueueItem> today);

}  // namespace kith::followup
