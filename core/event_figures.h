// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"

namespace kith {

struct HourCount {
  Instant hour{};  ///< when it began
  int count = 0;

  friend bool operator==(const HourCount&, const HourCount&) = default;
};

/// An event in numbers.
struct EventFigures {
  std::vector<HourCount> captures = {};  ///< in order; hours without one are left out
  int people = 0;                        ///< met there
  int checked_cards = 0;                 ///< that a person compared with their reading
  int fields = 0;                        ///< that were read on these
  int sure = 0;                          ///< of the fields: read without doubt
  int corrected = 0;                     ///< changed, taken away or added by a person
  int follow_ups_done = 0;
  int follow_ups_open = 0;
  int introductions = 0;  ///< made, of people met there

  friend bool operator==(const EventFigures&, const EventFigures&) = default;
};

/// Port: events in numbers. One object a thread.
class EventStatistics {
 public:
  virtual ~EventStatistics() = default;
  virtual Result<EventFigures> Of(EventId id) = 0;
};

}  // namespace kith
