// SPDX-License-Identifier: Apache-2.0
#include "capture/printed_frame.h"

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

constexpr Quad kCard = {Point{0, 0}, Point{850, 0}, Point{850, 550}, Point{0, 550}};
constexpr double kUsual = 35;  // 3.5 mm

Quad Inset(double left, double top, double right, double bottom) {
  return {Point{left, top}, Point{850 - right, top}, Point{850 - right, 550 - bottom},
          Point{left, 550 - bottom}};
}

TEST(PrintedFrame, RunsAboutAsFarFromEachSide) {
  EXPECT_TRUE(MayBeFrameOf(Inset(kUsual, kUsual, kUsual, kUsual), kCard));
  EXPECT_TRUE(MayBeFrameOf(Inset(40, 30, 45, 35), kCard));
  EXPECT_FALSE(MayBeFrameOf(Inset(kUsual, kUsual, kUsual, 200), kCard));
  EXPECT_FALSE(MayBeFrameOf(Inset(kUsual, 0, kUsual, kUsual), kCard));
}

TEST(PrintedFrame, IsNotTheInnerEdgeOfANarrowShadow) {
  EXPECT_FALSE(MayBeFrameOf(Inset(12, 12, 12, 12), kCard));
}

TEST(PrintedFrame, MayLendSomeOfItsSidesToAnOutline) {
  EXPECT_TRUE(LiesCloselyIn(Inset(kUsual, 0, 0, 0), kCard));
  EXPECT_TRUE(LiesCloselyIn(kCard, kCard));
  EXPECT_FALSE(LiesCloselyIn(Inset(0, 0, 200, 0), kCard));
  EXPECT_FALSE(LiesCloselyIn(kCard, Inset(kUsual, kUsual, kUsual, kUsual)));
}

}  // namespace
}  // namespace kith::capture
