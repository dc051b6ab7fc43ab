// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "capture/bit_mask.h"
#include "capture/quad_candidates.h"
#include "capture/table_model.h"

namespace kith::capture {
namespace {

using Contour = std::vector<cv::Point>;

/// The four-sided shape that a region's outline comes down to.
std::optional<Quad> FourSides(const Contour& outline) {
  Contour hull, corners;
  cv::convexHull(outline, hull);
  const double length = cv::arcLength(hull, true);
  for (double tolerance = 0.01; tolerance < 0.10; tolerance += 0.01) {
    cv::approxPolyDP(hull, corners, tolerance * length, true);
    if (corners.size() <= 4) break;
  }
  if (corners.size() != 4) return std::nullopt;
  Quad quad;
  std::ranges::transform(corners, quad.begin(), [](const cv::Point& p) {
    return Point{p.x + 0.5, p.y + 0.5};
  });
  if (Area(quad) < 0) std::ranges::reverse(quad);
  return quad;
}

Quad BoundingRectangle(const Contour& outline) {
  std::array<cv::Point2f, 4> corners;
  cv::minAreaRect(outline).points(corners.data());
  Quad quad;
  std::ranges::transform(corners, quad.begin(), [](const cv::Point2f& p) {
    return Point{p.x + 0.5, p.y + 0.5};
  });
  if (Area(quad) < 0) std::ranges::reverse(quad);
  return quad;
}

/// The quads of a mask, `scale` pixels of the work picture a pixel.
void AddQuads(BitMask mask, double scale, double smallest, std::vector<Quad>& quads) {
  if (mask.Count() * scale * scale < smallest) return;
  constexpr double kFilled = 0.75;  // of the rectangle around it: less isn't a rectangle
  constexpr int kGap = 7;           // pixels of the work picture: print at the edge
  mask.Open(1);
  mask.Close(cvRound(kGap / scale) / 2);
  const cv::Mat clean = mask.ToMat();
  std::vector<Contour> outlines;
  cv::findContours(clean, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  const auto add = [&](const Quad& quad) {
    const Quad scaled = Scaled(quad, scale);
    if (IsCardLike(scaled, smallest)) quads.push_back(scaled);
  };
  for (const Contour& outline : outlines) {
    const double area = cv::contourArea(outline);
    if (area * scale * scale < smallest) continue;
    if (const auto four_sides = FourSides(outline)) add(*four_sides);
    const Quad rectangle = BoundingRectangle(outline);
    if (area > kFilled * Area(rectangle)) add(rectangle);
  }
}

}  // namespace

bool IsCardLike(const Quad& quad, double smallest) {
  constexpr double kLongest = 3.3;  // a 91x55 mm card, tilted
  if (Area(quad) < smallest || !IsConvex(quad) || AspectRatio(quad) > kLongest) return false;
  const auto [narrowest, widest] = AngleRange(quad);
  return narrowest > kSharpestCorner && widest < 180 - kSharpestCorner;
}

std::vector<Quad> QuadsFromRegions(const WorkPicture& work, double smallest_area) {
  const double smallest = smallest_area * work.size().area();
  std::vector<Quad> quads;
  for (const int deviations : {4, 6, 9, 14})
    AddQuads(BitMask(work.off_table, deviations * kPerDeviation), 1, smallest, quads);
  // What stands out of the whole picture is large: half of the size is enough.
  constexpr double kHalf = 0.5;
  cv::Mat half, unused;
  for (const cv::Mat& plane : work.planes) {
    cv::resize(plane, half, {}, kHalf, kHalf, cv::INTER_AREA);
    BitMask mask(half, cvRound(cv::threshold(half, unused, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU)));
    AddQuads(mask, 1 / kHalf, smallest, quads);
    mask.Invert();
    AddQuads(std::move(mask), 1 / kHalf, smallest, quads);
  }
  return quads;
}

}  // namespace kith::capture
