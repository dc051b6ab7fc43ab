// SPDX-License-Identifier: Apache-2.0
#include "capture/lab_planes.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

cv::Mat EveryColour() {
  constexpr int kSteps = 18, kStep = 15;
  cv::Mat colours(kSteps, kSteps * kSteps, CV_8UC3);
  for (int r = 0; r < kSteps; ++r) {
    for (int gb = 0; gb < kSteps * kSteps; ++gb) {
      colours.at<cv::Vec3b>(r, gb) = {static_cast<std::uint8_t>(kStep * (gb % kSteps)),
                                      static_cast<std::uint8_t>(kStep * (gb / kSteps)),
                                      static_cast<std::uint8_t>(kStep * r)};
    }
  }
  return colours;
}

void ExpectNear(const std::array<cv::Mat, 3>& planes, const cv::Mat& colours) {
  cv::Mat exact, lab;
  colours.convertTo(exact, CV_32FC3, 1 / 255.0);
  cv::cvtColor(exact, lab, cv::COLOR_BGR2Lab);
  std::array<cv::Mat, 3> expected;
  cv::split(lab, expected.data());
  const std::array<std::pair<double, double>, 3> scales = {{{2.55, 0}, {1, 128}, {1, 128}}};
  for (std::size_t i = 0; i < 3; ++i) {
    cv::Mat plane;
    planes[i].convertTo(plane, CV_32F);
    expected[i] = expected[i] * scales[i].first + scales[i].second;
    EXPECT_LT(cv::norm(plane, expected[i], cv::NORM_INF), 1.6) << i;
    EXPECT_LT(cv::norm(plane, expected[i], cv::NORM_L1) / double(plane.total()), 0.4) << i;
  }
}

TEST(LabPlanes, AreThoseOfCie) {
  const cv::Mat colours = EveryColour();
  ExpectNear(LabPlanes(colours, 1), colours);
}

TEST(LabPlanes, AreThoseOfABrighterPicture) {
  const cv::Mat colours = EveryColour();
  ExpectNear(LabPlanes(colours, 2), colours * 2);
}

TEST(LabPlanes, AreWhiteForWhiteAndBlackForBlack) {
  const std::array<cv::Mat, 3> planes = LabPlanes(cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(255)), 1);
  EXPECT_EQ(planes[0].at<std::uint8_t>(0, 0), 255);
  EXPECT_EQ(planes[1].at<std::uint8_t>(0, 0), 128);
  EXPECT_EQ(planes[2].at<std::uint8_t>(0, 0), 128);
  EXPECT_EQ(LabPlanes(cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(0)), 1)[0].at<std::uint8_t>(0, 0), 0);
}

}  // namespace
}  // namespace kith::capture
