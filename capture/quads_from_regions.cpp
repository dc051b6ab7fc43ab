// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include <opencv2/imgproc.hpp>

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

void AddQuads(const cv::Mat& mask, double smallest, std::vector<Quad>& quads) {
  constexpr double kFilled = 0.75;  // of the rectangle around it: less isn't a rectangle
  cv::Mat clean;
  cv::morphologyEx(mask, clean, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U));
  cv::morphologyEx(clean, clean, cv::MORPH_CLOSE, cv::Mat::ones(7, 7, CV_8U));
  std::vector<Contour> outlines;
  cv::findContours(clean, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  for (const Contour& outline : outlines) {
    if (cv::contourArea(outline) < smallest) continue;
    const auto four_sides = FourSides(outline);
    if (four_sides && IsConvex(*four_sides)) quads.push_back(*four_sides);
    const Quad rectangle = BoundingRectangle(outline);
    if (cv::contourArea(outline) > kFilled * Area(rectangle)) quads.push_back(rectangle);
  }
}

}  // namespace

bool IsCardLike(const Quad& quad, double smallest) {
  constexpr double kLongest = 2.6;  // a 91x55 mm card, tilted
  if (Area(quad) < smallest || !IsConvex(quad) || AspectRatio(quad) > kLongest) return false;
  const auto [narrowest, widest] = AngleRange(quad);
  return narrowest > kSharpestCorner && widest < 180 - kSharpestCorner;
}

std::vector<Quad> QuadsFromRegions(const WorkPicture& work, double smallest_area) {
  const double smallest = smallest_area * work.size().area();
  std::vector<Quad> quads;
  for (const int deviations : {4, 6, 9, 14}) {
    AddQuads(work.off_table > deviations * kPerDeviation, smallest, quads);
  }
  for (const cv::Mat& plane : work.planes) {
    cv::Mat light;
    cv::threshold(plane, light, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    AddQuads(light, smallest, quads);
    cv::bitwise_not(light, light);
    AddQuads(light, smallest, quads);
  }
  std::erase_if(quads, [&](const Quad& quad) { return !IsCardLike(quad, smallest); });
  return quads;
}

}  // namespace kith::capture
