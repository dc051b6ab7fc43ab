// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

#include "core/geometry.h"
#include "core/image.h"
#include "core/mutex.h"

namespace kith::app {

/// How many clockwise quarter turns make a card image upright.
using QuarterTurnsOf = std::function<int(const Image& card, std::stop_token stop)>;

/// Finds out which way up a card is, on a thread of its own and while the card is still being held still, so
/// that nobody waits for it afterwards. Made and called by one thread.
class WayUp {
 public:
  /// `open` is called once, on the thread that then calls what it gives.
  explicit WayUp(std::function<QuarterTurnsOf()> open);

  /// A card is seen there in this frame, and may be captured in one of the next.
  void See(const Image& frame, const Quad& corners);
  /// No card is seen, or none that isn't captured already.
  void SeeNothing();

  /// The answer for a card image; for one that was cut out at `corners` it may be there already.
  int TurnsOf(const Image& card, const std::optional<Quad>& corners);

 private:
  void Work(const std::function<QuarterTurnsOf()>& open, const std::stop_token& stop);
  void Ask(Image card) KITH_REQUIRES(mutex_);

  std::optional<Quad> last_;   ///< where the card was in the frame before
  std::optional<Quad> asked_;  ///< where the one lay that was asked about ahead
  Mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Image> question_ KITH_GUARDED_BY(mutex_);
  bool busy_ KITH_GUARDED_BY(mutex_) = false;  ///< with a question
  int answer_ KITH_GUARDED_BY(mutex_) = 0;     ///< to the last question, unless busy
  std::jthread thread_;
};

}  // namespace kith::app
