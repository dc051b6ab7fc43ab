// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace kith {

/// Pixels; x to the right, y down; (0, 0) is the outer corner of the top-left pixel.
struct Point {
  double x = 0;
  double y = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

/// An upright rectangle in pixels of a card image.
struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  bool empty() const { return width <= 0 || height <= 0; }

  friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest box that holds both; an empty box adds nothing.
Box Union(const Box& a, const Box& b);

/// The part that both share; empty if they share none.
Box Intersection(const Box& a, const Box& b);

/// Corners of a card in a frame: clockwise from the top-left corner of the upright text.
using Quad = std::array<Point, 4>;

}  // namespace kith
