// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// Which pixels of a picture are in a region, 64 a number: morphology takes half of the time that it takes
/// on pixels. The same as cv::morphologyEx with squares; nothing is known of what is outside of the picture.
class BitMask {
 public:
  /// The pixels of an 8UC1 picture that are above `level`.
  BitMask(const cv::Mat& picture, int level);

  int Count() const;
  void Invert();
  /// Takes away what no square of 2 * reach + 1 pixels fits into.
  void Open(int reach);
  /// Fills up what no such square fits into.
  void Close(int reach);
  /// 8UC1, 255 and 0.
  cv::Mat ToMat() const;

 private:
  std::uint64_t* Row(int y) { return &bits_[static_cast<std::size_t>(y) * words_]; }
  const std::uint64_t* Row(int y) const { return &bits_[static_cast<std::size_t>(y) * words_]; }
  void Grow(int reach);
  void GrowAcross(int by);
  void GrowDown(int by);

  int width_, height_;
  std::size_t words_;   ///< a row
  std::uint64_t last_;  ///< which bits of the last word of a row are pixels
  std::vector<std::uint64_t> bits_;
};

}  // namespace kith::capture
