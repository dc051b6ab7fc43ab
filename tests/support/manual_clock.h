// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/mutex.h"

namespace kith::test {

/// When a ManualClock begins: on a Monday, in the evening.
inline constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
inline constexpr Instant kNow = std::chrono::sys_days(kToday) + std::chrono::hours(18);

/// A clock that stands still until the test moves it.
class ManualClock : public Clock {
 public:
  Instant Now() const override {
    const MutexLock lock(mutex_);
    return now_;
  }
  Day Today() const override {
    const MutexLock lock(mutex_);
    return today_;
  }

  /// The test's host lives in UTC.
  Day DayAt(Instant instant) const override { return Day(std::chrono::floor<std::chrono::days>(instant)); }

  void SetNow(Instant now) {
    const MutexLock lock(mutex_);
    now_ = now;
  }
  void SetToday(Day today) {
    const MutexLock lock(mutex_);
    today_ = today;
  }
  /// Moves the moment only; the day is the test's to set.
  void Advance(std::chrono::milliseconds duration) {
    const MutexLock lock(mutex_);
    now_ += duration;
  }

 private:
  mutable Mutex mutex_;
  Instant now_ KITH_GUARDED_BY(mutex_) = kNow;
  Day today_ KITH_GUARDED_BY(mutex_) = kToday;
};

}  // namespace kith::test
