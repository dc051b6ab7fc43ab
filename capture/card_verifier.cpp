// SPDX-License-Identifier: Apache-2.0
#include "capture/card_verifier.h"

#include <algorithm>
#include <cmath>

#include "imaging/mat.h"

namespace kith::capture {
namespace {

constexpr std::array<const char*, CardEvidence::kFeatures - CardLikeness::kFeatures> kTextNames = {
    "text_letters", "text_rows",        "text_letters_per_row", "text_height", "text_tallest",
    "text_across",  "text_other_shade", "text_width",           "text_depth",  "text_centred",
    "text_uneven",  "text_portrait",    "text_detail",          "text_in_rows"};

double At(const FeatureSteps& feature, double value) {
  double sum = 0;
  for (std::size_t i = 0; i < feature.edges.size() && value > feature.edges[i]; ++i)
    sum += feature.steps[i];
  return sum;
}

}  // namespace

const std::array<const char*, CardEvidence::kFeatures>& CardEvidence::FeatureNames() {
  static const auto kNames = [] {
    std::array<const char*, kFeatures> names{};
    const auto end = std::ranges::copy(CardLikeness::kFeatureNames, names.begin()).out;
    std::ranges::copy(kTextNames, end);
    return names;
  }();
  return kNames;
}

std::array<double, CardEvidence::kFeatures> CardEvidence::Features(double outline_confidence) const {
  const std::array<double, kTextNames.size()> of_text = {
      double(text.letters), double(text.rows), text.letters / std::max(1.0, double(text.rows)),
      text.height,          text.tallest,      text.across,
      text.other_shade,     text.width,        text.depth,
      double(text.centred), text.unevenness,   text.portrait ? 1.0 : 0.0,
      text.detail,          text.in_rows};
  std::array<double, kFeatures> features{};
  const double outline_odds = std::log(outline_confidence / (1 - outline_confidence));
  const auto end = std::ranges::copy(inside.Features(outline_odds), features.begin()).out;
  std::ranges::copy(of_text, end);
  return features;
}

double CardEvidence::LogOdds(double outline_confidence) const {
  const std::array<double, kFeatures> values = Features(outline_confidence);
  double odds = kVerifierBias;
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += At(kVerifierSteps[i], values[i]);
  return odds;
}

CardEvidence VerifyCard(const Image& frame, const Quad& corners, const cv::Mat& card) {
  return {LookInside(imaging::ViewAsMat(frame), corners), FindText(card)};
}

}  // namespace kith::capture
