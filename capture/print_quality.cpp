// SPDX-License-Identifier: Apache-2.0
#include "capture/print_quality.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/quantile.h"
#include "capture/wide.h"

namespace kith::capture {
namespace {

cv::Mat WithoutEdge(const cv::Mat& card) {
  const int margin = std::min(card.cols, card.rows) / 12;
  return card(cv::Rect(margin, margin, card.cols - 2 * margin, card.rows - 2 * margin)).clone();
}

constexpr int kPerLevel = 16;  // steps of steepness for a grey level a pixel
constexpr int kPerSobel = 4;   // of them for one of a Sobel response

KITH_ALSO_WIDE
void SteepnessOfRow(const short* dx, const short* dy, int width, int* steepness) {
  for (int x = 0; x < width; ++x) {
    const auto of_x = static_cast<float>(dx[x]), of_y = static_cast<float>(dy[x]);
    steepness[x] = static_cast<int>(kPerSobel * std::sqrt(of_x * of_x + of_y * of_y));
  }
}

/// Grey levels a pixel: of all pixels that share is less steep.
double QuantileOfSteepness(const cv::Mat& gray, double share) {
  constexpr int kMost = kPerLevel * 361;  // 255 across and 255 down
  cv::Mat dx, dy;
  cv::spatialGradient(gray, dx, dy);
  std::vector<int> counts(kMost + 1), row(static_cast<std::size_t>(gray.cols));
  for (int y = 0; y < gray.rows; ++y) {
    SteepnessOfRow(dx.ptr<short>(y), dy.ptr<short>(y), gray.cols, row.data());
    for (const int steepness : row)
      ++counts[static_cast<std::size_t>(steepness)];
  }
  return static_cast<double>(ValueAt(counts, share, gray.total())) / kPerLevel;
}

}  // namespace

double Sharpness(const cv::Mat& card) {
  // Without the card's own edge, which may be a clean line beside blurred print.
  const cv::Mat inside = WithoutEdge(card);
  return QuantileOfSteepness(inside, 0.995) /
         std::max(20.0, Quantile(inside, 0.99) - Quantile(inside, 0.005));
}

double Light(const cv::Mat& card) {
  return Quantile(card, 0.98);
}

}  // namespace kith::capture
