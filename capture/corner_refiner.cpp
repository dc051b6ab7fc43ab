// SPDX-License-Identifier: Apache-2.0
#include "capture/corner_refiner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include <opencv2/core.hpp>

namespace kith::capture {
namespace {

constexpr int kSamples = 72;    // along a side
constexpr double kTrim = 0.06;  // at its ends: rounded corners
constexpr int kLeastSamples = 16;

using Colour = std::array<int, 3>;

Colour PixelAt(const cv::Mat& picture, const Point& at) {
  const int x = std::clamp(static_cast<int>(std::floor(at.x)), 0, picture.cols - 1);
  const int y = std::clamp(static_cast<int>(std::floor(at.y)), 0, picture.rows - 1);
  const auto* pixel = picture.ptr<std::uint8_t>(y) + static_cast<std::ptrdiff_t>(picture.elemSize()) * x;
  if (picture.channels() == 1) return {pixel[0], pixel[0], pixel[0]};
  return {pixel[0], pixel[1], pixel[2]};
}

/// How far along the normal the strongest step in colour is; nullopt if there is none.
std::optional<double> StrongestStep(const cv::Mat& picture, const Point& point, const Line& side,
                                    double reach) {
  constexpr int kLeastStep = 10;  // grey levels, summed over the channels and both halves of the window
  const int half = std::max(1, cvRound(reach / 4));  // the window on each side of a step
  const int positions = cvCeil(reach);
  std::vector<Colour> profile;
  for (int d = -positions - half; d <= positions + half; ++d) {
    profile.push_back(PixelAt(picture, {point.x + d * side.a, point.y + d * side.b}));
  }
  const auto step_at = [&](int d) {  // between the pixels d - 1 and d
    Colour step{};
    for (int i = 0; i < half; ++i) {
      for (std::size_t c = 0; c < 3; ++c) {
        step[c] += profile[static_cast<std::size_t>(d + positions + half + i)][c] -
                   profile[static_cast<std::size_t>(d + positions + half - 1 - i)][c];
      }
    }
    return (std::abs(step[0]) + std::abs(step[1]) + std::abs(step[2])) / half;
  };
  int best = 0, strongest = 0;
  for (int d = -positions + 1; d <= positions; ++d) {
    const int strength = step_at(d);
    if (strength > strongest) {
      strongest = strength;
      best = d;
    }
  }
  if (strongest < kLeastStep) return std::nullopt;
  if (best == -positions + 1 || best == positions) return best - 0.5;
  const double before = step_at(best - 1), after = step_at(best + 1);
  const double curvature = before - 2.0 * strongest + after;
  return best - 0.5 + (curvature < 0 ? 0.5 * (before - after) / curvature : 0);
}

/// `side`, moved to where half of the points are on either side of it: a start that the fit can't get lost
/// from, as it would from the side itself if that is on a line of the print.
Line MedianParallel(const std::vector<Point>& points, const Line& side) {
  std::vector<double> offsets(points.size());
  std::ranges::transform(points, offsets.begin(), [&](const Point& p) { return side.DistanceTo(p); });
  const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
  std::ranges::nth_element(offsets, middle);
  return {side.a, side.b, side.c + *middle};
}

Line RefineSide(const cv::Mat& picture, const Point& from, const Point& to, double reach) {
  const Line side = LineThrough(from, to);
  std::vector<Point> on_edge;
  for (int i = 0; i < kSamples; ++i) {
    const double t = kTrim + (1 - 2 * kTrim) * (i + 0.5) / kSamples;
    const Point point{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
    if (const auto offset = StrongestStep(picture, point, side, reach)) {
      on_edge.push_back({point.x + *offset * side.a, point.y + *offset * side.b});
    }
  }
  if (on_edge.size() < kLeastSamples) return side;
  const Line refined = FitLine(on_edge, MedianParallel(on_edge, side), std::max(1.0, reach / 4));
  constexpr double kMostTurned = 3;  // degrees
  const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  const bool same_side =
      AngleBetween(side, refined) < kMostTurned && std::abs(refined.DistanceTo(middle)) <= reach;
  return same_side ? refined : side;
}

}  // namespace

Quad RefineCorners(const cv::Mat& picture, const Quad& quad, double reach) {
  std::array<Line, 4> sides;
  for (std::size_t i = 0; i < 4; ++i)
    sides[i] = RefineSide(picture, quad[i], quad[(i + 1) % 4], reach);
  Quad refined = quad;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto corner = Intersect(sides[(i + 3) % 4], sides[i]);
    if (corner && Distance(*corner, quad[i]) < 4 * reach) refined[i] = *corner;
  }
  return refined;
}

}  // namespace kith::capture
