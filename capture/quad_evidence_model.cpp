// SPDX-License-Identifier: Apache-2.0
// What the evidence is worth: the learned weights.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "capture/parabola.h"
#include "capture/quad_evidence.h"

namespace kith::capture {

namespace {

constexpr double kPrintedShare = 0.02;  // share of the inside that is edge: enough to be print

}  // namespace

const std::array<const char*, Evidence::kFeatures> Evidence::kFeatureNames = {
    "log_area",         "edge",     "weakest_edge",  "weaker_edge",    "overrun",       "contrast",
    "weakest_contrast", "polarity", "inside_spread", "outside_spread", "table_outside", "card_inside",
    "table_trust",      "printed",  "detail",        "odd_shape",      "skew",          "steepness"};

std::array<double, Evidence::kFeatures> Evidence::Features(double table_trust) const {
  constexpr double kLeastArea = 1e-3, kSpread = 40, kMostDetail = 0.3;
  constexpr double kMostOdd = 0.4, kMostSkew = 0.3;
  return {std::log(std::max(area, kLeastArea)),
          edge,
          weakest_edge,
          weaker_edge,
          overrun,
          contrast,
          weakest_contrast,
          polarity,
          std::min(1.0, inside_spread / kSpread),
          std::min(1.0, outside_spread / kSpread),
          table_trust * table_outside,
          table_trust * card_inside,
          table_trust,
          std::min(1.0, detail / kPrintedShare),
          std::min(kMostDetail, detail),
          std::min(kMostOdd, odd_shape),
          std::min(kMostSkew, skew),
          steepness};
}

/// Logistic regression on 84,649 candidates in photographs, tables of cards and pictures without a card that
/// cardpress made, 3,263 of them on a card: tools/finder says how.
double Evidence::Confidence(double table_trust) const {
  constexpr double kBias = -9.446;
  static constexpr std::array<double, kFeatures - 1> kWeights = {
      0.801,  6.651, 0.081, 0.237,  -14.083, 0.851,  3.252,   1.200,  0.353,
      -1.939, 5.288, 1.810, -7.781, 7.171,   -0.827, -30.338, -14.133};
  const std::array<double, kFeatures> features = Features(table_trust);
  const double odds = std::inner_product(kWeights.begin(), kWeights.end(), features.begin(), kBias);
  return 1 / (1 + std::exp(-odds));
}

double Evidence::MostConfidence(double table_trust) const {
  Evidence printed = *this;
  printed.detail = kPrintedShare;  // what is less counts less, and what is more counts a little against it
  return printed.Confidence(table_trust);
}

/// On 38,598 rivals in photographs and pictures without a card that cardpress made, 10,317 of them a card:
/// tools/finder says how.
double Evidence::CloseOdds(double table_trust) const {
  static constexpr std::array<Parabola, kFeatures> kTerms = {{{-1.5929, 0.6185, 0.323, -0.349},
                                                              {0.7721, 0.1410, 0.691, 0.061},
                                                              {0.5072, 0.2456, 0.278, -0.035},
                                                              {0.7451, 0.2123, 0.040, -0.090},
                                                              {0.1089, 0.0918, -1.451, 0.244},
                                                              {0.7903, 0.1939, 0.137, 0.173},
                                                              {0.5095, 0.3456, 0.868, -0.299},
                                                              {0.7430, 0.2942, 0.720, 0.225},
                                                              {0.7577, 0.2840, 0.092, 0.078},
                                                              {0.6216, 0.2990, -0.172, -0.392},
                                                              {0.6191, 0.3315, 1.831, 0.465},
                                                              {0.5685, 0.3308, 1.230, 0.840},
                                                              {0.7344, 0.3488, -3.564, -1.157},
                                                              {0.9982, 0.0289, -0.241, -0.192},
                                                              {0.0660, 0.0312, -0.184, -0.079},
                                                              {0.0092, 0.0237, -3.526, 0.593},
                                                              {0.0229, 0.0340, -0.870, -0.135},
                                                              {1.6811, 0.5118, -0.095, -0.224}}};
  double odds = -1.500;
  const std::array<double, kFeatures> values = Features(table_trust);
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += kTerms[i].Odds(values[i]);
  return odds;
}

/// Logistic regression on 20,689 pairs of candidates within 3 % of a card's diagonal, in photographs that
/// cardpress made: tools/finder says how.
double Evidence::Exactness(double table_trust) const {
  static constexpr std::array<double, kFeatures> kWeights = {0,     0.718, 0.357,  -0.841,  -28.190, 5.146,
                                                             3.641, 2.720, -4.967, -1.445,  6.093,   20.039,
                                                             0,     0,     0,      -96.046, -68.950, 3.357};
  const std::array<double, kFeatures> features = Features(table_trust);
  return std::inner_product(kWeights.begin(), kWeights.end(), features.begin(), 0.0);
}

}  // namespace kith::capture
