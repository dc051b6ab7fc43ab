// SPDX-License-Identifier: Apache-2.0
#include "capture/quantile.h"

#include <array>
#include <cstdint>

namespace kith::capture {

std::size_t ValueAt(std::span<const int> counts, double share, std::size_t total) {
  auto rank = static_cast<std::int64_t>(share * static_cast<double>(total - 1));
  std::size_t value = 0;
  while (value + 1 < counts.size() && (rank -= counts[value]) >= 0)
    ++value;
  return value;
}

double Quantile(const cv::Mat& levels, double share) {
  std::array<int, 256> counts{};
  for (int y = 0; y < levels.rows; ++y) {
    const auto* row = levels.ptr<std::uint8_t>(y);
    for (int x = 0; x < levels.cols; ++x)
      ++counts[row[x]];
  }
  return static_cast<double>(ValueAt(counts, share, levels.total()));
}

}  // namespace kith::capture
