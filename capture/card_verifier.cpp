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
      {{4.4554, 2.2382, 0.116, -0.218},    {0.8822, 0.3379, -0.042, 0.058},
       {0.0372, 0.0345, -0.135, -0.166},   {0.0949, 0.0881, -0.034, -0.110},
       {0.6333, 0.2162, 0.031, -0.164},    {0.7714, 0.1790, -0.010, -0.051},
       {87.1512, 40.8628, 0.011, -0.112},  {0.0721, 0.1220, -0.020, 0.085},
       {61.8831, 28.6258, 0.167, 0.030},   {10.4294, 4.1065, 0.097, -0.085},
       {6.3795, 3.1226, 0.103, -0.069},    {3.6445, 1.3781, 0.004, -0.113},
       {7.6463, 1.6570, 0.077, -0.130},    {15.7050, 4.7666, 0.078, 0.006},
       {135.9022, 68.1043, 0.057, -0.255}, {8.5958, 4.0940, -0.030, -0.189},
       {16.0422, 4.9924, 0.148, -0.148},   {1.6371, 0.3619, 0.023, -0.405},
       {2.7464, 0.8600, 0.174, -0.164},    {0.1420, 0.1505, -0.201, -0.204},
       {0.2247, 0.2424, 0.185, 0.053},     {60.4908, 16.8330, 0.149, -0.348},
       {38.2455, 12.8595, 0.112, -0.232},  {2.8972, 2.0388, 0.079, 0.160},
       {0.4136, 0.1265, 0.006, -0.097},    {0.1205, 0.3255, -0.096, -0.223},
       {0.1362, 0.0539, -0.116, -0.107},   {0.6234, 0.1780, 0.120, -0.176},
       {3.4703, 2.3556, 0.154, -0.136},    {0.0010, 0.0095, -0.101, -0.241},
       {0.0063, 0.0092, -0.019, 0.072},    {2.1000, 0.5954, -0.074, 0.051},
       {0.8179, 0.1813, 0.008, -0.053},    {0.0417, 0.0662, -0.090, -0.126},
       {0.9111, 0.1619, -0.013, 0.093},    {0.7463, 0.2480, -0.038, -0.066},
       {0.8783, 0.1517, -0.078, 0.037}}};
  double odds = 6.601;
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
