// SPDX-License-Identifier: Apache-2.0
#include "capture/quad_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

constexpr double kStripNear = 3;  // pixels from the side: behind the blur of the edge
constexpr double kStripFar = 6;
constexpr float kOffTable = 4;  // deviations

bool Inside(cv::Size size, const Point& p) {
  return p.x >= 0 && p.y >= 0 && p.x < size.width && p.y < size.height;
}

Point Moved(const Point& point, const Line& line, double distance) {
  return {point.x + distance * line.a, point.y + distance * line.b};
}

/// Whether an edge that runs along `side` passes within two pixels of the point.
bool HasEdge(const WorkPicture& work, const Point& point, const Line& side) {
  constexpr double kMostTurned = 0.94;  // cosine of 20 degrees
  for (const int offset : {0, 1, -1, 2, -2}) {
    const Point at = Moved(point, side, offset);
    if (!Inside(work.size(), at)) continue;
    const int x = static_cast<int>(at.x), y = static_cast<int>(at.y);
    if (work.edges.at<std::uint8_t>(y, x) == 0) continue;
    const double gx = work.dx.at<short>(y, x), gy = work.dy.at<short>(y, x);
    if (std::abs(gx * side.a + gy * side.b) > kMostTurned * std::hypot(gx, gy)) return true;
  }
  return false;
}

struct Strip {
  cv::Vec3d lab;
  double off_table = 0;  ///< share of its samples, those in the shade left out
  double shaded = 0;     ///< share of its samples that may be a shadow on the table
  int count = 0;
};

/// The mean of a few pixels on one side of a point: `direction` 1 outside, -1 inside.
Strip Sample(const WorkPicture& work, const Point& point, const Line& side, int direction) {
  Strip strip;
  for (double d = kStripNear; d <= kStripFar; d += 1) {
    const Point at = Moved(point, side, direction * d);
    if (!Inside(work.size(), at)) continue;
    const int x = static_cast<int>(at.x), y = static_cast<int>(at.y);
    const auto& lab = work.lab.at<cv::Vec3b>(y, x);
    strip.lab += cv::Vec3d(lab[0], lab[1], lab[2]);
    if (work.distance.at<float>(y, x) > kOffTable)
      (work.shade.at<std::uint8_t>(y, x) != 0 ? strip.shaded : strip.off_table) += 1;
    ++strip.count;
  }
  if (strip.count > 0) {
    strip.lab /= strip.count;
    strip.off_table /= strip.count;
    strip.shaded /= strip.count;
  }
  return strip;
}

struct SideEvidence {
  double edge = 0, contrast = 0, table_outside = 0, card_inside = 0;
};

SideEvidence WeighSide(const WorkPicture& work, const Point& from, const Point& to) {
  constexpr double kTrim = 0.04;  // rounded corners
  const Line side = LineThrough(from, to);
  const int count = std::max(8, static_cast<int>(Distance(from, to) / 2));
  const double differs = std::max(7.0, 1.5 * work.table_noise);
  SideEvidence evidence;
  for (int i = 0; i < count; ++i) {
    const double t = kTrim + (1 - 2 * kTrim) * (i + 0.5) / count;
    const Point point{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
    if (HasEdge(work, point, side)) evidence.edge += 1;
    const Strip inside = Sample(work, point, side, -1);
    const Strip outside = Sample(work, point, side, 1);
    if (inside.count == 0 || outside.count == 0) continue;
    if (cv::norm(inside.lab - outside.lab) > differs) evidence.contrast += 1;
    // A shadow lies beside a card rather than inside of its outline; but a dark card may look like one.
    evidence.table_outside += 1 - outside.off_table - 0.05 * outside.shaded;
    evidence.card_inside += inside.off_table + 0.35 * inside.shaded;
  }
  evidence.edge /= count;
  evidence.contrast /= count;
  evidence.table_outside /= count;
  evidence.card_inside /= count;
  return evidence;
}

double DetailInside(const WorkPicture& work, const Quad& quad) {
  const Quad inner = Grown(quad, -6);
  std::array<cv::Point, 4> polygon;
  std::ranges::transform(inner, polygon.begin(),
                         [](const Point& p) { return cv::Point(cvRound(p.x), cvRound(p.y)); });
  const cv::Rect bounds = cv::boundingRect(polygon) & cv::Rect({}, work.size());
  if (bounds.empty()) return 0;
  for (cv::Point& point : polygon)
    point -= bounds.tl();
  cv::Mat mask = cv::Mat::zeros(bounds.size(), CV_8UC1);
  cv::fillConvexPoly(mask, polygon, 255);
  const int inside = cv::countNonZero(mask);
  cv::bitwise_and(mask, work.edges(bounds), mask);
  return inside == 0 ? 0 : double(cv::countNonZero(mask)) / inside;
}

/// 1 for the shapes that cards have (85x55, 89x51, 91x55 mm, seen at an angle), less for others.
double Plausibility(double aspect) {
  if (aspect < 1.35) return 0.80 + 0.20 * (aspect - 1) / 0.35;
  if (aspect < 1.95) return 1;
  return std::max(0.4, 1 - 0.8 * (aspect - 1.95));
}

}  // namespace

double TableTrust(const WorkPicture& work) {
  const double explained = std::clamp((work.table_share - 0.55) / 0.35, 0.0, 1.0);
  const double plain = std::clamp((18 - work.table_noise) / 12, 0.0, 1.0);
  return explained * plain;
}

double Evidence::Confidence(double table_trust) const {
  const double outline = 0.5 * edge + 0.25 * weakest_edge + 0.25 * contrast;
  const double on_table = table_outside * (0.4 + 0.6 * card_inside);
  const double printed = std::clamp(detail / 0.02, 0.0, 1.0);
  const double surroundings = table_trust * on_table + (1 - table_trust) * outline;
  return Plausibility(aspect) * (0.6 * outline + 0.35 * surroundings + 0.05 * printed);
}

Evidence Weigh(const WorkPicture& work, const Quad& quad) {
  Evidence evidence;
  std::array<double, 4> edges{};
  for (std::size_t i = 0; i < 4; ++i) {
    const SideEvidence side = WeighSide(work, quad[i], quad[(i + 1) % 4]);
    edges[i] = side.edge;
    evidence.edge += side.edge / 4;
    evidence.contrast += side.contrast / 4;
    evidence.table_outside += side.table_outside / 4;
    evidence.card_inside += side.card_inside / 4;
  }
  std::ranges::sort(edges);
  evidence.weakest_edge = (edges[0] + edges[1]) / 2;
  evidence.detail = DetailInside(work, quad);
  evidence.area = Area(quad) / work.size().area();
  evidence.aspect = AspectRatio(quad);
  return evidence;
}

}  // namespace kith::capture
