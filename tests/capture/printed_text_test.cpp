// SPDX-License-Identifier: Apache-2.0
#include "capture/printed_text.h"

#include <string>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

cv::Mat Gray(const cv::Mat& card) {
  cv::Mat gray;
  cv::cvtColor(card, gray, cv::COLOR_BGR2GRAY);
  return gray;
}

cv::Mat Page(int rows, double size = 0.6) {
  cv::Mat page(700, 1020, CV_8U, cv::Scalar(240));
  for (int i = 0; i < rows; ++i) {
    cv::putText(page, "the quick brown fox jumps over the lazy dog", {60, 40 + i * 640 / rows},
                cv::FONT_HERSHEY_SIMPLEX, size, {40}, 1, cv::LINE_AA);
  }
  return page;
}

TEST(FindText, CountsTheLettersOfACard) {
  const PrintedText text = FindText(Gray(test::DrawCard()));
  EXPECT_GE(text.rows, 4);
  EXPECT_GT(text.letters, 38);
  EXPECT_NEAR(text.height, 2.2, 1);
  EXPECT_FALSE(text.portrait);
}

TEST(FindText, DoesNotCareForColourAndSize) {
  const cv::Mat dark = Gray(test::DrawCard({.paper = {40, 30, 30}, .ink = {220, 220, 220}}));
  const int letters = FindText(dark).letters;
  EXPECT_NEAR(letters, FindText(Gray(test::DrawCard())).letters, 0.2 * letters);
  cv::Mat small;
  cv::resize(dark, small, {510, 300}, 0, 0, cv::INTER_AREA);
  EXPECT_NEAR(FindText(small).letters, letters, 0.2 * letters);
}

TEST(FindText, SeesWhichWayTheRowsRun) {
  cv::Mat turned;
  cv::rotate(Page(7)(cv::Rect(0, 0, 1020, 640)), turned, cv::ROTATE_90_CLOCKWISE);
  EXPECT_FALSE(FindText(turned).portrait) << "long side across either way";
  EXPECT_TRUE(FindText(Page(7)(cv::Rect(40, 0, 460, 700))).portrait);
}

TEST(FindText, KnowsPrintFromBlankPaper) {
  const PrintedText none = FindText(cv::Mat(600, 1020, CV_8U, cv::Scalar(200)));
  EXPECT_EQ(none.rows, 0);
  EXPECT_EQ(none.detail, 0);
  EXPECT_GT(FindText(Page(20)).in_rows, 0.7) << "nothing but rows is printed there";
}

TEST(FindText, SeesThePrintOfBothShades) {
  const cv::Mat dark = Page(7, 0.45);
  cv::Mat card = dark.clone();
  const cv::Rect panel(0, 350, card.cols, card.rows - 350);
  card(panel).convertTo(card(panel), -1, -0.25, 100);  // 90 on 40
  EXPECT_GE(FindText(card).rows, 7);
  EXPECT_NEAR(FindText(card).depth, FindText(dark).depth, 1);
}

TEST(FindText, TakesTheGrainOfPaperForNoLetters) {
  const cv::Mat card = Gray(test::DrawCard());
  cv::Mat grain(card.size(), CV_32F), grained;
  cv::RNG(1).fill(grain, cv::RNG::NORMAL, 0, 1);
  grain = test::Blurred(grain, 4);
  cv::normalize(grain, grain, 0, 110, cv::NORM_MINMAX);
  cv::subtract(card, grain, grained, {}, CV_8U);
  const PrintedText plain = FindText(card), text = FindText(grained);
  EXPECT_NEAR(text.letters, plain.letters, 0.3 * plain.letters);
  EXPECT_LT(text.across, 0.2);
}

TEST(FindText, SeesWhichRowsHaveOneMiddle) {
  EXPECT_EQ(FindText(Page(7)).centred, 7);
}

}  // namespace
}  // namespace kith::capture
