// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cardpress/truth.h"

namespace kith::tools {

// A card as a designer describes it: what stands where, in millimetres and points, without a word about how
// it gets onto paper. typeset.h turns it into a picture.

struct Ink {
  double red = 0;  ///< 0 to 1, as are the others
  double green = 0;
  double blue = 0;
};

constexpr Ink kWhite{1, 1, 1};
constexpr Ink kBlack{0.08, 0.08, 0.09};

/// `share` of b in a.
constexpr Ink Mixed(Ink a, Ink b, double share) {
  return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
          a.blue + (b.blue - a.blue) * share};
}

/// Perceived lightness, 0 to 1 (Rec. 709 weights).
constexpr double Lightness(Ink ink) {
  return 0.2126 * ink.red + 0.7152 * ink.green + 0.0722 * ink.blue;
}

struct Typeface {
  std::string family;
  int weight = 400;
  bool italic = false;
  bool small_caps = false;
  double spacing = 0;  ///< extra space between letters, in em
};

/// Which value of the truth a piece of text prints; kNothing for labels, tag lines and ornaments.
enum class ValueKind { kNothing, kName, kOrg, kTitle, kDepartment, kPhone, kEmail, kUrl, kAddress };

struct ValueRef {
  ValueKind kind = ValueKind::kNothing;
  std::size_t index = 0;

  friend bool operator==(const ValueRef&, const ValueRef&) = default;
};

/// Text of one look. A value broken over several lines is several runs with the same `value`.
struct Run {
  std::string text;
  Typeface face;
  double size = 8;  ///< points
  Ink ink;
  ValueRef value = {};
  double min_width = 0;  ///< em; labels of a column line up by it
};

struct Line {
  std::vector<Run> runs;
  double space_above = 0;  ///< points
};

using Lines = std::vector<Line>;

/// Millimetres from the card's top-left corner.
struct Area {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

enum class Align { kStart, kCentre, kEnd };

/// Lines that share an area. They are made smaller together until they fit in.
struct TextBlock {
  Area area;
  Align across = Align::kStart;
  Align down = Align::kStart;
  Lines lines;
  double leading = 1.22;
};

struct Spot {
  double x = 0;
  double y = 0;
};

/// A filled or stroked outline; `curved` outlines pass smoothly through their points.
struct Shape {
  std::vector<Spot> outline;
  Ink ink;
  double opacity = 1;
  double stroke = 0;  ///< millimetres; 0 fills
  bool curved = false;
  bool closed = true;
};

struct QrCode {
  Area area;
  std::string payload;
  Ink dark = kBlack;
};

enum class Texture { kNone, kLaid, kLinen, kMarble, kBokeh, kGradient, kWaves, kBrushed, kSpeckle };

struct Background {
  Ink base = kWhite;
  Ink second = kWhite;
  Texture texture = Texture::kNone;
  std::uint64_t seed = 0;
};

struct CardDesign {
  std::string layout;
  double width = 85;   ///< millimetres
  double height = 55;  ///< millimetres
  Background background;
  std::vector<Shape> shapes;
  std::vector<QrCode> codes;
  std::vector<TextBlock> text;
  CardTruth truth;
};

Shape Rectangle(Area area, Ink ink, double opacity = 1);
Shape Ellipse(Area area, Ink ink, double opacity = 1);
Shape Stroke(std::vector<Spot> points, Ink ink, double width_mm);

}  // namespace kith::tools
