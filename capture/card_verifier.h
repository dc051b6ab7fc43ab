// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <opencv2/core/mat.hpp>

#include "capture/card_likeness.h"
#include "capture/printed_text.h"
#include "capture/quad.h"
#include "core/image.h"

namespace kith::capture {

/// What tells a business card from an envelope, a letter's head, a notebook or a screen, once it has been cut
/// out sharp. The finder must be quick and lose no card; this is asked once for each capture and knows more.
struct CardEvidence {
  CardLikeness inside;
  PrintedText text;

  static constexpr std::size_t kFeatures = CardLikeness::kFeatures + 14;
  static const std::array<const char*, kFeatures>& FeatureNames();
  /// `outline_confidence`: FoundCard::confidence.
  std::array<double, kFeatures> Features(double outline_confidence) const;

  /// Log odds of it being a card, with as many cards as other things: the sum of a step function of each
  /// feature (a generalised additive model; Hastie and Tibshirani 1986), learned as tools/finder says.
  double LogOdds(double outline_confidence) const;
};

/// `card`: the 8UC1 card image that was cut out of the frame at these corners. Pure.
CardEvidence VerifyCard(const Image& frame, const Quad& corners, const cv::Mat& card);

/// What a feature adds to the log odds: `steps[i]` if it is above `edges[i]`, for each i.
struct FeatureSteps {
  std::span<const float> edges;
  std::span<const float> steps;
};

/// The learned model, in card_verifier_model.cpp.
extern const double kVerifierBias;
extern const std::array<FeatureSteps, CardEvidence::kFeatures> kVerifierSteps;

}  // namespace kith::capture
