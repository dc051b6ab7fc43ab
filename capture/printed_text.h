// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// Rows of letters on a card image, as they run in the one of its two directions that has more of them, dark
/// on light and light on dark. Lengths are millimetres on a card 85 mm long. It takes longer than
/// FindTextRows and sees more: it is for what is about to be captured.
struct PrintedText {
  int rows = 0;
  int letters = 0;         ///< in those rows
  double across = 0;       ///< letters in rows across these, as a share of `letters`
  double other_shade = 0;  ///< letters of the shade that has fewer, as a share of those of the other
  double height = 0;       ///< of the letters of half of the rows at most
  double tallest = 0;      ///< of the letters of the highest row
  double width = 0;        ///< from where the leftmost row begins to where the rightmost one ends
  double depth = 0;        ///< from the top of the first row to the foot of the last one
  int centred = 0;         ///< the most rows that have their middle at the same place
  double unevenness = 0;   ///< deviation of the letters' widths within a row, as a share of their mean
  double detail = 0;       ///< share of the card that has fine detail, 0 to 1
  double in_rows = 0;      ///< share of the fine detail that is in the rows, 0 to 1
  bool portrait = false;   ///< the rows run along the short sides
};

/// `card`: an 8UC1 card image at the resolution of its frame. Finds what the letters are by their shape
/// alone: spots of one height, one beside the other. Pure.
PrintedText FindText(const cv::Mat& card);

}  // namespace kith::capture
