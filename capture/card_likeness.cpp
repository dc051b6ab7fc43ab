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

/// From a straightened card image of this size to the frame.
cv::Matx33d ToFrame(const Quad& corners, cv::Size size) {
  std::array<cv::Point2f, 4> to;
  std::ranges::transform(corners, to.begin(), [](const Point& p) {
    return cv::Point2f(static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5));
  });
  const auto right = static_cast<float>(size.width - 1), bottom = static_cast<float>(size.height - 1);
  const std::array<cv::Point2f, 4> from = {cv::Point2f(0, 0), cv::Point2f(right, 0),
                                           cv::Point2f(right, bottom), cv::Point2f(0, bottom)};
  return cv::getPerspectiveTransform(from.data(), to.data());
}

cv::Mat ToGrey(const cv::Mat& picture) {
  if (picture.channels() == 1) return picture;
  cv::Mat grey;
  cv::cvtColor(picture, grey, picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_BGR2GRAY);
  return grey;
}

/// The part of the frame that has the quad.
cv::Rect Around(const Quad& corners, cv::Size frame) {
  const auto [left, right] = std::ranges::minmax(corners, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(corners, {}, &Point::y);
  const cv::Rect around(cv::Point(cvFloor(left.x) - 1, cvFloor(top.y) - 1),
                        cv::Point(cvCeil(right.x) + 2, cvCeil(bottom.y) + 2));
  return around & cv::Rect({}, frame);
}

/// The quad, straightened, long side across, grey. `corners`: in order. A larger card is halved before it is
/// sampled: letters between the samples would look like noise, another one for every place of the corners.
cv::Mat Straightened(const cv::Mat& frame, const Quad& corners) {
  constexpr double kMostTimes = 1.6;  // pixels of the frame a sample
  const cv::Rect around = Around(corners, frame.size());
  cv::Mat straight(kShort, kLong, CV_8UC1, cv::Scalar(0));
  if (around.empty()) return straight;
  cv::Mat grey = ToGrey(frame(around));
  Quad inside = corners;
  for (Point& corner : inside)
    corner = {corner.x - around.x, corner.y - around.y};
  double length = (Distance(corners[0], corners[1]) + Distance(corners[2], corners[3])) / 2;
  for (; length > kMostTimes * kLong && std::min(grey.cols, grey.rows) > 1; length /= 2) {
    cv::resize(grey(cv::Rect(0, 0, grey.cols & ~1, grey.rows & ~1)), grey, {}, 0.5, 0.5, cv::INTER_AREA);
    inside = Scaled(inside, 0.5);
  }
  cv::warpPerspective(grey, straight, ToFrame(inside, straight.size()), straight.size(),
                      cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return straight;
}

/// Contrasts are those of a lit card: by how much what is darker has to be brightened first.
double GainIfDark(const cv::Mat& half) {
  constexpr double kLit = 120, kMostGain = 8;
  double brightest = 0;
  cv::minMaxLoc(half, nullptr, &brightest);
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

/// The share of the fine detail that is near the sides.
double DetailInMargin(const cv::Mat& half, const cv::Mat& blurred) {
  constexpr int kMargin = 6;  // pixels
  cv::Scalar mean, deviation;
  cv::meanStdDev(half, mean, deviation);
  cv::Mat difference;
  cv::absdiff(half, blurred, difference);
  const cv::Mat detail = difference > std::max(6.0, 0.35 * deviation[0]);
  const cv::Mat middle =
      detail(cv::Rect(kMargin, kMargin, detail.cols - 2 * kMargin, detail.rows - 2 * kMargin));
  const double all = cv::countNonZero(detail);
  return (all - cv::countNonZero(middle)) / std::max(1.0, all);
}

/// Mean over a grid of pixels, a millimetre apart.
double DistanceFromGrey(const cv::Mat& frame, const Quad& corners) {
  constexpr int kAcross = 90, kDown = 55, kRim = 2;
  if (frame.channels() == 1) return 0;
  const cv::Matx33d to_frame = ToFrame(corners, {kAcross, kDown});
  int sum = 0;
  for (int y = kRim; y < kDown - kRim; ++y) {
    for (int x = kRim; x < kAcross - kRim; ++x) {
      const cv::Vec3d at = to_frame * cv::Vec3d(x, y, 1);
      const int column = std::clamp(static_cast<int>(at[0] / at[2] + 0.5), 0, frame.cols - 1);
      const int row = std::clamp(static_cast<int>(at[1] / at[2] + 0.5), 0, frame.rows - 1);
      const std::uint8_t* pixel = frame.ptr(row, column);
      sum += std::abs(pixel[0] - pixel[1]) + std::abs(pixel[2] - pixel[1]);
    }
  }
  return sum / (255.0 * (kAcross - 2 * kRim) * (kDown - 2 * kRim));
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

/// Logistic regression on 1,671 cards and 2,377 other things that have a card's outline, in pictures that
/// cardpress made: tools/finder says how.
double CardLikeness::LogOdds(double outline_odds) const {
  static constexpr std::array<Parabola, kFeatures> kTerms = {{{-0.5248, 4.5874, 3.510, -0.644},
                                                              {0.7633, 0.5111, 0.112, -0.566},
                                                              {0.1535, 0.2095, -1.999, 0.581},
                                                              {0.1083, 0.0929, -0.137, 0.021},
                                                              {0.5390, 0.2261, 0.689, 0.465},
                                                              {0.7037, 0.2234, 0.189, -0.041},
                                                              {100.5986, 128.2968, -0.950, -0.889},
                                                              {0.2015, 0.2656, 0.498, -0.290},
                                                              {45.4545, 46.2165, 3.428, -0.369},
                                                              {9.0692, 10.0145, 0.536, -1.387},
                                                              {4.7505, 3.8374, 0.404, -0.185},
                                                              {3.1013, 2.6339, -0.913, -0.254},
                                                              {7.8977, 4.4957, 0.714, -0.544},
                                                              {14.1629, 7.0100, 1.429, -0.658}}};
  double odds = 0.309;
  const std::array<double, kFeatures> values = Features(outline_odds);
  for (std::size_t i = 0; i < kFeatures; ++i)
    odds += kTerms[i].Odds(values[i]);
  return odds;
}

CardLikeness LookInside(const cv::Mat& frame, const Quad& corners) {
  constexpr int kRim = 8;  // pixels: the card's own edge
  const Quad ordered = InOrder(corners);
  cv::Mat grey =
      Straightened(frame, ordered)(cv::Rect(kRim, kRim, kLong - 2 * kRim, kShort - 2 * kRim)).clone();
  cv::Mat half, blur_1, blur_2;
  cv::resize(grey, half, {}, 0.5, 0.5, cv::INTER_AREA);
  const double gain = GainIfDark(half);
  if (gain > 1) {
    grey.convertTo(grey, -1, gain);
    half.convertTo(half, -1, gain);
  }
  cv::GaussianBlur(half, blur_1, {5, 5}, 1);
  cv::GaussianBlur(half, blur_2, {9, 9}, 2);
  CardLikeness likeness;
  likeness.text = FindTextRows(grey);
  likeness.coarse = LogMeanDifference(blur_1, blur_2);
  likeness.margin = DetailInMargin(half, blur_2);
  likeness.colourful = gain * DistanceFromGrey(frame, ordered);
  WeighTones(blur_1, likeness);
  return likeness;
}

}  // namespace kith::capture
