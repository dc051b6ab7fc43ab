// SPDX-License-Identifier: Apache-2.0
#include "capture/text_rows.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

const cv::Size kCard{344, 204};  // pixels, four a millimetre

void Write(const char* text, int y, int grey, cv::Mat& card) {
  cv::putText(card, text, {24, y}, cv::FONT_HERSHEY_SIMPLEX, 0.3, grey, 1, cv::LINE_AA);
}

/// Three rows that begin at the same place.
cv::Mat ThreeRows(int paper = 240, int ink = 40) {
  cv::Mat card(kCard, CV_8UC1, cv::Scalar(paper));
  Write("Ada Fictional", 60, ink, card);
  Write("ada@example.com", 120, ink, card);
  Write("+1 202 555 0100", 150, ink, card);
  return card;
}

TEST(TextRows, CountsTheRowsOfDarkPrint) {
  const TextRows text = FindTextRows(ThreeRows());
  EXPECT_EQ(text.small_rows, 3);
  EXPECT_EQ(text.aligned, 3);
  EXPECT_GE(text.letters_in_rows, 8);
  EXPECT_GT(text.length, 0.6);
  EXPECT_NEAR(text.height, 9, 4);
  EXPECT_EQ(text.cut_off, 0);
}

TEST(TextRows, CountsTheRowsOfLightPrintOnADarkCard) {
  EXPECT_EQ(FindTextRows(ThreeRows(40, 230)).small_rows, 3);
}

TEST(TextRows, CountsRowsThatRunDownTheImage) {
  cv::Mat turned;
  cv::rotate(ThreeRows(), turned, cv::ROTATE_90_CLOCKWISE);
  EXPECT_EQ(FindTextRows(turned).small_rows, 3);
}

TEST(TextRows, FindsNoneOnABlankCard) {
  const TextRows text = FindTextRows(cv::Mat(kCard, CV_8UC1, cv::Scalar(250)));
  EXPECT_EQ(text.letters, 0);
  EXPECT_EQ(text.small_rows, 0);
}

TEST(TextRows, DoesNotTakeAFrameForARow) {
  cv::Mat card(kCard, CV_8UC1, cv::Scalar(240));
  cv::rectangle(card, {10, 10}, {333, 193}, 60, 2);
  const TextRows text = FindTextRows(card);
  EXPECT_EQ(text.letters_in_rows, 0);
  EXPECT_EQ(text.tallest, 0);
}

TEST(TextRows, SeesThatPrintIsCutOffAtTheRim) {
  cv::Mat card(kCard, CV_8UC1, cv::Scalar(240));
  for (const int y : {6, 100, 206})
    Write("a row of some words that goes on and on", y, 40, card);
  EXPECT_GT(FindTextRows(card).cut_off, 0.2);
}

}  // namespace
}  // namespace kith::capture
