// SPDX-License-Identifier: Apache-2.0
#include "capture/lab_planes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kith::capture {
namespace {

/// X, Y and Z of the white are 2^kBits - 1 each, side by side in one number, so that one addition adds all
/// three.
constexpr int kBits = 13, kField = 21, kGuard = 6;
constexpr std::uint64_t kWhite = (1U << kBits) - 1;
constexpr int kUnit = 1 << 14;  // of the fixed-point cube roots

/// By the value of a channel; the sum over the channels is the colour.
using PartsOfColour = std::array<std::array<std::uint64_t, 256>, 3>;

double Linear(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

PartsOfColour PartsAt(double gain) {
  // Blue, green, red by X, Y, Z of sRGB, over the white's.
  constexpr std::array<std::array<double, 3>, 3> kMatrix = {
      {{0.180423 / 0.950456, 0.072169, 0.950227 / 1.088754},
       {0.357580 / 0.950456, 0.715160, 0.119193 / 1.088754},
       {0.412453 / 0.950456, 0.212671, 0.019334 / 1.088754}}};
  static const auto kLinear = [] {
    std::array<double, 256> linear;
    for (int i = 0; i < 256; ++i)
      linear[static_cast<std::size_t>(i)] = Linear(i / 255.0);
    return linear;
  }();
  PartsOfColour parts;
  for (int value = 0; value < 256; ++value) {
    const double linear = kLinear[cv::saturate_cast<std::uint8_t>(gain * value)];
    for (std::size_t channel = 0; channel < 3; ++channel) {
      std::uint64_t part = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        const double scaled = linear * kMatrix[channel][i] * static_cast<double>(kWhite << kGuard);
        part |= static_cast<std::uint64_t>(scaled) << (kField * i);
      }
      parts[channel][static_cast<std::size_t>(value)] = part;
    }
  }
  return parts;
}

/// What CIE takes instead of a cube root, of 0 to 1.
const std::vector<std::uint16_t>& CubeRoots() {
  static const auto kRoots = [] {
    std::vector<std::uint16_t> roots(kWhite + 1);
    for (std::size_t i = 0; i < roots.size(); ++i) {
      const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(roots.size());
      const double root = share > 0.008856 ? std::cbrt(share) : 7.787 * share + 16.0 / 116;
      roots[i] = static_cast<std::uint16_t>(std::lround(kUnit * root));
    }
    return roots;
  }();
  return kRoots;
}

}  // namespace

std::array<cv::Mat, 3> LabPlanes(const cv::Mat& bgr, double gain) {
  constexpr int kOfL = 18931, kShiftL = 6, kZeroL = 668467;  // 116 and 16, of 255 instead of 100
  constexpr int kOfA = 500, kOfB = 200, kGrey = 128 * kUnit, kHalf = kUnit / 2;
  const auto rounded = [](int value) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(value + kHalf) / kUnit);
  };
  const PartsOfColour parts = PartsAt(gain);
  const std::uint16_t* root = CubeRoots().data();
  std::array<cv::Mat, 3> planes;
  for (cv::Mat& plane : planes)
    plane.create(bgr.size(), CV_8UC1);
  for (int y = 0; y < bgr.rows; ++y) {
    const auto* pixel = bgr.ptr<std::uint8_t>(y);
    auto *l = planes[0].ptr<std::uint8_t>(y), *a = planes[1].ptr<std::uint8_t>(y),
         *b = planes[2].ptr<std::uint8_t>(y);
    for (int x = 0; x < bgr.cols; ++x, pixel += 3) {
      const std::uint64_t sum = parts[0][pixel[0]] + parts[1][pixel[1]] + parts[2][pixel[2]];
      const int of_x = root[sum >> kGuard & kWhite], of_y = root[sum >> (kField + kGuard) & kWhite];
      const int of_z = root[sum >> (2 * kField + kGuard) & kWhite];
      l[x] = rounded((kOfL * of_y >> kShiftL) - kZeroL);
      a[x] = rounded(kOfA * (of_x - of_y) + kGrey);
      b[x] = rounded(kOfB * (of_y - of_z) + kGrey);
    }
  }
  return planes;
}

}  // namespace kith::capture
