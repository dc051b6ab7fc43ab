// SPDX-License-Identifier: Apache-2.0
#include "followup/reminders.h"

#include <algorithm>

namespace kith::followup {

ReminderDecision DecideReminder(const Reminded& before, std::span<const std::chrono::minutes> times,
                                int per_day, Day today, std::chrono::minutes time_of_day, bool anything_due) {
  ReminderDecision decision{.after = before};
  Reminded& after = decision.after;
  if (before.day != today) after = {.day = today};
  const auto passed = static_cast<int>(std::count_if(
      times.begin(), times.end(), [&](std::chrono::minutes time) { return time <= time_of_day; }));
  decision.show = passed > after.times_passed && anything_due && after.shown < per_day;
  after.times_passed = std::max(after.times_passed, passed);
  if (decision.show) ++after.shown;
  return decision;
}

ReminderText TextOfReminder(std::span<const QueueItem> today) {
  constexpr std::size_t kLines = 3;
  ReminderText text;
  text.title = today.size() == 1 ? "Somebody to think of today"
                                 : std::to_string(today.size()) + " people to think of today";
  for (const QueueItem& item : today.first(std::min(kLines, today.size())))
    text.lines.push_back(item.text);
  if (today.size() > kLines) text.lines.back() += " \u2026";
  return text;
}

}  // namespace kith::followup
