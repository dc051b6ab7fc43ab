// SPDX-License-Identifier: Apache-2.0
#include "capture/picture_change.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

constexpr int kWindow = 5;  // pixels that are around one

cv::Mat Coarse(const cv::Mat& picture) {
  cv::Mat coarse;
  cv::resize(picture, coarse, picture.size() / 2, 0, 0, cv::INTER_AREA);
  coarse.convertTo(coarse, CV_32F);
  return coarse;
}

/// The mean of the third of the values that lie closest together: what a large minority of others is doesn't
/// count.
double MostlyNear(std::vector<float>& values) {
  const std::size_t third = values.size() / 3;
  std::ranges::sort(values);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + third < values.size(); ++i) {
    if (values[i + third] - values[i] < values[begin + third] - values[begin]) begin = i;
  }
  const auto from = values.begin() + static_cast<std::ptrdiff_t>(begin);
  return std::accumulate(from, from + static_cast<std::ptrdiff_t>(third), 0.0) / static_cast<double>(third);
}

/// How many times as bright most of the picture is as it was, by channel: a camera makes all darker when
/// something white comes into its sight.
cv::Scalar GainSince(const cv::Mat& before, const cv::Mat& now) {
  constexpr int kStep = 6;
  constexpr float kLeast = 12, kMost = 245;  // grey levels that tell
  constexpr std::size_t kEnough = 3;         // one of so many pixels must
  constexpr double kMostGain = 2;  // more, and it isn't the background that most of the picture shows
  cv::Scalar gain = cv::Scalar::all(1);
  for (int c = 0; c < 3; ++c) {
    std::vector<float> ratios;
    std::size_t looked_at = 0;
    for (int y = 0; y < now.rows; y += kStep) {
      for (int x = 0; x < now.cols; x += kStep, ++looked_at) {
        const float was = before.ptr<float>(y)[3 * x + c], is = now.ptr<float>(y)[3 * x + c];
        if (std::min(was, is) >= kLeast && std::max(was, is) <= kMost) ratios.push_back(is / was);
      }
    }
    if (kEnough * ratios.size() < looked_at) continue;
    const double ratio = MostlyNear(ratios);
    if (ratio < kMostGain && ratio > 1 / kMostGain) gain[c] = ratio;
  }
  return gain;
}

cv::Mat SumOfSquares(const cv::Mat& difference, int type) {
  cv::Mat squares, sum;
  cv::multiply(difference, difference, squares, 1, type);
  cv::transform(squares, sum, cv::Mat::ones(1, 3, CV_32F));
  return sum;
}

}  // namespace

Remembered Remember(const cv::Mat& mean) {
  Remembered remembered{{}, Coarse(mean)};
  mean.convertTo(remembered.picture, CV_8U);
  return remembered;
}

Change ChangeSince(const Remembered& before, const cv::Mat& picture) {
  const cv::Mat coarse = Coarse(picture);
  const cv::Scalar gain = GainSince(before.coarse, coarse);
  cv::Mat expected, difference, step;
  cv::multiply(before.picture, gain, expected);
  cv::absdiff(picture, expected, difference);
  Change change{SumOfSquares(difference, CV_16U), {}};
  cv::boxFilter(change.fine, change.fine, -1, {kWindow, kWindow});
  cv::multiply(before.coarse, gain, expected);
  cv::subtract(coarse, expected, step);
  cv::boxFilter(step, step, -1, {kWindow, kWindow});
  change.coarse = SumOfSquares(step, CV_32F);
  return change;
}

}  // namespace kith::capture
