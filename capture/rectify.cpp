// SPDX-License-Identifier: Apache-2.0
#include "capture/rectify.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "capture/quad.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// OpenCV counts from the centre of the top-left pixel, we count from its outer corner.
cv::Point2f ToPixelCentres(const Point& point) {
  return {static_cast<float>(point.x - 0.5), static_cast<float>(point.y - 0.5)};
}

int QuarterTurns(int turns) {
  return ((turns % 4) + 4) % 4;
}

cv::Mat Warp(const cv::Mat& frame, const Quad& corners, cv::Size size) {
  const Quad card_corners = {Point{0, 0}, Point{double(size.width), 0},
                             Point{double(size.width), double(size.height)}, Point{0, double(size.height)}};
  std::array<cv::Point2f, 4> from, to;
  std::ranges::transform(corners, from.begin(), ToPixelCentres);
  std::ranges::transform(card_corners, to.begin(), ToPixelCentres);
  cv::Mat card;
  cv::warpPerspective(frame, card, cv::getPerspectiveTransform(from.data(), to.data()), size, cv::INTER_CUBIC,
                      cv::BORDER_REPLICATE);
  return card;
}

}  // namespace

Quad WholePicture(const Image& image) {
  const double width = image.width();
  const double height = image.height();
  return {Point{0, 0}, Point{width, 0}, Point{width, height}, Point{0, height}};
}

Image Rectify(const Image& frame, const Quad& corners) {
  if (frame.empty()) return {};
  if (corners == WholePicture(frame)) return frame;
  const double width = std::max(Distance(corners[0], corners[1]), Distance(corners[3], corners[2]));
  const double height = std::max(Distance(corners[1], corners[2]), Distance(corners[0], corners[3]));
  if (width < 1 || height < 1) return {};
  // Corners far outside of the frame, from a broken quad, must not ask for gigabytes.
  const double bound = 2.0 * std::max({frame.width(), frame.height(), kLongestCardSide});
  const double native = std::min(1.0, bound / std::max(width, height));
  const cv::Mat card = Warp(imaging::ViewAsMat(frame), corners,
                            {std::max(1, cvRound(width * native)), std::max(1, cvRound(height * native))});
  const double scale = double(kLongestCardSide) / std::max(card.cols, card.rows);
  if (scale >= 1) return imaging::ToImage(card);
  cv::Mat smaller;
  cv::resize(card, smaller, {}, scale, scale, cv::INTER_AREA);
  return imaging::ToImage(smaller);
}

Image RectifyGray(const Image& frame, const Quad& corners) {
  constexpr int kMargin = 4;  // pixels: the interpolation looks that far
  if (frame.empty()) return {};
  const cv::Mat full = imaging::ViewAsMat(frame);
  std::array<cv::Point2f, 4> points;
  std::ranges::transform(corners, points.begin(), ToPixelCentres);
  cv::Rect around = cv::boundingRect(points);
  around -= cv::Point(kMargin, kMargin);
  around += cv::Size(2 * kMargin, 2 * kMargin);
  around &= cv::Rect({}, full.size());
  if (around.empty()) return {};
  Quad shifted = corners;
  for (Point& corner : shifted) {
    corner.x -= around.x;
    corner.y -= around.y;
  }
  return Rectify(imaging::ToImage(imaging::ToGray(imaging::ToImage(full(around)))), shifted);
}

Image Turn(const Image& image, int quarter_turns_clockwise) {
  const int turns = QuarterTurns(quarter_turns_clockwise);
  if (turns == 0 || image.empty()) return image;
  constexpr std::array<cv::RotateFlags, 3> kRotations = {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180,
                                                         cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::Mat turned;
  cv::rotate(imaging::ViewAsMat(image), turned, kRotations[static_cast<std::size_t>(turns - 1)]);
  return imaging::ToImage(turned);
}

Quad TurnCorners(const Quad& corners, int quarter_turns_clockwise) {
  const int turns = QuarterTurns(quarter_turns_clockwise);
  Quad turned;
  for (int i = 0; i < 4; ++i) {
    turned[static_cast<std::size_t>(i)] = corners[static_cast<std::size_t>((i - turns + 4) % 4)];
  }
  return turned;
}

}  // namespace kith::capture
