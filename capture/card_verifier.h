// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include <opencv2/core/mat.hpp>

#include "capture/card_likeness.h"
#include "capture/printed_text.h"
#include "capture/quad.h"
#include "capture/quad_evidence.h"
#include "core/image.h"

namespace kith::capture {

/// What tells a business card from an envelope, a letter's head, a notebook or a screen, once it has been cut
/// out sharp. The finder must be quick and lose no card; this is asked once for each capture and knows more.
struct CardEvidence {
  CardLikeness inside;
  PrintedText text;
  Evidence outline;            ///< with a close look
  double table_trust = 0;      ///< see TableTrust
  double weakest_support = 0;  ///< of its sides, on the frame itself; see RefinedQuad
  double support = 0;          ///< … the mean

  static constexpr std::size_t kFeatures = CardLikeness::kFeatures + 14 + 9;
  static const std::array<const char*, kFeatures>& FeatureNames();
  /// `outline_confidence`: FoundCard::confidence.
  std::array<double, kFeatures> Features(double outline_confidence) const;

  /// Log odds of it being a card, with as many cards as other things. Logistic regression over the features'
  /// parabolas and products of two; tools/finder says how.
  double LogOdds(double outline_confidence) const;
};

/// `card`: the 8UC1 card image that was cut out of the frame at these corners. Pure.
CardEvidence VerifyCard(const Image& frame, const Quad& corners, const cv::Mat& card);

}  // namespace kith::capture
