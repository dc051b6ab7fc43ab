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
      {{5.2059, 1.9123, 0.075, -0.180},    {0.8869, 0.3181, -0.022, -0.075},
       {0.0347, 0.0338, -0.130, -0.152},   {0.0980, 0.0852, 0.059, -0.068},
       {0.6444, 0.2086, 0.034, -0.062},    {0.7684, 0.1768, -0.032, 0.027},
       {85.9393, 37.8429, 0.083, -0.047},  {0.0656, 0.1211, 0.003, 0.033},
       {61.8887, 26.8828, 0.153, -0.049},  {10.3926, 4.0578, 0.096, -0.002},
       {6.3976, 3.0722, 0.025, -0.060},    {3.6370, 1.4238, 0.052, -0.000},
       {7.6638, 1.6990, -0.032, -0.124},   {15.9383, 4.8703, 0.159, -0.026},
       {134.6881, 53.7826, 0.048, -0.297}, {8.5610, 3.6654, 0.002, -0.254},
       {16.1235, 4.6268, 0.080, -0.099},   {1.6477, 0.3264, -0.026, -0.256},
       {2.8184, 0.8321, 0.119, -0.105},    {0.1347, 0.1382, -0.173, -0.238},
       {0.2211, 0.2301, 0.114, 0.029},     {61.2473, 15.9335, 0.173, -0.279},
       {38.8248, 12.4697, 0.068, -0.074},  {2.8644, 1.9673, 0.055, 0.170},
       {0.4108, 0.1067, 0.049, -0.008},    {0.1228, 0.3282, -0.143, -0.328},
       {0.1333, 0.0480, -0.146, 0.051},    {0.6402, 0.1574, 0.183, -0.227},
       {4.1835, 1.9821, 0.103, -0.223},    {0.0004, 0.0053, -0.043, -0.119},
       {0.0067, 0.0090, -0.009, 0.021},    {2.3628, 0.4677, -0.057, 0.034},
       {0.8626, 0.1571, -0.016, 0.008},    {0.0440, 0.0677, -0.033, -0.025},
       {0.9581, 0.1052, 0.015, -0.071},    {0.8021, 0.2222, 0.001, -0.123},
       {0.9107, 0.1195, -0.053, 0.057}}};
  double odds = 6.258;
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
