// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "core/mutex.h"

namespace kith::flow {

/// Hands the newest value over from one thread to another: what wasn't taken in time is replaced, so a slow
/// reader never makes memory grow. For preview frames.
template <typename T>
class LatestSlot {
 public:
  /// `wake`: as for Mailbox.
  explicit LatestSlot(std::function<void()> wake = {}) : wake_(std::move(wake)) {}
  LatestSlot(const LatestSlot&) = delete;
  LatestSlot& operator=(const LatestSlot&) = delete;

  void Put(T value) {
    std::optional<T> fresh(std::move(value));
    {
      const MutexLock lock(mutex_);
      value_.swap(fresh);  // the old value is destroyed outside the lock
    }
    if (wake_) wake_();
  }

  /// The newest value since the last Take, if there is one.
  std::optional<T> Take() {
    std::optional<T> taken;
    const MutexLock lock(mutex_);
    taken.swap(value_);
    return taken;
  }

 private:
  const std::function<void()> wake_;
  Mutex mutex_;
  std::optional<T> value_ KITH_GUARDED_BY(mutex_);
};

}  // namespace kith::flow
