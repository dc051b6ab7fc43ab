// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/clock.h"
#include "core/mutex.h"

namespace kith::test {

/// A clock that stands still until the test moves it. It begins at 2026-11-23T18:00:00Z, a Monday.
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
  static constexpr Day kFirstDay{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

  mutable Mutex mutex_;
  Instant now_ KITH_GUARDED_BY(mutex_) = std::chrono::sys_days(kFirstDay) + std::chrono::hours(18);
  Day today_ KITH_GUARDED_BY(mutex_) = kFirstDay;
};

}  // namespace kith::test
