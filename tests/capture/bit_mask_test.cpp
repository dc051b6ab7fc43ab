// SPDX-License-Identifier: Apache-2.0
#include "capture/bit_mask.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

/// Spots of several sizes, also at the borders.
cv::Mat Spots(cv::Size size) {
  cv::Mat spots(size, CV_8UC1);
  cv::RNG(3).fill(spots, cv::RNG::UNIFORM, 0, 256);
  cv::GaussianBlur(spots, spots, {7, 7}, 2);
  return spots;
}

TEST(BitMask, HasThePixelsAboveALevel) {
  for (const int width : {1, 63, 64, 65, 200}) {
    const cv::Mat spots = Spots({width, 40});
    const BitMask mask(spots, 128);
    EXPECT_EQ(cv::norm(mask.ToMat(), spots > 128, cv::NORM_L1), 0) << width;
    EXPECT_EQ(mask.Count(), cv::countNonZero(spots > 128)) << width;
  }
}

TEST(BitMask, IsInvertedWithinThePicture) {
  const cv::Mat spots = Spots({70, 40});
  BitMask mask(spots, 128);
  mask.Invert();
  EXPECT_EQ(cv::norm(mask.ToMat(), spots <= 128, cv::NORM_L1), 0);
  EXPECT_EQ(mask.Count(), cv::countNonZero(spots <= 128));
}

TEST(BitMask, IsOpenedAndClosedAsOpenCvDoes) {
  for (const int width : {63, 64, 65, 200}) {
    const cv::Mat spots = Spots({width, 40});
    for (const int reach : {1, 2, 3, 5}) {
      cv::Mat expected;
      const cv::Mat square = cv::Mat::ones(2 * reach + 1, 2 * reach + 1, CV_8UC1);
      BitMask mask(spots, 128);
      mask.Open(reach);
      cv::morphologyEx(spots > 128, expected, cv::MORPH_OPEN, square);
      EXPECT_EQ(cv::norm(mask.ToMat(), expected, cv::NORM_L1), 0) << width << ", open by " << reach;
      mask = BitMask(spots, 128);
      mask.Close(reach);
      cv::morphologyEx(spots > 128, expected, cv::MORPH_CLOSE, square);
      EXPECT_EQ(cv::norm(mask.ToMat(), expected, cv::NORM_L1), 0) << width << ", closed by " << reach;
    }
  }
}

}  // namespace
}  // namespace kith::capture
