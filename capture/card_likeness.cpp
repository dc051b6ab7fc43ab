// SPDX-License-Identifier: Apache-2.0
#include "capture/card_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/parabola.h"

namespace kith::capture {
namespace {

constexpr int kLong = 360, kShort = 220;  // pixels: four a millimetre, letters of 2 mm have eight

/// The quad, straightened, long side across, BGR.
cv::Mat Straightened(const cv::Mat& frame, const Quad& corners) {
  const Quad ordered = InOrder(corners);
  std::array<cv::Point2f, 4> from;
  std::ranges::transform(ordered, from.begin(), [](const Point& p) {
    return cv::Point2f(static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5));
  });
  const std::array<cv::Point2f, 4> to = {cv::Point2f(0, 0), cv::Point2f(kLong - 1, 0),
                                         cv::Point2f(kLong - 1, kShort - 1), cv::Point2f(0, kShort - 1)};
  cv::Mat straight;
  cv::warpPerspective(frame, straight, cv::getPerspectiveTransform(from.data(), to.data()), {kLong, kShort},
                      cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  if (straight.channels() == 1) cv::cvtColor(straight, straight, cv::COLOR_GRAY2BGR);
  if (straight.channels() == 4) cv::cvtColor(straight, straight, cv::COLOR_RGBA2BGR);
  return straight;
}

/// Contrasts are those of a lit card: what is darker is brightened first.
void BrightenIfDark(cv::Mat& colour) {
  constexpr double kLit = 120, kMostGain = 8;
  cv::Mat small;
  cv::resize(colour, small, {}, 0.25, 0.25, cv::INTER_AREA);
  double brightest = 0;
  cv::minMaxLoc(small.reshape(1), nullptr, &brightest);
  const double gain = std::min(kMostGain, kLit / std::max(1.0, brightest));
  if (gain > 1) colour.convertTo(colour, -1, gain);
}

double LogMeanDifference(const cv::Mat& a, const cv::Mat& b) {
  return std::log(0.3 + cv::norm(a, b, cv::NORM_L1) / static_cast<double>(a.total()));
}

/// By counting: several times as quick as sorting, as there are few levels.
int MedianOf(const cv::Mat& grey) {
  std::array<int, 256> histogram{};
  for (int y = 0; y < grey.rows; ++y) {
    const auto* row = grey.ptr<std::uint8_t>(y);
    for (int x = 0; x < grey.cols; ++x)
      ++histogram[row[x]];
  }
  int level = 0;
  for (std::size_t below = 0; below <= grey.total() / 2; ++level)
    below += static_cast<std::size_t>(histogram[static_cast<std::size_t>(level)]);
  return level - 1;
}

/// The share of the fine detail that is near the sides.
double DetailInMargin(const cv::Mat& grey, const cv::Mat& blur_1, const cv::Mat& blur_4) {
  constexpr int kMargin = 12;  // pixels
  cv::Scalar mean, deviation;
  cv::meanStdDev(grey, mean, deviation);
  cv::Mat difference;
  cv::absdiff(blur_1, blur_4, difference);
  const cv::Mat detail = difference > std::max(6.0, 0.35 * deviation[0]);
  const cv::Mat middle =
      detail(cv::Rect(kMargin, kMargin, detail.cols - 2 * kMargin, detail.rows - 2 * kMargin));
  const double all = cv::countNonZero(detail);
  return (all - cv::countNonZero(middle)) / std::max(1.0, all);
}

double DistanceFromGrey(const cv::Mat& colour) {
  std::array<cv::Mat, 3> channels;
  cv::split(colour, channels.data());
  return (cv::norm(channels[0], channels[1], cv::NORM_L1) + cv::norm(channels[2], channels[1], cv::NORM_L1)) /
         (255.0 * static_cast<double>(colour.total()));
}

void WeighTones(const cv::Mat& grey, CardLikeness& likeness) {
  constexpr int kNear = 20;  // grey levels
  const int median = MedianOf(grey);
  likeness.light = median / 255.0;
  likeness.two_toned =
      double(cv::countNonZero(cv::abs(grey - median) < kNear)) / static_cast<double>(grey.total());
}

}  // namespace

const std::array<const char*, CardLikeness::kFeatures> CardLikeness::kFeatureNames = {
    "outline", "coarse",          "margin",     "colourful", "light",  "two_toned", "letters",
    "cut_off", "letters_in_rows", "small_rows", "aligned",   "length", "height",    "tallest"};

std::array<double, CardLikeness::kFeatures> CardLikeness::Features(double outline_odds) const {
  return {outline_odds,
          coarse,
          margin,
          colourful,
          light,
          two_toned,
          double(text.letters),
          text.cut_off,
          double(text.letters_in_rows),
          double(text.small_rows),
          double(text.aligned),
          text.length,
          text.height,
          text.tallest};
}

/// Logistic regression on 1,664 cards and 2,374 other things that have a card's outline, in pictures that
/// cardpress made: tools/finder says how.
double CardLikeness::LogOdds(double outline_odds) const {
  static constexpr std::array<Parabola, kFeatures> kTerms = {{{-0.5201, 4.5957, 3.736, -0.713},
                                                              {0.8074, 0.5163, 0.295, -0.613},
                                                              {0.1471, 0.2146, -2.090, 0.594},
                                                              {0.1082, 0.0930, -0.329, 0.035},
                                                              {0.5367, 0.2265, 0.769, 0.399},
                                                              {0.7043, 0.2228, 0.125, -0.030},
                                                              {109.2110, 132.7421, -0.899, -0.898},
                                                              {0.2043, 0.2649, 0.399, -0.266},
                                                              {49.7744, 49.2675, 3.538, -0.497},
                                                              {9.1882, 10.1642, -0.419, -0.549},
                                                              {4.6949, 3.7315, 0.543, -0.140},
                                                              {3.0483, 2.5406, -0.583, -0.392},
                                                              {7.7870, 4.4292, 0.633, -0.700},
                                                              {14.0838, 6.9392, 1.137, -0.417}}};
  double odds = 0.023;
  const std::array<double, kFeatures> values = Features(outline_odds);
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += kTerms[i].Odds(values[i]);
  return odds;
}

CardLikeness LookInside(const cv::Mat& frame, const Quad& corners) {
  constexpr int kRim = 8;  // pixels: the card's own edge
  cv::Mat colour =
      Straightened(frame, corners)(cv::Rect(kRim, kRim, kLong - 2 * kRim, kShort - 2 * kRim)).clone();
  BrightenIfDark(colour);
  cv::Mat grey, blur_1, blur_2, blur_4;
  cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
  cv::GaussianBlur(grey, blur_1, {5, 5}, 1);
  cv::GaussianBlur(grey, blur_2, {9, 9}, 2);
  cv::GaussianBlur(grey, blur_4, {17, 17}, 4);
  CardLikeness likeness;
  likeness.text = FindTextRows(grey);
  likeness.coarse = LogMeanDifference(blur_2, blur_4);
  likeness.margin = DetailInMargin(grey, blur_1, blur_4);
  likeness.colourful = DistanceFromGrey(colour);
  WeighTones(blur_2, likeness);
  return likeness;
}

}  // namespace kith::capture
