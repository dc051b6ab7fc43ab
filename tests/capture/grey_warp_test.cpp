// SPDX-License-Identifier: Apache-2.0
#include "capture/grey_warp.h"

#include <array>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

const cv::Size kWarpedSize(90, 55);

cv::Mat SmoothPicture() {
  cv::Mat picture(120, 200, CV_8UC1);
  cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 0, 256);
  cv::GaussianBlur(picture, picture, {9, 9}, 2);
  cv::normalize(picture, picture, 0, 255, cv::NORM_MINMAX);
  return picture;
}

double MostDifference(const cv::Mat& picture, const std::array<cv::Point2f, 4>& corners) {
  const std::array<cv::Point2f, 4> to = {cv::Point2f(0, 0), cv::Point2f(89, 0), cv::Point2f(89, 54),
                                         cv::Point2f(0, 54)};
  cv::Mat expected;
  cv::warpPerspective(picture, expected, cv::getPerspectiveTransform(corners.data(), to.data()), kWarpedSize,
                      cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return cv::norm(WarpGrey(picture, corners, kWarpedSize), expected, cv::NORM_INF);
}

TEST(GreyWarp, IsAsOpenCVsButForRounding) {
  constexpr double kRounding = 3;  // grey levels: OpenCV rounds to a 32nd of a pixel
  EXPECT_LE(MostDifference(SmoothPicture(), {{{20, 15}, {170, 30}, {160, 100}, {35, 90}}}), kRounding);
}

TEST(GreyWarp, RepeatsTheEdgeOfThePicture) {
  EXPECT_LE(MostDifference(SmoothPicture(), {{{-30, -20}, {230, -10}, {220, 140}, {-25, 150}}}), 3);
}

TEST(GreyWarp, ShowsAPictureItself) {
  const cv::Mat picture = SmoothPicture();
  const cv::Mat warped = WarpGrey(picture, {{{0, 0}, {199, 0}, {199, 119}, {0, 119}}}, picture.size());
  EXPECT_LE(cv::norm(warped, picture, cv::NORM_INF), 1);
}

TEST(GreyWarp, TakesAQuadWithoutArea) {
  EXPECT_EQ(WarpGrey(SmoothPicture(), {{{50, 50}, {50, 50}, {50, 50}, {50, 50}}}, kWarpedSize).size(),
            kWarpedSize);
}

}  // namespace
}  // namespace kith::capture
