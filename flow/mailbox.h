// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "core/mutex.h"

namespace kith::flow {

/// The only way back to the UI thread. Any thread posts; the UI thread drains once at the start of a frame
/// and handles what it got outside the lock. Nothing is dropped and the order of posting is kept.
template <typename T>
class Mailbox {
 public:
  /// `wake` is called after each Post, on the posting thread and outside the lock: it must be thread-safe and
  /// quick (glfwPostEmptyEvent). Empty: nobody is woken.
  explicit Mailbox(std::function<void()> wake = {}) : wake_(std::move(wake)) {}
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  void Post(T item) {
    {
      const MutexLock lock(mutex_);
      items_.push_back(std::move(item));
    }
    if (wake_) wake_();
  }

  std::vector<T> Drain() {
    std::vector<T> items;
    const MutexLock lock(mutex_);
    items.swap(items_);
    return items;
  }

 private:
  const std::function<void()> wake_;
  Mutex mutex_;
  std::vector<T> items_ KITH_GUARDED_BY(mutex_);
};

}  // namespace kith::flow
