// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <map>
#include <vector>

#include "core/time.h"

namespace kith::followup {

/// On which days the host follows up, and how much on one.
struct Calendar {
  std::bitset<7> skipped_weekdays = {};  ///< by std::chrono::weekday::c_encoding(): 0 is Sunday
  std::vector<Day> holidays = {};
  std::vector<std::chrono::month_day> yearly_holidays = {};  ///< "25 December", whatever the year
  int per_day = 8;                                           ///< at most that many a day

  /// Whether nothing is planned for that day.
  bool Skips(Day day) const;
};

/// The first day on `day` or after it that isn't skipped. `day` itself if a whole year would be: a calendar
/// without any day is a slip, and nothing may be lost over it.
Day NextDay(const Calendar& calendar, Day day);

/// How many follow-ups the days have already.
class DayLoad {
 public:
  void Add(Day day, int count = 1) { counts_[day] += count; }
  int On(Day day) const;
  /// The first day on `earliest` or after it that isn't skipped and has room; one more is on it then.
  Day Place(const Calendar& calendar, Day earliest);

 private:
  std::map<Day, int> counts_;
};

}  // namespace kith::followup
