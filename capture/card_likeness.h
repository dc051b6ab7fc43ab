// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include <opencv2/core/mat.hpp>

#include "capture/quad.h"
#include "capture/text_rows.h"

namespace kith::capture {

/// What the inside of a quad looks like. A card has a few rows of print, most of them small, and blank paper
/// around them; a sheet has many, a screen or a picture on the wall has none, a keyboard's are all alike.
struct CardLikeness {
  TextRows text;
  double coarse = 0;     ///< mean contrast of details of 4 pixels, a millimetre of a card, as a logarithm
  double margin = 0;     ///< fine detail near the sides, as a share of that of all, 0 to 1
  double colourful = 0;  ///< mean distance from grey, 0 to 1
  double light = 0;      ///< median lightness, 0 to 1
  double two_toned = 0;  ///< share of the pixels that are near the median lightness

  /// What is weighed: `outline_odds`, log odds of the outline, and what is above.
  static constexpr std::size_t kFeatures = 14;
  static const std::array<const char*, kFeatures> kFeatureNames;
  std::array<double, kFeatures> Features(double outline_odds) const;

  /// Log odds of it being a card, with as many cards as other things that have a card's outline;
  /// `outline_odds`: Evidence::CloseOdds.
  double LogOdds(double outline_odds) const;
};

/// `frame`: 8UC1, 8UC3 or 8UC4, at full size.
CardLikeness LookInside(const cv::Mat& frame, const Quad& corners);

}  // namespace kith::capture
