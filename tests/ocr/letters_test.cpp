// SPDX-License-Identifier: Apache-2.0
#include "ocr/letters.h"

#include <cmath>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/ocr/printed_text.h"

namespace kith::ocr {
namespace {

cv::Mat BlankText() {
  return {600, 1000, CV_8U, cv::Scalar(255)};
}

TEST(FindLetters, FindsAboutAsManyAsWerePrinted) {
  const std::size_t printed = 13 + 19 + 15 + 27;  // without spaces; an i or a j may count twice
  const std::size_t found = FindLetters(PrintedText()).size();
  EXPECT_GE(found, printed - 8);
  EXPECT_LE(found, printed + 8);
}

TEST(FindLetters, LeavesOutWhatIsTooLargeOrTooThin) {
  cv::Mat text = BlankText();
  cv::rectangle(text, {100, 100, 400, 300}, cv::Scalar(0), cv::FILLED);
  cv::line(text, {50, 500}, {90, 500}, cv::Scalar(0), 1);
  EXPECT_TRUE(FindLetters(text).empty());
}

TEST(ShareInRows, IsHighForUprightTextAndLowForTextOnItsSide) {
  const cv::Mat text = PrintedText();
  EXPECT_GT(ShareInRows(FindLetters(text)), 0.8);
  cv::Mat on_its_side;
  cv::rotate(text, on_its_side, cv::ROTATE_90_CLOCKWISE);
  EXPECT_LT(ShareInRows(FindLetters(on_its_side)), 0.2);
}

TEST(ShareInRows, IsUndecidedWithoutLetters) {
  EXPECT_DOUBLE_EQ(ShareInRows({}), 0.5);
}

TEST(StandingOnLines, IsPositiveForUprightTextAndNegativeUpsideDown) {
  const cv::Mat text = PrintedText();
  EXPECT_GT(StandingOnLines(FindLetters(text)), 2);
  cv::Mat upside_down;
  cv::rotate(text, upside_down, cv::ROTATE_180);
  EXPECT_LT(StandingOnLines(FindLetters(upside_down)), -2);
}

TEST(StandingOnLines, IsUndecidedForLettersOfOneHeight) {
  std::vector<cv::Rect> capitals;
  for (int x = 0; x < 400; x += 20)
    capitals.emplace_back(x, 100, 14, 20);
  EXPECT_DOUBLE_EQ(StandingOnLines(capitals), 0);
  EXPECT_DOUBLE_EQ(StandingOnLines({}), 0);
}

TEST(TurnedBoxes, AreWhereTheTurnedPictureHasThem) {
  cv::Mat picture(60, 100, CV_8U, cv::Scalar(255));
  cv::rectangle(picture, cv::Rect(10, 20, 30, 8), cv::Scalar(0), cv::FILLED);
  const std::vector<cv::Rect> boxes = FindLetters(picture);
  ASSERT_EQ(boxes.size(), 1U);
  for (int quarter_turns = 0; quarter_turns < 4; ++quarter_turns) {
    EXPECT_EQ(TurnedBoxes(boxes, {100, 60}, quarter_turns), FindLetters(picture)) << quarter_turns;
    cv::rotate(picture, picture, cv::ROTATE_90_CLOCKWISE);
  }
}

TEST(SlopeOfLines, IsTheTangentOfTheAngleByWhichTheCardIsAskew) {
  for (const double degrees : {-4.0, -1.5, 1.0, 3.0}) {
    cv::Mat askew;
    // OpenCV turns counterclockwise: lines then rise to the right.
    cv::warpAffine(PrintedText(), askew, cv::getRotationMatrix2D({500, 300}, -degrees, 1), {1000, 600},
                   cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    const double found = std::atan(SlopeOfLines(FindLetters(askew))) * 180 / CV_PI;
    EXPECT_NEAR(found, degrees, 0.3);
  }
}

TEST(SlopeOfLines, IsZeroForLevelTextAndWithoutText) {
  EXPECT_DOUBLE_EQ(SlopeOfLines(FindLetters(PrintedText())), 0);
  EXPECT_DOUBLE_EQ(SlopeOfLines({}), 0);
}

}  // namespace
}  // namespace kith::ocr
