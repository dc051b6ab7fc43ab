// SPDX-License-Identifier: Apache-2.0
#include "capture/print_quality.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

cv::Mat Card(const test::CardLook& look = {}) {
  cv::Mat gray;
  cv::cvtColor(test::DrawCard(look), gray, cv::COLOR_BGR2GRAY);
  return gray;
}

cv::Mat Blurred(const cv::Mat& card, double sigma) {
  cv::Mat blurred;
  cv::GaussianBlur(card, blurred, {0, 0}, sigma);
  return blurred;
}

TEST(Sharpness, FallsWithBlurAndNotWithLight) {
  const cv::Mat card = Card();
  EXPECT_GT(Sharpness(card), 0.55);
  EXPECT_LT(Sharpness(Blurred(card, 2)), 0.8 * Sharpness(card));
  EXPECT_LT(Sharpness(Blurred(card, 3)), 0.33);
  EXPECT_NEAR(Sharpness(card * 0.4), Sharpness(card), 0.05);
}

TEST(Light, IsThatOfWhatIsBrightest) {
  EXPECT_NEAR(Light(Card({.paper = {200, 200, 200}})), 200, 3);
  EXPECT_LT(Light(Card() * 0.15), 45);
  EXPECT_GT(Light(Card({.paper = {20, 20, 20}, .ink = {140, 140, 140}})), 45) << "a black card isn't dark";
}

}  // namespace
}  // namespace kith::capture
