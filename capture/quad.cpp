// SPDX-License-Identifier: Apache-2.0
#include "capture/quad.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace kith::capture {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

double Cross(const Point& origin, const Point& a, const Point& b) {
  return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

const Point& Corner(const Quad& quad, std::size_t i) {
  return quad[i % 4];
}

Quad StartingAt(const Quad& quad, std::size_t first) {
  return {Corner(quad, first), Corner(quad, first + 1), Corner(quad, first + 2), Corner(quad, first + 3)};
}

using Vector = std::array<double, 3>;

Vector CrossProduct(const Vector& a, const Vector& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double Dot(const Vector& a, const Vector& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double SideLength(const Quad& quad, std::size_t i) {
  return Distance(Corner(quad, i), Corner(quad, i + 1));
}

}  // namespace

Point Centre(const Quad& quad) {
  Point centre;
  for (const Point& corner : quad) {
    centre.x += corner.x / 4;
    centre.y += corner.y / 4;
  }
  return centre;
}

double Distance(const Point& a, const Point& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

Line LineThrough(const Point& from, const Point& to) {
  const double length = std::max(Distance(from, to), 1e-9);
  const double a = (to.y - from.y) / length;
  const double b = (from.x - to.x) / length;
  return {a, b, a * from.x + b * from.y};
}

std::optional<Point> Intersect(const Line& first, const Line& second) {
  const double determinant = first.a * second.b - second.a * first.b;
  if (std::abs(determinant) < 1e-6) return std::nullopt;
  return Point{(first.c * second.b - second.c * first.b) / determinant,
               (first.a * second.c - second.a * first.c) / determinant};
}

Line FitLine(std::span<const Point> points, const Line& start, double tolerance) {
  constexpr int kRounds = 4;  // the weights hardly change after the third
  Line line = start;
  for (int round = 0; round < kRounds; ++round) {
    double sum = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (const Point& point : points) {
      const double relative = line.DistanceTo(point) / tolerance;
      const double weight = std::exp(-relative * relative);
      sum += weight;
      x += weight * point.x;
      y += weight * point.y;
      xx += weight * point.x * point.x;
      xy += weight * point.x * point.y;
      yy += weight * point.y * point.y;
    }
    if (sum < 1e-6) return line;
    x /= sum;
    y /= sum;
    const double normal =
        0.5 * std::atan2(2 * (xy / sum - x * y), xx / sum - x * x - yy / sum + y * y) + std::numbers::pi / 2;
    line = {std::cos(normal), std::sin(normal), 0};
    line.c = line.a * x + line.b * y;
  }
  return line;
}

double AngleBetween(const Line& first, const Line& second) {
  const double cosine = std::abs(first.a * second.a + first.b * second.b);
  return std::acos(std::min(1.0, cosine)) * kDegrees;
}

double Area(const Quad& quad) {
  double twice = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    twice += Corner(quad, i).x * Corner(quad, i + 1).y - Corner(quad, i + 1).x * Corner(quad, i).y;
  }
  return twice / 2;
}

double Diagonal(const Quad& quad) {
  return std::max(Distance(quad[0], quad[2]), Distance(quad[1], quad[3]));
}

bool IsConvex(const Quad& quad) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (Cross(Corner(quad, i), Corner(quad, i + 1), Corner(quad, i + 2)) <= 0) return false;
  }
  return true;
}

bool Contains(const Quad& quad, const Point& point) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (Cross(Corner(quad, i), Corner(quad, i + 1), point) < 0) return false;
  }
  return true;
}

bool Overlap(const Quad& a, const Quad& b) {
  return Contains(a, Centre(b)) || Contains(b, Centre(a));
}

double AspectRatio(const Quad& quad) {
  const double across = SideLength(quad, 0) + SideLength(quad, 2);
  const double down = SideLength(quad, 1) + SideLength(quad, 3);
  return std::max(across, down) / std::max(1e-9, std::min(across, down));
}

Rectangle AsRectangle(const Quad& quad, const Point& centre, double focal) {
  std::array<Vector, 4> rays;
  for (std::size_t i = 0; i < 4; ++i)
    rays[i] = {(quad[i].x - centre.x) / focal, (quad[i].y - centre.y) / focal, 1};
  const Vector diagonal = CrossProduct(rays[0], rays[2]);
  const double depth_1 = Dot(diagonal, rays[3]) / Dot(CrossProduct(rays[1], rays[2]), rays[3]);
  const double depth_3 = Dot(diagonal, rays[1]) / Dot(CrossProduct(rays[3], rays[2]), rays[1]);
  Vector across, down;
  for (std::size_t i = 0; i < 3; ++i) {
    across[i] = depth_1 * rays[1][i] - rays[0][i];
    down[i] = depth_3 * rays[3][i] - rays[0][i];
  }
  const double width = std::sqrt(Dot(across, across)), height = std::sqrt(Dot(down, down));
  if (!(width > 0) || !(height > 0)) return {AspectRatio(quad), 1};
  return {std::max(width, height) / std::min(width, height), std::abs(Dot(across, down)) / (width * height)};
}

std::pair<double, double> AngleRange(const Quad& quad) {
  double smallest = 360, largest = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point& before = Corner(quad, i + 3);
    const Point& corner = Corner(quad, i);
    const Point& after = Corner(quad, i + 1);
    const double dot =
        (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y);
    const double lengths = std::max(1e-9, Distance(before, corner) * Distance(after, corner));
    const double angle = std::acos(std::clamp(dot / lengths, -1.0, 1.0)) * kDegrees;
    smallest = std::min(smallest, angle);
    largest = std::max(largest, angle);
  }
  return {smallest, largest};
}

double CornerError(const Quad& quad, const Quad& truth) {
  double best = std::numeric_limits<double>::max();
  for (std::size_t shift = 0; shift < 4; ++shift) {
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i)
      sum += Distance(Corner(quad, i + shift), truth[i]);
    best = std::min(best, sum / 4);
  }
  return best / std::max(1e-9, Diagonal(truth));
}

Quad InOrder(const Quad& quad) {
  const bool first_side_is_long =
      SideLength(quad, 0) + SideLength(quad, 2) >= SideLength(quad, 1) + SideLength(quad, 3);
  const std::size_t first = first_side_is_long ? 0 : 1;
  // Of the two ways to begin with a long side, the one that runs more to the right.
  const Quad begun = StartingAt(quad, first);
  const double right = begun[1].x - begun[0].x;
  const double down = begun[1].y - begun[0].y;
  const bool runs_right = std::abs(right) > 1e-3 * std::abs(down) ? right > 0 : down > 0;
  return runs_right ? begun : StartingAt(quad, first + 2);
}

Quad Scaled(const Quad& quad, double factor) {
  Quad scaled = quad;
  for (Point& corner : scaled)
    corner = {corner.x * factor, corner.y * factor};
  return scaled;
}

Quad Grown(const Quad& quad, double distance) {
  std::array<Line, 4> sides;
  for (std::size_t i = 0; i < 4; ++i) {
    sides[i] = LineThrough(Corner(quad, i), Corner(quad, i + 1));
    sides[i].c += distance;  // normals of clockwise sides point outwards
  }
  Quad grown = quad;
  for (std::size_t i = 0; i < 4; ++i) {
    if (const auto corner = Intersect(sides[(i + 3) % 4], sides[i])) grown[i] = *corner;
  }
  return grown;
}

}  // namespace kith::capture
