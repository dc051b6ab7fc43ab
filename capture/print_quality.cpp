// SPDX-License-Identifier: Apache-2.0
#include "capture/print_quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

/// Of grey levels by counting them: many times as quick as sorting.
double QuantileOfLevels(const cv::Mat& levels, std::size_t rank) {
  std::array<std::size_t, 256> counts{};
  for (int y = 0; y < levels.rows; ++y) {
    const auto* row = levels.ptr<std::uint8_t>(y);
    for (int x = 0; x < levels.cols; ++x)
      ++counts[row[x]];
  }
  std::size_t level = 0;
  for (std::size_t below = counts[0]; below <= rank && level < 255; below += counts[level])
    ++level;
  return static_cast<double>(level);
}

double Quantile(const cv::Mat& mat, double share) {
  if (mat.type() == CV_8UC1)
    return QuantileOfLevels(mat, static_cast<std::size_t>(share * static_cast<double>(mat.total() - 1)));
  std::vector<float> values;
  mat.reshape(1, 1).convertTo(values, CV_32F);
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return double(*at);
}

cv::Mat WithoutEdge(const cv::Mat& card) {
  const int margin = std::min(card.cols, card.rows) / 12;
  return card(cv::Rect(margin, margin, card.cols - 2 * margin, card.rows - 2 * margin)).clone();
}

cv::Mat Gradient(const cv::Mat& gray) {
  cv::Mat dx, dy, magnitude;
  cv::Sobel(gray, dx, CV_32F, 1, 0, 3, 0.25);
  cv::Sobel(gray, dy, CV_32F, 0, 1, 3, 0.25);
  cv::magnitude(dx, dy, magnitude);
  return magnitude;
}

}  // namespace

double Sharpness(const cv::Mat& card) {
  // Without the card's own edge, which may be a clean line beside blurred print.
  const cv::Mat inside = WithoutEdge(card);
  return Quantile(Gradient(inside), 0.995) / std::max(20.0, Quantile(inside, 0.99) - Quantile(inside, 0.005));
}

double Light(const cv::Mat& card) {
  return Quantile(card, 0.98);
}

}  // namespace kith::capture
