// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "capture/quad.h"

namespace kith::capture {

/// What the inside of a quad looks like: print of a card is larger than that of a sheet, has blank paper
/// around it, and is there at all. Shares are 0 to 1.
struct CardLikeness {
  double fine = 0, middle = 0, coarse = 0;  ///< mean contrast of details of 1, 2 and 4 pixels, as logarithms
  double printed = 0;                       ///< share of the area with fine detail
  double covered = 0;                       ///< share of the fields of a grid with any
  double densest = 0;                       ///< share with fine detail of the densest quarter of those fields
  double margin = 0;                        ///< fine detail near the sides, as a share of that of all
  double lines = 0;      ///< how often the print begins across its lines, a hundredth of it
  double colourful = 0;  ///< mean distance from grey, 0 to 1
  double light = 0;      ///< median lightness
  double two_toned = 0;  ///< share of the pixels that are near the median lightness

  /// Log odds of it being a card, given the confidence that its outline gives (Evidence::Confidence).
  double LogOdds(double outline_confidence) const;
};

/// `frame`: 8UC1, 8UC3 or 8UC4, at full size.
CardLikeness LookInside(const cv::Mat& frame, const Quad& corners);

}  // namespace kith::capture
