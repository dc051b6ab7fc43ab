// SPDX-License-Identifier: Apache-2.0
#include "app/way_up.h"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <utility>

#include "capture/quad.h"
#include "capture/rectify.h"

namespace kith::app {
namespace {

/// How far the corners of a card that is held still move from one frame to the next, in parts of its side.
constexpr double kStill = 0.005;
/// And how far they drift until it is captured. Corners that are numbered another way are further off.
constexpr double kStaysNear = 0.05;

bool AreNear(const std::optional<Quad>& a, const std::optional<Quad>& b, double share) {
  if (!a || !b) return false;
  const double side = std::max(capture::Distance((*a)[0], (*a)[1]), capture::Distance((*a)[1], (*a)[2]));
  for (std::size_t i = 0; i < a->size(); ++i) {
    if (capture::Distance((*a)[i], (*b)[i]) > share * side) return false;
  }
  return true;
}

/// Whatever goes wrong in a library: the card is then kept as it was held.
template <typename Value, typename Function>
Value ValueOr(Value otherwise, Function function) {
  try {
    return function();
  } catch (const std::exception&) {
    return otherwise;
  }
}

}  // namespace

WayUp::WayUp(std::function<QuarterTurnsOf()> open)
    : thread_([this, open = std::move(open)](const std::stop_token& stop) { Work(open, stop); }) {}

void WayUp::See(const Image& frame, const Quad& corners) {
  const std::optional<Quad> before = std::exchange(last_, corners);
  if (asked_ && !AreNear(asked_, corners, kStaysNear)) asked_.reset();
  if (asked_ || !AreNear(before, corners, kStill)) return;
  const MutexLock lock(mutex_);
  if (busy_) return;
  asked_ = corners;
  Ask(capture::Rectify(frame, corners));
}

void WayUp::SeeNothing() {
  last_.reset();
  asked_.reset();
}

int WayUp::TurnsOf(const Image& card, const std::optional<Quad>& corners) {
  const bool ahead = AreNear(asked_, corners, kStaysNear);
  SeeNothing();
  const MutexLock lock(mutex_);
  if (!ahead) {
    while (busy_)
      changed_.wait(mutex_);
    Ask(card);
  }
  while (busy_)
    changed_.wait(mutex_);
  return answer_;
}

void WayUp::Ask(Image card) {
  question_ = std::move(card);
  busy_ = true;
  changed_.notify_all();
}

void WayUp::Work(const std::function<QuarterTurnsOf()>& open, const std::stop_token& stop) {
  const auto as_held = [](const Image&, const std::stop_token&) { return 0; };
  const QuarterTurnsOf turns_of = ValueOr(QuarterTurnsOf(as_held), open);
  const std::stop_callback wake(stop, [this] {
    const MutexLock lock(mutex_);
    changed_.notify_all();
  });
  while (true) {
    Image card;
    {
      const MutexLock lock(mutex_);
      while (!question_ && !stop.stop_requested())
        changed_.wait(mutex_);
      if (stop.stop_requested()) return;
      card = *std::exchange(question_, std::nullopt);
    }
    const int turns = ValueOr(0, [&] { return turns_of(card, stop); });
    const MutexLock lock(mutex_);
    answer_ = turns;
    busy_ = false;
    changed_.notify_all();
  }
}

}  // namespace kith::app
