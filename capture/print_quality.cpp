// SPDX-License-Identifier: Apache-2.0
#include "capture/print_quality.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

double Quantile(const cv::Mat& mat, double share) {
  std::vector<float> values;
  mat.reshape(1, 1).convertTo(values, CV_32F);
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return double(*at);
}

cv::Mat WithoutEdge(const cv::Mat& card) {
  const int margin = std::min(card.cols, card.rows) / 12;
  return card(cv::Rect(margin, margin, card.cols - 2 * margin, card.rows - 2 * margin)).clone();
}

cv::Mat Gradient(const cv::Mat& gray) {
  cv::Mat dx, dy, magnitude;
  cv::Sobel(gray, dx, CV_32F, 1, 0, 3, 0.25);
  cv::Sobel(gray, dy, CV_32F, 0, 1, 3, 0.25);
  cv::magnitude(dx, dy, magnitude);
  return magnitude;
}

cv::Mat Disc(int radius) {
  return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1});
}

constexpr int kGlareWidth = 240;  // pixels that a card is reduced to: glare is large and soft
constexpr double kWhite = 248;    // as bright as cameras see, noise apart

/// The lightness of the paper without what is printed on it.
cv::Mat Paper(const cv::Mat& gray) {
  cv::Mat paper;
  cv::morphologyEx(gray, paper, cv::MORPH_CLOSE, Disc(3));
  return paper;
}

/// The pixels from `from` to `to` outside of the spot.
cv::Mat Ring(const cv::Mat& spot, int from, int to) {
  cv::Mat within, beyond;
  cv::dilate(spot, within, Disc(from));
  cv::dilate(spot, beyond, Disc(to));
  return beyond & ~within;
}

/// Glare stands out and fades by and by, while the lightness falls at once around a white panel and hardly
/// at all on white paper.
bool FadesOut(const cv::Mat& paper, const cv::Mat& spot) {
  constexpr double kStandsOut = 16;  // grey levels
  constexpr double kAtOnce = 0.75;   // of the whole fall
  const cv::Mat near = Ring(spot, 1, 3), far = Ring(spot, 9, 12);
  if (cv::countNonZero(near) == 0 || cv::countNonZero(far) == 0) return false;
  const double fall = kWhite - cv::mean(paper, far)[0];
  return fall > kStandsOut && kWhite - cv::mean(paper, near)[0] < kAtOnce * fall;
}

/// The share of `where` that is print.
double Printed(const cv::Mat& gray, const cv::Mat& paper, const cv::Mat& where) {
  constexpr double kStroke = 18;  // grey levels
  const cv::Mat strokes = (paper - gray) > kStroke;
  return cv::countNonZero(strokes & where) / std::max(1.0, double(cv::countNonZero(where)));
}

/// Whether there is print close to the spot, and none to be seen in it: it is likely to hide some.
bool HidesPrint(const cv::Mat& gray, const cv::Mat& paper, const cv::Mat& spot) {
  constexpr double kAround = 0.03;
  constexpr double kInside = 0.05;
  cv::Mat filled;
  cv::morphologyEx(spot, filled, cv::MORPH_CLOSE, Disc(4));
  return Printed(gray, paper, filled) < kInside && Printed(gray, paper, Ring(spot, 1, 12)) > kAround;
}

}  // namespace

double Sharpness(const cv::Mat& card) {
  // Without the card's own edge, which may be a clean line beside blurred print.
  const cv::Mat inside = WithoutEdge(card);
  return Quantile(Gradient(inside), 0.995) / std::max(20.0, Quantile(inside, 0.99) - Quantile(inside, 0.005));
}

double Light(const cv::Mat& card) {
  return Quantile(card, 0.98);
}

double GlareOverPrint(const cv::Mat& card) {
  constexpr double kMostlyWhite = 0.35;  // of the card: then it is the paper that is so bright
  constexpr double kSmallestSpot = 0.003;
  cv::Mat gray;
  const double scale = double(kGlareWidth) / std::max(card.cols, card.rows);
  cv::resize(card, gray, {}, std::min(1.0, scale), std::min(1.0, scale), cv::INTER_AREA);
  cv::Mat white = gray >= kWhite;
  cv::morphologyEx(white, white, cv::MORPH_OPEN, Disc(2));
  const double whole = static_cast<double>(gray.total());
  if (cv::countNonZero(white) > kMostlyWhite * whole) return 0;
  const cv::Mat paper = Paper(gray);
  cv::Mat labels, statistics, centres;
  const int spots = cv::connectedComponentsWithStats(white, labels, statistics, centres, 8, CV_32S);
  double share = 0;
  for (int i = 1; i < spots; ++i) {
    const double area = statistics.at<int>(i, cv::CC_STAT_AREA) / whole;
    if (area < kSmallestSpot) continue;
    const cv::Mat spot = labels == i;
    if (FadesOut(paper, spot) && HidesPrint(gray, paper, spot)) share += area;
  }
  return share;
}

}  // namespace kith::capture
