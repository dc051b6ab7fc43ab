// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.h"

namespace kith {

/// Port: what time it is. Injected, so that tests can set it. Safe to call from every thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
  /// The day that it is now where the host is.
  virtual Day Today() const = 0;
  /// The day that it is at `instant` where the host is.
  virtual Day DayAt(Instant instant) const = 0;
};

}  // namespace kith
