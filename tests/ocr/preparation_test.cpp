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
    picture.col(x) -= cv::Scalar::all(80.0 * x / picture.cols);
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
  PreparedPicture picture;
  picture.scale = 2.5;
  EXPECT_EQ(ToCardBox({250, 500, 100, 50}, picture, card), (Box{100, 200, 40, 20}));
  EXPECT_EQ(ToCardBox({1100, 700, 200, 100}, picture, card), (Box{440, 280, 40, 20}));
}

/// Two short strokes that end a line which sinks by `slope`.
cv::Mat SlopingStrokes(double slope) {
  cv::Mat picture(600, 1000, CV_8UC1, cv::Scalar(255));
  for (const int x : {100, 800}) {
    cv::rectangle(picture, {x, 300 + static_cast<int>(slope * x), 20, 20}, cv::Scalar(0), cv::FILLED);
  }
  return picture;
}

TEST(MakeLevel, BringsTheEndsOfALineToOneHeightAndBoxesBackToTheCard) {
  const Image card(1000, 600, PixelFormat::kGray8, std::vector<std::uint8_t>(1000 * 600));
  for (const double slope : {0.05, -0.05}) {
    PreparedPicture picture;
    picture.pixels = SlopingStrokes(slope);
    const PreparedPicture level = MakeLevel(picture, slope);
    const cv::Rect left = cv::boundingRect(255 - level.pixels.colRange(0, 500));
    const cv::Rect right = cv::boundingRect(255 - level.pixels.colRange(500, 1000));
    EXPECT_NEAR(left.y, right.y, 2);
    const Box box = ToCardBox({500 + right.x, right.y, right.width, right.height}, level, card);
    EXPECT_NEAR(box.x, 800, 3);
    EXPECT_NEAR(box.y, 300 + slope * 800, 3);
  }
}

TEST(MakeLevel, MovesNothingOutOfThePicture) {
  for (const double slope : {0.05, -0.05}) {
    PreparedPicture picture;
    picture.pixels = cv::Mat(600, 1000, CV_8UC1, cv::Scalar(255));
    for (const cv::Point corner : {cv::Point(0, 0), {980, 0}, {0, 580}, {980, 580}}) {
      cv::rectangle(picture.pixels, {corner, cv::Size(20, 20)}, cv::Scalar(0), cv::FILLED);
    }
    const int ink = cv::countNonZero(picture.pixels < 128);
    EXPECT_GE(cv::countNonZero(MakeLevel(picture, slope).pixels < 128), ink);
  }
}

}  // namespace
}  // namespace kith::ocr
