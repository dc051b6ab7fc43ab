// SPDX-License-Identifier: Apache-2.0
#include "capture/thin_edges.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

TEST(ThinEdges, AreThoseOfCanny) {
  cv::Mat scene = test::DrawTable();
  test::LayCard(test::DrawCard({}), {}, scene);
  cv::Mat grey, dx, dy, expected;
  cv::cvtColor(scene, grey, cv::COLOR_BGR2GRAY);
  cv::GaussianBlur(grey, grey, {5, 5}, 1.1);
  cv::spatialGradient(grey, dx, dy);
  for (const double low : {9.0, 20.0, 60.0}) {
    cv::Canny(dx, dy, expected, low, 1.6 * low, true);
    EXPECT_GT(cv::countNonZero(expected), 0);
    EXPECT_EQ(cv::norm(ThinEdges(dx, dy, low, 1.6 * low), expected, cv::NORM_L1), 0) << low;
  }
}

TEST(ThinEdges, ReachTheBordersOfAPictureOfAnySize) {
  for (const int width : {1, 2, 7, 8, 9, 65}) {
    cv::Mat noise(5, width, CV_8UC1), dx, dy, expected;
    cv::RNG(7).fill(noise, cv::RNG::UNIFORM, 0, 256);
    cv::spatialGradient(noise, dx, dy);
    cv::Canny(dx, dy, expected, 100, 300, true);
    EXPECT_EQ(cv::norm(ThinEdges(dx, dy, 100, 300), expected, cv::NORM_L1), 0) << width;
  }
}

}  // namespace
}  // namespace kith::capture
