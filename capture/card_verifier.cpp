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
      {{4.9800, 1.9708, 0.066, -0.134},    {0.9005, 0.3196, -0.045, -0.066},
       {0.0343, 0.0334, -0.087, -0.150},   {0.0914, 0.0802, 0.027, -0.081},
       {0.6264, 0.2093, 0.051, -0.092},    {0.7676, 0.1837, -0.031, 0.035},
       {100.1445, 42.8791, 0.087, -0.055}, {0.0704, 0.1260, 0.010, -0.037},
       {71.3569, 31.4839, 0.191, -0.055},  {10.6157, 4.3523, 0.054, -0.029},
       {6.3170, 3.1069, 0.048, -0.046},    {3.6176, 1.3965, 0.064, 0.024},
       {7.4205, 1.5852, -0.020, -0.091},   {15.3868, 4.6546, 0.157, -0.012},
       {133.3366, 59.7773, 0.023, -0.302}, {8.6080, 4.0716, -0.035, -0.251},
       {15.8501, 5.0638, 0.087, -0.117},   {1.6408, 0.3534, 0.022, -0.317},
       {2.8138, 0.8834, 0.140, -0.127},    {0.1361, 0.1369, -0.154, -0.221},
       {0.2553, 0.2429, 0.154, 0.123},     {61.0486, 16.4021, 0.141, -0.251},
       {39.1617, 13.0536, 0.050, -0.117},  {2.8534, 1.9258, 0.037, 0.191},
       {0.4199, 0.1159, 0.033, -0.073},    {0.1311, 0.3375, -0.164, -0.360},
       {0.1331, 0.0517, -0.125, -0.037},   {0.6341, 0.1691, 0.163, -0.269},
       {3.9822, 2.0417, 0.111, -0.157},    {0.0006, 0.0066, -0.051, -0.147},
       {0.0077, 0.0101, -0.008, 0.003},    {2.3400, 0.4726, -0.012, 0.009},
       {0.8492, 0.1603, -0.021, -0.029},   {0.0427, 0.0666, -0.039, -0.073},
       {0.9531, 0.1100, 0.017, -0.081},    {0.7792, 0.2272, 0.008, -0.155},
       {0.8975, 0.1295, -0.042, 0.005}}};
  double odds = 6.304;
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
