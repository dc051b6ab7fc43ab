// SPDX-License-Identifier: Apache-2.0
#include "capture/card_likeness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/grey_warp.h"
#include "capture/parabola.h"

namespace kith::capture {
namespace {

constexpr int kLong = 360, kShort = 220;  // pixels: four a millimetre, letters of 2 mm have eight
constexpr int kRim = 8;                   // pixels: the card's own edge

/// Corners of a quad in a picture of which `origin` is the top left pixel and that is `reduced` times
/// smaller, as OpenCV counts: from the centre of that pixel.
std::array<cv::Point2f, 4> CornersIn(const Quad& quad, cv::Point origin, double reduced) {
  std::array<cv::Point2f, 4> corners;
  std::ranges::transform(quad, corners.begin(), [&](const Point& p) {
    return cv::Point2f(static_cast<float>((p.x - origin.x) / reduced - 0.5),
                       static_cast<float>((p.y - origin.y) / reduced - 0.5));
  });
  return corners;
}

/// The pixels of the frame around the quad, two by two at least.
cv::Rect Around(const cv::Mat& frame, const std::array<cv::Point2f, 4>& corners) {
  constexpr int kMargin = 2;  // pixels: the interpolation looks that far
  cv::Rect around = cv::boundingRect(corners);
  around -= cv::Point(kMargin, kMargin);
  around += cv::Size(2 * kMargin, 2 * kMargin);
  around &= cv::Rect({}, frame.size());
  return around.width < 2 || around.height < 2 ? cv::Rect({}, frame.size()) : around;
}

cv::Mat GreyOf(const cv::Mat& picture) {
  if (picture.channels() == 1) return picture;
  cv::Mat grey;
  cv::cvtColor(picture, grey, picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_BGR2GRAY);
  return grey;
}

/// The quad, straightened, long side across, grey. A card that is larger in the frame is made smaller first:
/// leaving pixels out, the same print would look another way with every pixel that a corner is moved by.
cv::Mat StraightenedGrey(const cv::Mat& frame, const Quad& quad) {
  const std::array<cv::Point2f, 4> in_frame = CornersIn(quad, {}, 1);
  const cv::Rect around = Around(frame, in_frame);
  cv::Mat grey = GreyOf(frame(around));
  const double per_pixel = std::sqrt(std::max(0.0, Area(quad)) / (kLong * kShort));
  const int reduced = std::clamp(cvRound(per_pixel), 1, std::max(1, std::min(grey.cols, grey.rows) / 2));
  if (reduced > 1) {
    const cv::Size whole(grey.cols / reduced, grey.rows / reduced);  // pixels that are whole
    cv::resize(grey(cv::Rect(0, 0, whole.width * reduced, whole.height * reduced)), grey, whole, 0, 0,
               cv::INTER_AREA);
  }
  return WarpGrey(grey, CornersIn(quad, around.tl(), reduced), {kLong, kShort});
}

/// Contrasts are those of a lit card: what is darker has to be made brighter first. How many times. `half`:
/// half as large as the straightened quad.
double GainOf(const cv::Mat& half) {
  constexpr double kLit = 120, kMostGain = 8;
  cv::Mat small;
  cv::resize(half, small, {}, 0.5, 0.5, cv::INTER_AREA);
  double brightest = 0;
  cv::minMaxLoc(small, nullptr, &brightest);
  return std::clamp(kLit / std::max(1.0, brightest), 1.0, kMostGain);
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

/// The share of the fine detail that is near the sides, of pictures half as large as the straightened quad.
double DetailInMargin(const cv::Mat& half, const cv::Mat& blur_1, const cv::Mat& blur_4) {
  constexpr int kMargin = 6;  // pixels
  cv::Scalar mean, deviation;
  cv::meanStdDev(half, mean, deviation);
  cv::Mat difference;
  cv::absdiff(blur_1, blur_4, difference);
  const cv::Mat detail = difference > std::max(6.0, 0.35 * deviation[0]);
  const cv::Mat middle =
      detail(cv::Rect(kMargin, kMargin, detail.cols - 2 * kMargin, detail.rows - 2 * kMargin));
  const double all = cv::countNonZero(detail);
  return (all - cv::countNonZero(middle)) / std::max(1.0, all);
}

/// Of a few thousand pixels of the quad, `gain` times as bright: more say the same.
double DistanceFromGrey(const cv::Mat& frame, const Quad& quad, double gain) {
  constexpr int kEvery = 4;  // pixels of the straightened quad
  constexpr float kFirst = float{kRim} / kEvery, kRight = float{kLong - kRim - 1} / kEvery,
                  kBottom = float{kShort - kRim - 1} / kEvery;
  if (frame.channels() == 1) return 0;
  const std::array<cv::Point2f, 4> from = CornersIn(quad, {}, 1);
  const std::array<cv::Point2f, 4> to = {cv::Point2f(-kFirst, -kFirst), cv::Point2f(kRight, -kFirst),
                                         cv::Point2f(kRight, kBottom), cv::Point2f(-kFirst, kBottom)};
  cv::Mat colour;
  cv::warpPerspective(frame, colour, cv::getPerspectiveTransform(from.data(), to.data()),
                      {(kLong - 2 * kRim) / kEvery, (kShort - 2 * kRim) / kEvery}, cv::INTER_LINEAR,
                      cv::BORDER_REPLICATE);
  colour.convertTo(colour, -1, gain);
  std::array<cv::Mat, 4> channels;
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

/// Logistic regression on 1,915 cards and 2,371 other things that have a card's outline, in pictures that
/// cardpress made: tools/finder says how.
double CardLikeness::LogOdds(double outline_odds) const {
  static constexpr std::array<Parabola, kFeatures> kTerms = {{{-0.1960, 4.6269, 3.627, -0.767},
                                                              {0.7923, 0.5026, 0.135, -0.531},
                                                              {0.1462, 0.2140, -1.952, 0.364},
                                                              {0.1090, 0.0921, 0.026, -0.056},
                                                              {0.5470, 0.2260, 0.735, 0.536},
                                                              {0.7050, 0.2200, 0.252, -0.033},
                                                              {98.7186, 123.2651, -1.150, -0.501},
                                                              {0.1928, 0.2618, 0.510, -0.269},
                                                              {45.8700, 43.9239, 3.669, -0.199},
                                                              {9.2371, 9.7031, 0.382, -0.846},
                                                              {4.9244, 3.8658, 0.635, -0.526},
                                                              {3.1769, 2.6008, -1.177, -0.234},
                                                              {7.7964, 4.3293, 0.771, -0.681},
                                                              {14.2328, 6.9493, 1.711, -0.699}}};
  double odds = 0.695;
  const std::array<double, kFeatures> values = Features(outline_odds);
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += kTerms[i].Odds(values[i]);
  return odds;
}

CardLikeness LookInside(const cv::Mat& frame, const Quad& corners) {
  const Quad ordered = InOrder(corners);
  cv::Mat grey =
      StraightenedGrey(frame, ordered)(cv::Rect(kRim, kRim, kLong - 2 * kRim, kShort - 2 * kRim)).clone();
  cv::Mat half, blur_1, blur_2, blur_4;
  cv::resize(grey, half, {}, 0.5, 0.5, cv::INTER_AREA);
  const double gain = GainOf(half);
  if (gain > 1) {
    grey.convertTo(grey, -1, gain);
    half.convertTo(half, -1, gain);
  }
  // By 1, 2 and 4 pixels of `grey`: the same at half the size, for a quarter of the work.
  cv::GaussianBlur(half, blur_1, {3, 3}, 0.45);
  cv::GaussianBlur(half, blur_2, {5, 5}, 0.97);
  cv::GaussianBlur(half, blur_4, {9, 9}, 1.98);
  CardLikeness likeness;
  likeness.text = FindTextRows(grey);
  likeness.coarse = LogMeanDifference(blur_2, blur_4);
  likeness.margin = DetailInMargin(half, blur_1, blur_4);
  likeness.colourful = DistanceFromGrey(frame, ordered, gain);
  WeighTones(blur_2, likeness);
  return likeness;
}

}  // namespace kith::capture
