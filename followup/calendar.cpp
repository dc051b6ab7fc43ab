// SPDX-License-Identifier: Apache-2.0
#include "followup/calendar.h"

#include <algorithm>

namespace kith::followup {

bool Calendar::Skips(Day day) const {
  if (skipped_weekdays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()]) return true;
  if (std::find(holidays.begin(), holidays.end(), day) != holidays.end()) return true;
  const std::chrono::month_day of_year = day.month() / day.day();
  return std::find(yearly_holidays.begin(), yearly_holidays.end(), of_year) != yearly_holidays.end();
}

Day NextDay(const Calendar& calendar, Day day) {
  constexpr int kYear = 366;
  for (int ahead = 0; ahead <= kYear; ++ahead) {
    const Day candidate = AddDays(day, ahead);
    if (!calendar.Skips(candidate)) return candidate;
  }
  return day;
}

int DayLoad::On(Day day) const {
  const auto found = counts_.find(day);
  return found == counts_.end() ? 0 : found->second;
}

Day DayLoad::Place(const Calendar& calendar, Day earliest) {
  const int room = std::max(1, calendar.per_day);
  Day day = NextDay(calendar, earliest);
  while (On(day) >= room)
    day = NextDay(calendar, AddDays(day, 1));
  Add(day);
  return day;
}

}  // namespace kith::followup
