// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

namespace kith::capture {

/// How long to wait before a camera that failed is opened again: longer each time, so that one that stays
/// away costs nothing, and short again once it worked.
class RetryPause {
 public:
  static constexpr std::chrono::milliseconds kFirst{500};
  static constexpr std::chrono::milliseconds kLongest{8000};

  std::chrono::milliseconds Next() { return std::exchange(next_, std::min(next_ * 2, kLongest)); }
  void Reset() { next_ = kFirst; }

 private:
  std::chrono::milliseconds next_ = kFirst;
};

}  // namespace kith::capture
