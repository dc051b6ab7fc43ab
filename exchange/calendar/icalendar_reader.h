// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "exchange/calendar/entry.h"

namespace kith::exchange {

struct CalendarReading {
  std::size_t most_bytes = 32U << 20U;
  int most_depth = 8;  ///< of components within components
};

/// An entry that isn't taken.
struct RefusedEntry {
  int line = 0;  ///< on which it begins, from 1; 0: not known
  std::string reason;

  friend bool operator==(const RefusedEntry&, const RefusedEntry&) = default;
};

struct CalendarContents {
  std::vector<CalendarEntry> entries = {};
  std::vector<RefusedEntry> refused = {};

  friend bool operator==(const CalendarContents&, const CalendarContents&) = default;
};

/// The VEVENTs and VTODOs of iCalendar text (RFC 5545) of any program, one object or a whole calendar. A
/// moment in UTC is the day that it is where the host is, by `clock`; one in another zone, or in none, the
/// day that it is there. Of a series the changes of single days (RECURRENCE-ID) are passed over.
///
/// What can't be understood of an entry is passed over, but an entry without UID or with a broken day is
/// refused, and so is the last one of a file that breaks off. kUnreadable without a calendar, or beyond a
/// limit.
Result<CalendarContents> ReadCalendar(std::string_view text, const Clock& clock,
                                      const CalendarReading& reading);
inline Result<CalendarContents> ReadCalendar(std::string_view text, const Clock& clock) {
  return ReadCalendar(text, clock, {});
}

}  // namespace kith::exchange
