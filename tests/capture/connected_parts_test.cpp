// SPDX-License-Identifier: Apache-2.0
#include "capture/connected_parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

cv::Mat Noise(cv::Size size, double share) {
  cv::Mat noise(size, CV_8UC1);
  cv::RNG(7).fill(noise, cv::RNG::UNIFORM, 0, 256);
  return noise < 256 * share;
}

TEST(ConnectedParts, AreThoseThatOpenCVFinds) {
  for (const double share : {0.05, 0.3, 0.5}) {
    const cv::Mat mask = Noise({149, 90}, share);
    cv::Mat labels, statistics, centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, statistics, centres, 8, CV_32S);
    std::vector<std::array<int, 5>> expected, found;
    for (int i = 1; i < count; ++i) {
      const auto* of = statistics.ptr<int>(i);
      expected.push_back({of[cv::CC_STAT_LEFT], of[cv::CC_STAT_TOP], of[cv::CC_STAT_WIDTH],
                          of[cv::CC_STAT_HEIGHT], of[cv::CC_STAT_AREA]});
    }
    for (const auto& [box, pixels] : ConnectedParts(mask))
      found.push_back({box.x, box.y, box.width, box.height, pixels});
    std::ranges::sort(expected);
    std::ranges::sort(found);
    EXPECT_EQ(found, expected) << share;
  }
}

TEST(ConnectedParts, UnitesWhatMeetsFurtherDown) {
  cv::Mat mask = cv::Mat::zeros(20, 40, CV_8UC1);
  mask(cv::Rect(5, 2, 3, 10)) = 255;
  mask(cv::Rect(20, 4, 3, 8)) = 255;
  mask(cv::Rect(5, 12, 18, 2)) = 255;
  const std::vector<ConnectedPart> parts = ConnectedParts(mask);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].box, cv::Rect(5, 2, 18, 12));
  EXPECT_EQ(parts[0].pixels, 30 + 24 + 36);
}

TEST(ConnectedParts, AreNoneInAnEmptyMask) {
  EXPECT_TRUE(ConnectedParts(cv::Mat::zeros(20, 40, CV_8UC1)).empty());
}

}  // namespace
}  // namespace kith::capture
