// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// The rows of print on a straightened card image, dark on light and light on dark together, along its sides
/// or down, whichever shows more of them. Nothing is read: a row is a chain of parts as high as each other.
struct TextRows {
  int letters = 0;  ///< parts of the print that are as small as letters or words
  int letters_in_rows = 0;
  int small_rows = 0;  ///< rows at most as high as a card's small print is
  int aligned = 0;     ///< the most rows that begin or end at the same place
  double length = 0;   ///< of all rows, in widths of the image
  double height = 0;   ///< of half of the rows at most, pixels
  double tallest = 0;  ///< height of the highest row, pixels
  double cut_off = 0;  ///< share of the letters' ink, 0 to 1, that touches the image's rim
};

/// `card`: 8UC1, four pixels a millimetre. Pure.
TextRows FindTextRows(const cv::Mat& card);

}  // namespace kith::capture
