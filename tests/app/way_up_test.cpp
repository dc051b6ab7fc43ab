// SPDX-License-Identifier: Apache-2.0
#include "app/way_up.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <semaphore>
#include <stop_token>
#include <vector>

#include <gtest/gtest.h>

namespace kith::app {
namespace {

constexpr Quad kThere = {Point{100, 100}, Point{600, 100}, Point{600, 400}, Point{100, 400}};

Quad Moved(const Quad& quad, double by) {
  Quad moved = quad;
  for (Point& corner : moved)
    corner.x += by;
  return moved;
}

/// Numbered from another corner on.
Quad Renumbered(const Quad& quad) {
  return {quad[2], quad[3], quad[0], quad[1]};
}

Image Frame() {
  return {1280, 720, PixelFormat::kBgr24, std::vector<std::uint8_t>(1280UL * 720 * 3)};
}

/// Answers how often it was asked, and waits for leave before.
class WayUpTest : public testing::Test {
 protected:
  int AnswerTo(const std::stop_token&) {
    asked_.release();
    may_answer_.acquire();
    return ++answers_;
  }
  /// Held still at `corners` from one frame to the next.
  void Hold(const Quad& corners) {
    way_up_.See(Frame(), corners);
    way_up_.See(Frame(), Moved(corners, 1));
  }

  std::counting_semaphore<> asked_{0}, may_answer_{0};
  std::atomic<int> answers_ = 0;
  WayUp way_up_{
      [this] { return [this](const Image&, const std::stop_token& stop) { return AnswerTo(stop); }; }};
};

TEST_F(WayUpTest, IsAskedOnceWhileACardIsHeldAndKnowsTheAnswerWhenItIsCaptured) {
  Hold(kThere);
  asked_.acquire();
  Hold(Moved(kThere, 3));
  may_answer_.release();
  EXPECT_EQ(way_up_.TurnsOf(Frame(), Moved(kThere, 4)), 1);
  EXPECT_EQ(answers_, 1);
}

TEST_F(WayUpTest, IsNotAskedAboutACardOnItsWay) {
  way_up_.See(Frame(), kThere);
  way_up_.See(Frame(), Moved(kThere, 40));
  way_up_.See(Frame(), Moved(kThere, 80));
  EXPECT_FALSE(asked_.try_acquire());
  may_answer_.release();
  EXPECT_EQ(way_up_.TurnsOf(Frame(), Moved(kThere, 80)), 1);
}

TEST_F(WayUpTest, IsAskedAgainAboutWhatWasNotSeenThere) {
  may_answer_.release(20);
  Hold(kThere);
  EXPECT_EQ(way_up_.TurnsOf(Frame(), std::nullopt), 2) << "of a picture";
  EXPECT_EQ(way_up_.TurnsOf(Frame(), kThere), 3) << "the other side of it";
  Hold(kThere);
  EXPECT_EQ(way_up_.TurnsOf(Frame(), Renumbered(kThere)), 5) << "cut out another way round";
  Hold(kThere);
  way_up_.SeeNothing();
  EXPECT_EQ(way_up_.TurnsOf(Frame(), kThere), 7) << "another card there";
  Hold(kThere);
  way_up_.See(Frame(), Moved(kThere, 90));
  EXPECT_EQ(way_up_.TurnsOf(Frame(), kThere), 9) << "moved away meanwhile";
}

}  // namespace
}  // namespace kith::app
