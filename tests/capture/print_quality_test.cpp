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

/// A soft spot of light.
cv::Mat Shining(const cv::Mat& card, cv::Point centre) {
  cv::Mat spot = cv::Mat::zeros(card.size(), CV_8U);
  cv::ellipse(spot, centre, {110, 60}, 20, 0, 360, {255}, cv::FILLED);
  return card + 2 * Blurred(spot, 30);
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

TEST(GlareOverPrint, SeesALampOverTheText) {
  EXPECT_GT(GlareOverPrint(Shining(Card({.paper = {190, 190, 190}}), {300, 430})), 0.01);
  EXPECT_GT(GlareOverPrint(Shining(Card({.paper = {60, 60, 60}, .ink = {220, 220, 220}}), {300, 430})), 0.01);
}

TEST(GlareOverPrint, LetsGlareBeWhereNothingIsPrinted) {
  EXPECT_EQ(GlareOverPrint(Shining(Card({.paper = {190, 190, 190}}), {880, 90})), 0);
}

TEST(GlareOverPrint, IsNotFooledByWhatIsWhite) {
  EXPECT_EQ(GlareOverPrint(Card()), 0);
  EXPECT_EQ(GlareOverPrint(Card({.paper = {255, 255, 255}})), 0);
  EXPECT_EQ(GlareOverPrint(Card({.paper = {60, 60, 60}, .ink = {255, 255, 255}})), 0);
  cv::Mat panel = Card({.paper = {170, 170, 170}});
  cv::rectangle(panel, {60, 350, 500, 200}, {255}, cv::FILLED);
  EXPECT_EQ(GlareOverPrint(Blurred(panel, 1)), 0) << "a white panel has hard edges";
}

}  // namespace
}  // namespace kith::capture
