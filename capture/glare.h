// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// Glare on a card: spots as bright as the camera can see that fade out softly. White paper, white panels and
/// white print have hard edges or none, so they don't count, and paper that is overexposed keeps its print.
struct Glare {
  cv::Mat washed_out;     ///< 8UC1, 255 where no print can be relied on; smaller than the card image
  double over_print = 0;  ///< share of the card, 0 to 1, under spots that have print near them
};

/// `card`: an 8UC1 card image at the resolution of its frame. Pure.
Glare FindGlare(const cv::Mat& card);

}  // namespace kith::capture
