// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "capture/hint.h"
#include "core/time.h"

namespace kith::capture {

/// Keeps a hint from flickering: another one is shown when it has held for a moment, or when the one that is
/// shown has not been right for longer. Good news is told at once.
class HintFilter {
 public:
  Hint Show(Hint hint, Instant at) {
    using namespace std::chrono_literals;
    constexpr auto kHolds = 200ms;
    constexpr auto kOutdated = 700ms;
    if (!right_) right_ = at;
    if (hint != candidate_) {
      candidate_ = hint;
      since_ = at;
    }
    if (hint == shown_) right_ = at;
    if (hint == Hint::kGot || at - since_ >= kHolds || at - *right_ >= kOutdated) {
      shown_ = hint;
      right_ = at;
    }
    return shown_;
  }

  Hint shown() const { return shown_; }

 private:
  Hint shown_ = Hint::kShowCard;
  Hint candidate_ = Hint::kShowCard;
  Instant since_{};
  std::optional<Instant> right_;  // when `shown_` was last right
};

}  // namespace kith::capture
