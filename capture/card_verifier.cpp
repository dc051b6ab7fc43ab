// SPDX-License-Identifier: Apache-2.0
#include "capture/card_verifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "capture/corner_refiner.h"
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
