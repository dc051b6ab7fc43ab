// SPDX-License-Identifier: Apache-2.0
#include "ocr/preparation.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace kith::ocr {
namespace {

/// A bar as wide as a stroke of text, on paper.
cv::Mat PaperWithStroke(const cv::Scalar& paper, const cv::Scalar& ink) {
  cv::Mat picture(600, 1000, CV_8UC3, paper);
  cv::rectangle(picture, {400, 200, 6, 40}, ink, cv::FILLED);
  return picture;
}

constexpr int kStrokeX = 403;
constexpr int kStrokeY = 220;

void ExpectDarkOnWhite(const cv::Mat& text) {
  EXPECT_LT(text.at<uchar>(kStrokeY, kStrokeX), 10);
  EXPECT_GT(text.at<uchar>(50, 50), 245);
}

TEST(DifferenceFromBackground, MakesDarkTextOnLightPaperDarkOnWhite) {
  ExpectDarkOnWhite(DifferenceFromBackground(PaperWithStroke({230, 240, 240}, {30, 30, 30})));
}

TEST(DifferenceFromBackground, MakesLightTextOnDarkPaperDarkOnWhite) {
  ExpectDarkOnWhite(DifferenceFromBackground(PaperWithStroke({60, 30, 20}, {240, 240, 240})));
}

TEST(DifferenceFromBackground, SeesColoursOfOneBrightness) {
  ExpectDarkOnWhite(DifferenceFromBackground(PaperWithStroke({40, 117, 60}, {40, 60, 172})));
}

TEST(DifferenceFromBackground, LeavesOutSlowChangesOfThePaper) {
  cv::Mat picture = PaperWithStroke({200, 200, 200}, {40, 40, 40});
  for (int x = 0; x < picture.cols; ++x)
    picture.col(x) -= cv::Scalar::all(x * 80 / picture.cols);
  const cv::Mat text = DifferenceFromBackground(picture);
  ExpectDarkOnWhite(text);
  EXPECT_GT(text.at<uchar>(300, 950), 235);
}

TEST(DifferenceFromBackground, DoesNotAmplifyTheGrainOfBlankPaper) {
  cv::Mat grain(600, 1000, CV_8UC3);
  cv::RNG random(7);
  random.fill(grain, cv::RNG::UNIFORM, cv::Scalar::all(236), cv::Scalar::all(244));
  double darkest = 0;
  cv::minMaxLoc(DifferenceFromBackground(grain), &darkest);
  EXPECT_GT(darkest, 180);
}

TEST(DifferenceFromBackground, TakesPicturesOfOneChannel) {
  cv::Mat gray;
  cv::cvtColor(PaperWithStroke({20, 20, 20}, {220, 220, 220}), gray, cv::COLOR_BGR2GRAY);
  ExpectDarkOnWhite(DifferenceFromBackground(gray));
}

TEST(SharpenedBrightness, SteepensEdges) {
  cv::Mat soft;
  cv::GaussianBlur(PaperWithStroke({200, 200, 200}, {90, 90, 90}), soft, {}, 2);
  const cv::Mat sharp = SharpenedBrightness(soft);
  EXPECT_EQ(sharp.type(), CV_8UC1);
  EXPECT_LT(sharp.at<uchar>(kStrokeY, kStrokeX), soft.at<cv::Vec3b>(kStrokeY, kStrokeX)[0] - 10);
}

TEST(ScaleForReading, MakesTheLongerSideAsLongAsAsked) {
  const PreparedPicture wide = ScaleForReading(cv::Mat(300, 480, CV_8UC3, cv::Scalar::all(0)), 1200);
  EXPECT_EQ(wide.pixels.size(), cv::Size(1200, 750));
  EXPECT_DOUBLE_EQ(wide.scale, 2.5);
  const PreparedPicture tall = ScaleForReading(cv::Mat(2400, 1500, CV_8UC1, cv::Scalar(0)), 1200);
  EXPECT_EQ(tall.pixels.size(), cv::Size(750, 1200));
  EXPECT_DOUBLE_EQ(tall.scale, 0.5);
}

TEST(ToCardBox, ScalesBackAndCutsAtTheBordersOfTheCard) {
  const Image card(480, 300, PixelFormat::kGray8, std::vector<std::uint8_t>(480 * 300));
  EXPECT_EQ(ToCardBox({250, 500, 100, 50}, 2.5, card), (Box{100, 200, 40, 20}));
  EXPECT_EQ(ToCardBox({1100, 700, 200, 100}, 2.5, card), (Box{440, 280, 40, 20}));
}

}  // namespace
}  // namespace kith::ocr
