// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <utility>

#include "core/geometry.h"

/// Plane geometry of quadrangles, for the finder. Clockwise means as seen, with y down.
namespace kith::capture {

/// a * x + b * y = c with a unit normal (a, b).
struct Line {
  double a = 1;
  double b = 0;
  double c = 0;

  double DistanceTo(const Point& point) const { return a * point.x + b * point.y - c; }
};

Line LineThrough(const Point& from, const Point& to);
/// nullopt if they are parallel.
std::optional<Point> Intersect(const Line& first, const Line& second);
/// The line through points most of which lie near `start`, total least squares: begun with the weights that
/// their distances from `start` give, and repeated. A point `tolerance` away counts 1/e (Welsch's function).
Line FitLine(std::span<const Point> points, const Line& start, double tolerance);
/// The angle between two lines, 0 to 90 degrees.
double AngleBetween(const Line& first, const Line& second);

double Distance(const Point& a, const Point& b);
/// The mean of the corners.
Point Centre(const Quad& quad);
/// Positive for clockwise corners.
double Area(const Quad& quad);
double Diagonal(const Quad& quad);
bool IsConvex(const Quad& quad);
bool Contains(const Quad& quad, const Point& point);
/// Whether one of them contains the centre of the other.
bool Overlap(const Quad& a, const Quad& b);
/// Longer side over shorter one, each the mean of two opposite sides.
double AspectRatio(const Quad& quad);
/// What a quad is if it is a rectangle seen by a camera.
struct Rectangle {
  double aspect = 1;  ///< longer side over shorter one
  double skew = 0;    ///< cosine of the angle between its sides: 0 if it can be a rectangle
};
/// After Zhang and He (2007), "Whiteboard scanning and image enhancement", with the focal length given.
/// `quad`: clockwise; `centre`: of the picture; `focal`: pixels.
Rectangle AsRectangle(const Quad& quad, const Point& centre, double focal);
/// The smallest and largest angle inside, degrees.
std::pair<double, double> AngleRange(const Quad& quad);
/// Mean distance of corners, numbered as fits best, over the diagonal of `truth`: 0 is the same quad.
double CornerError(const Quad& quad, const Quad& truth);
/// Clockwise, from the top left of the card lying with its long sides as near to horizontal as they come.
Quad InOrder(const Quad& quad);
Quad Scaled(const Quad& quad, double factor);
/// Each side moved outwards by `distance`.
Quad Grown(const Quad& quad, double distance);

}  // namespace kith::capture
