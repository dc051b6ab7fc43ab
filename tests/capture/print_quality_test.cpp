// SPDX-License-Identifier: Apache-2.0
#include "capture/print_quality.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using test::Blurred;
using test::GrayCard;

TEST(Sharpness, FallsWithBlurAndNotWithLight) {
  const cv::Mat card = GrayCard();
  EXPECT_GT(Sharpness(card), 0.55);
  EXPECT_LT(Sharpness(Blurred(card, 2)), 0.8 * Sharpness(card));
  EXPECT_LT(Sharpness(Blurred(card, 3)), 0.33);
  EXPECT_NEAR(Sharpness(card * 0.4), Sharpness(card), 0.05);
}

TEST(Light, IsThatOfWhatIsBrightest) {
  EXPECT_NEAR(Light(GrayCard({.paper = {200, 200, 200}})), 200, 3);
  EXPECT_LT(Light(GrayCard() * 0.15), 45);
  EXPECT_GT(Light(GrayCard({.paper = {20, 20, 20}, .ink = {140, 140, 140}})), 45)
      << "a black card isn't dark";
}

}  // namespace
}  // namespace kith::capture
