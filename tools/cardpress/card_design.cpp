// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/card_design.h"

#include <cmath>
#include <numbers>

namespace kith::tools {

Shape Rectangle(Area area, Ink ink, double opacity) {
  return {{{area.x, area.y}, {area.right(), area.y}, {area.right(), area.bottom()}, {area.x, area.bottom()}},
          ink,
          opacity};
}

Shape Ellipse(Area area, Ink ink, double opacity) {
  Shape shape{{}, ink, opacity};
  constexpr int kCorners = 72;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = 2 * std::numbers::pi * i / kCorners;
    shape.outline.push_back({area.x + area.width * (0.5 + 0.5 * std::cos(angle)),
                             area.y + area.height * (0.5 + 0.5 * std::sin(angle))});
  }
  return shape;
}

Shape Stroke(std::vector<Spot> points, Ink ink, double width_mm) {
  Shape shape{std::move(points), ink};
  shape.stroke = width_mm;
  shape.closed = false;
  return shape;
}

}  // namespace kith::tools
