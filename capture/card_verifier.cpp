// SPDX-License-Identifier: Apache-2.0
#include "capture/card_verifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "capture/corner_refiner.h"
#include "capture/parabola.h"
#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

constexpr std::array<const char*, 14> kTextNames = {
    "text_letters", "text_rows",        "text_letters_per_row", "text_height", "text_tallest",
    "text_across",  "text_other_shade", "text_width",           "text_depth",  "text_centred",
    "text_uneven",  "text_portrait",    "text_detail",          "text_in_rows"};

constexpr std::array<const char*, 9> kOutlineNames = {"close_odds", "odd_shape",       "skew",
                                                      "steepness",  "weakest_edge",    "overrun",
                                                      "contrast",   "weakest_support", "support"};

}  // namespace

const std::array<const char*, CardEvidence::kFeatures>& CardEvidence::FeatureNames() {
  static const auto kNames = [] {
    std::array<const char*, kFeatures> names{};
    auto end = std::ranges::copy(CardLikeness::kFeatureNames, names.begin()).out;
    end = std::ranges::copy(kTextNames, end).out;
    std::ranges::copy(kOutlineNames, end);
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
  const std::array<double, kOutlineNames.size()> of_outline = {outline.CloseOdds(table_trust),
                                                               outline.odd_shape,
                                                               outline.skew,
                                                               outline.steepness,
                                                               outline.weakest_edge,
                                                               outline.overrun,
                                                               outline.contrast,
                                                               weakest_support,
                                                               support};
  constexpr double kMostMargin = 0.1;  // more is a frame printed along the edge
  std::array<double, kFeatures> features{};
  const double outline_odds = std::log(outline_confidence / (1 - outline_confidence));
  CardLikeness look = inside;
  look.margin = std::min(kMostMargin, look.margin);
  auto end = std::ranges::copy(look.Features(outline_odds), features.begin()).out;
  end = std::ranges::copy(of_text, end).out;
  std::ranges::copy(of_outline, end);
  return features;
}

double CardEvidence::LogOdds(double outline_confidence) const {
  static constexpr std::array<Parabola, kFeatures> kTerms = {
      {{4.3830, 2.1774, 0.119, -0.256},    {0.9040, 0.3268, -0.015, 0.029},
       {0.0407, 0.0342, -0.128, -0.181},   {0.0889, 0.0858, -0.033, -0.087},
       {0.6281, 0.2175, 0.009, -0.098},    {0.7672, 0.1785, -0.024, -0.059},
       {89.2310, 42.2915, 0.110, -0.092},  {0.0841, 0.1286, -0.000, 0.043},
       {63.3699, 27.7883, 0.223, -0.071},  {10.5743, 4.0613, 0.116, 0.009},
       {6.4132, 3.1043, 0.078, -0.030},    {3.6643, 1.3663, 0.016, -0.079},
       {7.5401, 1.6066, 0.115, -0.113},    {15.7442, 4.7768, 0.109, 0.009},
       {141.9354, 67.9911, 0.116, -0.320}, {8.8060, 4.0218, -0.005, -0.297},
       {16.2833, 4.8916, 0.217, -0.245},   {1.6212, 0.3501, 0.077, -0.452},
       {2.8390, 0.8570, 0.243, -0.021},    {0.1334, 0.1399, -0.205, -0.198},
       {0.2128, 0.2239, 0.105, -0.077},    {62.5719, 15.9191, 0.170, -0.233},
       {39.2817, 12.4692, 0.069, -0.081},  {2.8615, 1.9609, 0.115, 0.165},
       {0.4057, 0.1145, 0.042, -0.057},    {0.1187, 0.3234, -0.111, -0.262},
       {0.1380, 0.0528, -0.100, -0.062},   {0.6316, 0.1634, 0.212, -0.230},
       {3.4729, 2.3074, 0.190, -0.169},    {0.0009, 0.0085, -0.144, -0.303},
       {0.0057, 0.0090, -0.073, -0.041},   {2.1211, 0.5638, -0.113, 0.157},
       {0.7878, 0.1855, 0.028, -0.093},    {0.0464, 0.0712, -0.106, -0.115},
       {0.9100, 0.1559, 0.027, -0.058},    {0.7422, 0.2307, -0.032, -0.113},
       {0.8842, 0.1394, -0.072, 0.062}}};
  double odds = 6.828;
  const std::array<double, kFeatures> values = Features(outline_confidence);
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += kTerms[i].Odds(values[i]);
  return odds;
}

CardEvidence VerifyCard(const Image& frame, const Quad& corners, const cv::Mat& card) {
  constexpr double kStep = 2, kReach = 2;  // pixels of the work picture, as the finder has them
  const WorkPicture work = MakeWorkPicture(frame);
  const cv::Mat full = imaging::ViewAsMat(frame);
  const auto support = RefineCorners(full, corners, std::max(3.0, kReach * work.scale)).support;
  return {LookInside(full, corners),
          FindText(card),
          Weigh(work, Scaled(corners, 1 / work.scale), kStep),
          TableTrust(work),
          std::ranges::min(support),
          std::accumulate(support.begin(), support.end(), 0.0) / 4};
}

}  // namespace kith::capture
