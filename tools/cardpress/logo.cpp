// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/logo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kith::tools {
namespace {

Area Inset(Area area, double share) {
  return {area.x + area.width * share, area.y + area.height * share, area.width * (1 - 2 * share),
          area.height * (1 - 2 * share)};
}

Shape Polygon(Area square, int corners, double turn, Ink ink, double radius = 0.5) {
  Shape shape{{}, ink};
  for (int i = 0; i < corners; ++i) {
    const double angle = turn + 2 * std::numbers::pi * i / corners;
    shape.outline.push_back({square.x + square.width * (0.5 + radius * std::cos(angle)),
                             square.y + square.height * (0.5 + radius * std::sin(angle))});
  }
  return shape;
}

Shape At(Area s, std::initializer_list<Spot> unit, Ink ink, double opacity = 1) {
  Shape shape{{}, ink, opacity};
  for (const Spot& spot : unit)
    shape.outline.push_back({s.x + s.width * spot.x, s.y + s.height * spot.y});
  return shape;
}

std::vector<Shape> Bars(Rng& rng, Area s, Ink ink) {
  std::vector<Shape> shapes;
  const int count = rng.Int(3, 6);
  const double slot = s.width / count;
  for (int i = 0; i < count; ++i) {
    const double height = s.height * (i + 1.0) / count;
    shapes.push_back(Rectangle({s.x + slot * i, s.bottom() - height, slot * 0.62, height}, ink));
  }
  return shapes;
}

std::vector<Shape> Petals(Rng& rng, Area s, Ink ink) {
  std::vector<Shape> shapes;
  const int count = rng.Int(5, 8);
  for (int i = 0; i < count; ++i) {
    const double angle = 2 * std::numbers::pi * i / count;
    const double r = s.width * 0.3;
    const double cx = s.x + s.width / 2 + r * std::cos(angle);
    const double cy = s.y + s.height / 2 + r * std::sin(angle);
    const double d = s.width * 0.32;
    shapes.push_back(Ellipse({cx - d / 2, cy - d / 2, d, d}, ink, 0.45 + 0.5 * (i % 2)));
  }
  return shapes;
}

std::vector<Shape> Leaf(Area s, Ink ink, Ink ground) {
  Shape leaf =
      At(s, {{0.02, 0.98}, {0.05, 0.45}, {0.35, 0.12}, {0.98, 0.02}, {0.9, 0.6}, {0.55, 0.92}, {0.02, 0.98}},
         ink);
  leaf.curved = true;
  return {leaf,
          Stroke({{s.x, s.bottom()}, {s.x + s.width * 0.75, s.y + s.height * 0.25}}, ground, s.width * 0.05)};
}

std::vector<Shape> Stripes(Area s, Ink ink) {
  std::vector<Shape> shapes;
  for (int i = 0; i < 7; ++i) {
    const double t = (i + 0.5) / 7;
    shapes.push_back(At(s,
                        {{0.5 - 0.5 * t, t - 0.045},
                         {0.5 + 0.5 * t, t - 0.045},
                         {0.5 + 0.5 * t, t + 0.045},
                         {0.5 - 0.5 * t, t + 0.045}},
                        ink));
  }
  return shapes;
}

std::vector<Shape> Rings(Area s, Ink ink, Ink ground) {
  return {Ellipse(s, ink), Ellipse(Inset(s, 0.12), ground), Ellipse(Inset(s, 0.24), ink),
          Rectangle({s.x + s.width * 0.44, s.y, s.width * 0.12, s.height}, ground)};
}

std::vector<Shape> Peaks(Area s, Ink ink) {
  return {At(s, {{0, 0.9}, {0.36, 0.15}, {0.72, 0.9}}, ink),
          At(s, {{0.42, 0.9}, {0.7, 0.42}, {1, 0.9}}, ink, 0.55)};
}

std::vector<Shape> Crescent(Area s, Ink ink, Ink ground) {
  return {Ellipse(s, ink),
          Ellipse({s.x + s.width * 0.28, s.y - s.height * 0.02, s.width * 0.8, s.height * 0.8}, ground)};
}

}  // namespace

std::vector<Shape> DrawSymbol(Rng& rng, Area s, Ink ink, Ink ground) {
  switch (rng.Int(0, 9)) {
    case 0:
      return Bars(rng, s, ink);
    case 1:
      return Petals(rng, s, ink);
    case 2:
      return Leaf(s, ink, ground);
    case 3:
      return Stripes(s, ink);
    case 4:
      return Rings(s, ink, ground);
    case 5:
      return Peaks(s, ink);
    case 6:
      return Crescent(s, ink, ground);
    case 7:
      return {Polygon(s, 6, 0.52, ink), Polygon(s, 6, 0.52, ground, 0.36), Polygon(s, 6, 0.52, ink, 0.2)};
    case 8:
      return {At(s, {{0, 0}, {0.46, 0}, {0.46, 0.46}, {0, 0.46}}, ink),
              At(s, {{0.54, 0}, {1, 0}, {1, 0.46}, {0.54, 0.46}}, ink, 0.6),
              At(s, {{0, 0.54}, {0.46, 0.54}, {0.46, 1}, {0, 1}}, ink, 0.6),
              At(s, {{0.54, 0.54}, {1, 1}, {0.54, 1}}, ink)};
    default:
      return {Polygon(s, 4, 0, ink), Polygon(s, 4, 0, ground, 0.3), Polygon(s, 4, 0, ink, 0.16)};
  }
}

LogoForm PickLogoForm(Rng& rng, Area area) {
  if (area.width < area.height * 1.5) return rng.Chance(0.8) ? LogoForm::kSymbolAbove : LogoForm::kWordmark;
  const double form = rng.Real(0, 1);
  if (form < 0.5) return LogoForm::kSymbolBeside;
  return form < 0.9 ? LogoForm::kWordmark : LogoForm::kSymbolOnly;
}

void DrawLogo(CardDesign& design, CardWriter& writer, Area area, Align across, Ink ink, LogoForm form,
              bool second) {
  DrawLogoOn(writer.style().background, design, writer, area, across, ink, form, second);
}

void DrawLogoOn(Ink ground, CardDesign& design, CardWriter& writer, Area area, Align across, Ink ink,
                LogoForm form, bool second) {
  Rng& rng = writer.rng();
  const Ink symbol_ink = rng.Chance(0.6) ? ink : Mixed(ink, writer.style().accent, 0.7);
  const auto place = [&](Area square) {
    for (const Shape& shape : DrawSymbol(rng, square, symbol_ink, ground))
      design.shapes.push_back(shape);
  };
  if (form == LogoForm::kSymbolOnly) {
    const double side = std::min(area.width, area.height);
    const double x = area.x + (across == Align::kStart ? 0
                               : across == Align::kEnd ? area.width - side
                                                       : (area.width - side) / 2);
    place({x, area.y, side, side});
    return;
  }
  const Lines mark = writer.Wordmark(rng.Real(13, 20), ink, second);
  if (form == LogoForm::kWordmark) {
    design.text.push_back({area, across, Align::kCentre, mark, 1.05});
    return;
  }
  if (form == LogoForm::kSymbolAbove) {
    const double side = std::min(area.height * 0.58, area.width * 0.6);
    const double x = area.x + (across == Align::kStart ? 0
                               : across == Align::kEnd ? area.width - side
                                                       : (area.width - side) / 2);
    place({x, area.y, side, side});
    const double below = area.y + side + area.height * 0.05;
    design.text.push_back(
        {{area.x, below, area.width, area.bottom() - below}, across, Align::kStart, mark, 1.05});
    return;
  }
  // Beside: the symbol keeps to the side that the logo is aligned to, so that no gap depends on the brand's
  // length.
  const double side = std::min(area.height, area.width * 0.26) * rng.Real(0.8, 1.0);
  const double y = area.y + (area.height - side) / 2;
  const double gap = side * 0.25;
  if (across == Align::kEnd) {
    place({area.right() - side, y, side, side});
    design.text.push_back(
        {{area.x, area.y, area.width - side - gap, area.height}, Align::kEnd, Align::kCentre, mark, 1.05});
  } else {
    place({area.x, y, side, side});
    design.text.push_back({{area.x + side + gap, area.y, area.width - side - gap, area.height},
                           Align::kStart,
                           Align::kCentre,
                           mark,
                           1.05});
  }
}

}  // namespace kith::tools
