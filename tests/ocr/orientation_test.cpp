// SPDX-License-Identifier: Apache-2.0
#include "ocr/orientation.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "ocr/letters.h"
#include "tests/ocr/printed_text.h"

namespace kith::ocr {
namespace {

TEST(StackLongestLines, KeepsAsManyLinesAsAsked) {
  const cv::Mat text = PrintedText();
  const cv::Mat two = StackLongestLines(text, FindLetters(text), 2);
  const cv::Mat three = StackLongestLines(text, FindLetters(text), 3);
  ASSERT_FALSE(two.empty());
  EXPECT_GT(three.rows, two.rows);
  EXPECT_GT(cv::countNonZero(two < 128), 500);
}

TEST(StackLongestLines, IsEmptyWithoutText) {
  EXPECT_TRUE(StackLongestLines(cv::Mat(600, 1000, CV_8U, cv::Scalar(255)), {}, 3).empty());
}

}  // namespace
}  // namespace kith::ocr
