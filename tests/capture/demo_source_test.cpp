// SPDX-License-Identifier: Apache-2.0
#include "capture/demo_source.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

std::vector<Image> PictureOfTwo() {
  return {imaging::ToImage(test::DrawCard({.seed = 1})),
          imaging::ToImage(test::DrawCard({.paper = {90, 60, 50}, .ink = {240, 240, 240}, .seed = 2}))};
}

TEST(DemoFrame, IsTheSameEveryTimeItIsDrawn) {
  const std::vector<Image> cards = PictureOfTwo();
  for (const std::int64_t index : {0, 17, 55, 90, 119, 1000}) {
    const Image first = DrawDemoFrame(cards, index), second = DrawDemoFrame(cards, index);
    EXPECT_EQ(first.width(), 1280);
    EXPECT_EQ(first.height(), 720);
    EXPECT_TRUE(std::ranges::equal(first.pixels(), second.pixels())) << index;
  }
}

TEST(DemoFrame, ShowsTheHeldCardWhereItSaysAndTheFinderSeesIt) {
  const std::vector<Image> cards = PictureOfTwo();
  for (std::int64_t index = 0; index < 4 * kDemoFramesPerCard; index += 13) {
    if (!DemoCardIsHeld(index)) continue;
    const auto found = FindCards(DrawDemoFrame(cards, index), FinderOptions::OfCamera());
    ASSERT_FALSE(found.empty()) << index;
    const Image& card = cards[static_cast<std::size_t>(index / kDemoFramesPerCard) % 2];
    EXPECT_LT(CornerError(found[0].corners, DemoCardCorners(card, index)), 0.01) << index;
  }
}

TEST(DemoFrame, HoldsTheCardStillAndMovesItOtherwise) {
  const Image card = PictureOfTwo()[0];
  for (std::int64_t index = 0; index < 2 * kDemoFramesPerCard; ++index) {
    const double motion = CornerError(DemoCardCorners(card, index), DemoCardCorners(card, index + 1));
    const bool held = DemoCardIsHeld(index) && DemoCardIsHeld(index + 1);
    EXPECT_TRUE(!held || motion < 0.005) << index;
  }
  EXPECT_GT(CornerError(DemoCardCorners(card, 10), DemoCardCorners(card, 40)), 0.2);
}

TEST(DemoFrame, LeavesTheTableEmptyBetweenCards) {
  const std::vector<Image> cards = PictureOfTwo();
  EXPECT_TRUE(FindCards(DrawDemoFrame(cards, kDemoFramesPerCard - 3), FinderOptions::OfCamera()).empty());
}

}  // namespace
}  // namespace kith::capture
