// SPDX-License-Identifier: Apache-2.0
#include "capture/card_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include <opencv2/imgproc.hpp>

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

/// How many times the print begins, going down its rows: once a line of text.
double Beginnings(const cv::Mat& mask, int dimension) {
  cv::Mat profile;
  cv::reduce(mask, profile, dimension, cv::REDUCE_AVG, CV_32F);
  profile = profile.reshape(1, 1);
  const double level = cv::mean(profile)[0];
  int beginnings = 0;
  for (int i = 1; i < profile.cols; ++i)
    beginnings += profile.at<float>(i) > level && profile.at<float>(i - 1) <= level ? 1 : 0;
  return beginnings;
}

void WeighFields(const cv::Mat& mask, CardLikeness& likeness) {
  constexpr int kColumns = 12, kRows = 8, kFields = kColumns * kRows, kQuarter = kFields / 4;
  constexpr double kAny = 0.03 * 255;
  cv::Mat fields;
  cv::resize(mask, fields, {kColumns, kRows}, 0, 0, cv::INTER_AREA);
  std::vector<std::uint8_t> sorted(fields.begin<std::uint8_t>(), fields.end<std::uint8_t>());
  std::ranges::sort(sorted, std::greater<>());
  likeness.covered = double(std::ranges::count_if(sorted, [](int f) { return f > kAny; })) / kFields;
  double sum = 0;
  for (std::size_t i = 0; i < kQuarter; ++i)
    sum += sorted[i] / 255.0;
  likeness.densest = sum / kQuarter;
}

/// What a value adds to the log odds: a parabola over how many deviations it is from the mean.
struct Term {
  double value, mean, deviation, linear, square;

  double Odds() const {
    const double relative = std::clamp((value - mean) / deviation, -3.0, 3.0);
    return linear * relative + square * relative * relative;
  }
};

}  // namespace

/// Logistic regression on 643 cards and 315 other things that the finder took for cards in photographs,
/// tables of cards and pictures without a card that cardpress made.
double CardLikeness::LogOdds(double outline_confidence) const {
  const double outline = std::log(outline_confidence / (1 - outline_confidence));
  const std::array<Term, 12> terms = {{{outline, 4.3395, 2.0845, 0.781, -0.360},
                                       {fine, 1.3405, 0.5532, 0.838, -0.688},
                                       {middle, 0.8132, 0.4521, -0.849, 0.512},
                                       {coarse, 0.8920, 0.4588, 0.221, -0.551},
                                       {printed, 0.1262, 0.0698, -0.070, -0.350},
                                       {covered, 0.4272, 0.1838, 0.828, -0.574},
                                       {densest, 0.3764, 0.1799, 0.441, 0.653},
                                       {margin, 0.0864, 0.1591, -1.516, 0.167},
                                       {lines, 0.1488, 0.1121, 0.394, -0.565},
                                       {colourful, 0.1074, 0.0911, -0.253, -0.070},
                                       {light, 0.6009, 0.2559, 0.282, -0.067},
                                       {two_toned, 0.7639, 0.1955, 0.008, 0.038}}};
  double odds = 2.349;
  for (const Term& term : terms)
    odds += term.Odds();
  return odds;
}

CardLikeness LookInside(const cv::Mat& frame, const Quad& corners) {
  CardLikeness likeness;
  constexpr int kRim = 8;  // pixels: the card's own edge
  cv::Mat colour =
      Straightened(frame, corners)(cv::Rect(kRim, kRim, kLong - 2 * kRim, kShort - 2 * kRim)).clone();
  BrightenIfDark(colour);
  cv::Mat grey, blur_1, blur_2, blur_4;
  cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
  cv::GaussianBlur(grey, blur_1, {5, 5}, 1);
  cv::GaussianBlur(grey, blur_2, {9, 9}, 2);
  cv::GaussianBlur(grey, blur_4, {17, 17}, 4);
  likeness.fine = LogMeanDifference(grey, blur_1);
  likeness.middle = LogMeanDifference(blur_1, blur_2);
  likeness.coarse = LogMeanDifference(blur_2, blur_4);
  cv::Mat difference, mask;
  cv::absdiff(blur_1, blur_4, difference);
  cv::Scalar mean, deviation;
  cv::meanStdDev(grey, mean, deviation);
  mask = difference > std::max(6.0, 0.35 * deviation[0]);
  likeness.printed = cv::mean(mask)[0] / 255;
  WeighFields(mask, likeness);
  constexpr int kMargin = 12;
  const cv::Mat middle = mask(cv::Rect(kMargin, kMargin, mask.cols - 2 * kMargin, mask.rows - 2 * kMargin));
  const double all = cv::countNonZero(mask), inner = cv::countNonZero(middle);
  likeness.margin = (all - inner) / std::max(1.0, all);
  likeness.lines = std::max(Beginnings(mask, 0), Beginnings(mask, 1)) / 100;
  std::vector<cv::Mat> channels;
  cv::split(colour, channels);
  likeness.colourful =
      (cv::norm(channels[0], channels[1], cv::NORM_L1) + cv::norm(channels[2], channels[1], cv::NORM_L1)) /
      (255.0 * static_cast<double>(grey.total()));
  std::vector<std::uint8_t> levels(blur_2.begin<std::uint8_t>(), blur_2.end<std::uint8_t>());
  const auto half = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
  std::ranges::nth_element(levels, half);
  likeness.light = *half / 255.0;
  likeness.two_toned =
      double(cv::countNonZero(cv::abs(blur_2 - *half) < 20)) / static_cast<double>(blur_2.total());
  return likeness;
}

}  // namespace kith::capture
