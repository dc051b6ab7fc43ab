// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "tools/cardpress/logo.h"
#include "tools/cardpress/prop.h"

namespace kith::tools {
namespace {

const Ink kPaper{0.97, 0.97, 0.95};

Typeface TextFace(Rng& rng) {
  return {.family =
              rng.PickOf({"Liberation Serif", "Liberation Sans", "Carlito", "EB Garamond", "Open Sans"})};
}

/// As many lines of about `letters` as fit, the last one short.
TextBlock Paragraph(Rng& rng, Area area, const Typeface& face, double points, Ink ink) {
  constexpr double kMmPerPoint = 25.4 / 72;
  TextBlock block{.area = area, .lines = {}};
  const int lines = static_cast<int>(area.height / (points * block.leading * kMmPerPoint));
  const int letters = static_cast<int>(area.width / (points * 0.46 * kMmPerPoint));
  for (int i = 0; i < lines; ++i) {
    const double share = i + 1 == lines ? rng.Real(0.2, 0.8) : rng.Real(0.86, 0.94);
    block.lines.push_back({{{Prose(rng, static_cast<int>(letters * share)), face, points, ink}}});
  }
  return block;
}

TextBlock Words(Rng& rng, Area area, const Typeface& face, double points, Ink ink, int letters,
                Align across = Align::kStart) {
  return {.area = area, .across = across, .lines = {{{{Prose(rng, letters), face, points, ink}}}}};
}

void FillWithText(CardDesign& face, Rng& rng, Area room, int columns) {
  const Typeface type = TextFace(rng);
  const double points = rng.Real(9, 12);
  const double gutter = 8;
  const double width = (room.width - gutter * (columns - 1)) / columns;
  for (int column = 0; column < columns; ++column) {
    double y = room.y;
    while (y + 20 < room.bottom()) {
      const double height = std::min(rng.Real(18, 60), room.bottom() - y);
      face.text.push_back(
          Paragraph(rng, {room.x + column * (width + gutter), y, width, height}, type, points, kBlack));
      y += height + rng.Real(3, 7);
    }
  }
}

void DrawForm(CardDesign& face, Rng& rng, Area room) {
  const int rows = rng.Int(6, 20);
  const int columns = rng.Int(2, 6);
  const Ink line = Mixed(kBlack, kPaper, 0.3);
  const double height = rng.Real(0.4, 1.0) * room.height;
  for (int i = 0; i <= rows; ++i) {
    const double y = room.y + height * i / rows;
    face.shapes.push_back(Stroke({{room.x, y}, {room.right(), y}}, line, 0.3));
  }
  for (int i = 0; i <= columns; ++i) {
    const double x = room.x + room.width * i / columns;
    face.shapes.push_back(Stroke({{x, room.y}, {x, room.y + height}}, line, 0.3));
  }
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (!rng.Chance(0.7)) continue;
      face.text.push_back(
          Words(rng,
                {room.x + room.width * column / columns + 1.5, room.y + height * row / rows + 1,
                 room.width / columns - 3, height / rows - 1},
                {.family = "Liberation Sans"}, 9, kBlack, columns > 4 ? 6 : 12));
    }
  }
}

void AddrLines(CardDesign& face, Rng& rng, Area area, double points) {
  TextBlock block{.area = area, .lines = {}};
  const Typeface type = TextFace(rng);
  for (int i = 0; i < 4; ++i)
    block.lines.push_back({{{Prose(rng, rng.Int(10, 20)), type, points, kBlack}}});
  face.text.push_back(block);
}

void DrawStamp(CardDesign& face, Rng& rng) {
  const Area stamp{face.width - 33, 8, 24, 29};
  const Ink ink = PropInk(rng);
  face.shapes.push_back(Rectangle(stamp, {0.96, 0.95, 0.92}));
  face.shapes.push_back(Rectangle({stamp.x + 2, stamp.y + 2, 20, 25}, ink));
  for (Shape& shape : DrawSymbol(rng, {stamp.x + 5, stamp.y + 6, 14, 14}, kWhite, ink))
    face.shapes.push_back(std::move(shape));
  for (int i = 0; i < 4; ++i) {
    const double y = 14 + i * 4;
    face.shapes.push_back(Stroke(
        {{face.width - 62, y}, {face.width - 50, y + 1.5}, {face.width - 38, y}, {face.width - 24, y + 1.5}},
        Mixed(kBlack, kPaper, 0.3), 0.5));
  }
}

void DrawFlap(CardDesign& face, Rng& rng) {
  const double deep = face.height * rng.Real(0.35, 0.6);
  const double corner = rng.Chance(0.5) ? face.width / 2 : face.width * 0.08;
  face.shapes.push_back(Stroke({{0, 0}, {corner, deep}, {face.width - corner, deep}, {face.width, 0}},
                               Mixed(face.background.base, kBlack, 0.3), 0.5));
}

void DrawSpiral(CardDesign& face, const Ink& ground) {
  for (double x = 8; x < face.width - 6; x += 7) {
    face.shapes.push_back(Ellipse({x, 3.5, 3.2, 3.2}, kBlack));
    face.shapes.push_back(
        Stroke({{x + 1.6, -0.5}, {x + 0.8, 2.5}, {x + 1.6, 5}}, Mixed(ground, kBlack, 0.5), 0.9));
  }
}

void DrawRuling(CardDesign& face, Rng& rng, Ink ground) {
  const Ink ink = Mixed(ground, {0.4, 0.5, 0.75}, rng.Real(0.35, 0.7));
  const double step = rng.PickOf({5.0, 7.0, 8.0});
  for (double y = 18; y < face.height - 8; y += step)
    face.shapes.push_back(Stroke({{0, y}, {face.width, y}}, ink, 0.25));
  if (step < 6) {
    for (double x = step; x < face.width; x += step)
      face.shapes.push_back(Stroke({{x, 10}, {x, face.height}}, ink, 0.25));
  }
}

/// A few lines as somebody writes them by hand.
void Jot(CardDesign& face, Rng& rng) {
  const Ink ink = rng.PickOf<Ink>({{0.1, 0.15, 0.45}, {0.12, 0.12, 0.14}, {0.5, 0.1, 0.1}});
  for (int line = rng.Int(0, 9); line > 0; --line) {
    Shape stroke = Stroke({}, ink, 0.45);
    stroke.curved = true;
    const double y = rng.Int(2, 14) * 8 + 18;
    const double end = face.width * rng.Real(0.4, 0.85);
    for (double x = 10; x < end; x += 1.3)
      stroke.outline.push_back({x, y + rng.Real(-2, 1.2)});
    if (y < face.height - 8) face.shapes.push_back(stroke);
  }
}

}  // namespace

Prop MakeSheet(Rng& rng) {
  Prop prop;
  prop.face.width = rng.PickOf({210.0, 210.0, 215.9, 148.0});
  prop.face.height = prop.face.width == 210 ? 297 : prop.face.width == 148 ? 210 : 279.4;
  prop.face.background = {kPaper, kPaper, Texture::kNone, rng.Bits()};
  const double margin = prop.face.width * 0.1;
  Area room{margin, margin * 1.2, prop.face.width - 2 * margin, prop.face.height - 2.4 * margin};
  if (rng.Chance(0.5)) {
    const Ink ink = PropInk(rng);
    for (Shape& shape : DrawSymbol(rng, {room.x, 8, 14, 14}, ink, kPaper))
      prop.face.shapes.push_back(std::move(shape));
    prop.face.text.push_back(Words(rng, {room.x + 18, 10, room.width * 0.6, 12}, TextFace(rng), 20, ink, 14));
    room.y += 14;
    room.height -= 14;
  }
  switch (rng.Int(0, 4)) {
    case 0:
      DrawForm(prop.face, rng, room);
      break;
    case 1:
      FillWithText(prop.face, rng, room, 2);
      break;
    case 2:
      AddrLines(prop.face, rng, {room.x, room.y, 80, 28}, 11);
      FillWithText(prop.face, rng, {room.x, room.y + 45, room.width, room.height * rng.Real(0.3, 0.75)}, 1);
      break;
    case 3:
      FillWithText(prop.face, rng, room, 1);
      break;
    default:  // the back of a sheet
      break;
  }
  prop.thickness = rng.PickOf({0.0, 0.0, 2.0, 6.0});  // a sheet, a pile
  prop.side = {0.85, 0.85, 0.83};
  prop.leaves = prop.thickness > 0;
  return prop;
}

Prop MakeEnvelope(Rng& rng) {
  Prop prop;
  const Area size =
      rng.PickOf<Area>({{0, 0, 220, 110}, {0, 0, 162, 114}, {0, 0, 229, 162}, {0, 0, 241, 105}});
  prop.face.width = size.width;
  prop.face.height = size.height;
  const Ink paper = rng.PickOf<Ink>({kPaper, kPaper, {0.93, 0.9, 0.8}, {0.72, 0.58, 0.4}, {0.8, 0.85, 0.9}});
  prop.face.background = {paper, Mixed(paper, kBlack, 0.06), Texture::kSpeckle, rng.Bits()};
  prop.thickness = rng.Real(0.4, 1.5);
  prop.side = Mixed(paper, kBlack, 0.15);
  if (rng.Chance(0.35)) {
    DrawFlap(prop.face, rng);
    return prop;
  }
  const Area address{size.width * 0.42, size.height * 0.5, size.width * 0.5, size.height * 0.38};
  const Area window{14, size.height - 60, 88, 38};
  const bool has_window = rng.Chance(0.3);
  if (has_window) {
    prop.face.shapes.push_back(RoundedRectangle(window, 3, Mixed(paper, {0.78, 0.8, 0.82}, 0.6)));
    AddrLines(prop.face, rng, {window.x + 6, window.y + 6, 76, 28}, 10);
  } else {
    AddrLines(prop.face, rng, address, 13);
  }
  if (rng.Chance(0.7)) DrawStamp(prop.face, rng);
  return prop;
}

Prop MakeBook(Rng& rng) {
  Prop prop;
  const Area size = rng.PickOf<Area>(
      {{0, 0, 120, 190}, {0, 0, 135, 205}, {0, 0, 148, 210}, {0, 0, 156, 234}, {0, 0, 190, 245}});
  prop.face.width = size.width;
  prop.face.height = size.height;
  prop.thickness = rng.Real(9, 38);
  prop.leaves = true;
  const Ink cover = PropInk(rng);
  const Ink second = PropInk(rng);
  prop.side = Mixed(cover, kBlack, 0.2);
  const Texture texture =
      rng.PickOf({Texture::kNone, Texture::kNone, Texture::kGradient, Texture::kLinen, Texture::kMarble});
  prop.face.background = {cover, second, texture, rng.Bits()};
  const Ink letters = Lightness(cover) > 0.5 ? kBlack : kWhite;
  const double m = size.width * 0.1;
  const Typeface title{.family = rng.PickOf({"Lato", "EB Garamond", "League Spartan", "Roboto Slab", "C059"}),
                       .weight = 700};
  if (rng.Chance(0.6)) {
    const Area picture{m, size.height * 0.4, size.width - 2 * m, size.height * 0.42};
    prop.face.shapes.push_back(Rectangle(picture, second));
    const double side = picture.height * 0.7;
    for (Shape& shape : DrawSymbol(
             rng, {picture.x + (picture.width - side) / 2, picture.y + picture.height * 0.15, side, side},
             letters, second))
      prop.face.shapes.push_back(std::move(shape));
  }
  const double y = size.height * rng.PickOf({0.08, 0.12});
  prop.face.text.push_back(
      Words(rng, {m, y, size.width - 2 * m, 22}, title, 34, letters, 10, Align::kCentre));
  prop.face.text.push_back(
      Words(rng, {m, y + 22, size.width - 2 * m, 20}, title, 30, letters, 12, Align::kCentre));
  prop.face.text.push_back(Words(rng, {m, size.height * 0.88, size.width - 2 * m, 12}, TextFace(rng), 16,
                                 letters, 16, Align::kCentre));
  // The joint beside the spine.
  prop.face.shapes.push_back(Stroke({{6, 0}, {6, size.height}}, Mixed(cover, kBlack, 0.3), 0.8));
  return prop;
}

Prop MakeNotebook(Rng& rng) {
  Prop prop;
  const Area size =
      rng.PickOf<Area>({{0, 0, 148, 210}, {0, 0, 105, 148}, {0, 0, 130, 210}, {0, 0, 176, 250}});
  prop.face.width = size.width;
  prop.face.height = size.height;
  prop.thickness = rng.Real(5, 16);
  if (rng.Chance(0.5)) {  // closed, with an elastic band
    const Ink cover = PropInk(rng);
    prop.radius = rng.Real(3, 8);
    prop.side = Mixed(cover, kBlack, 0.25);
    prop.leaves = true;
    prop.face.background = {cover, Mixed(cover, kBlack, 0.2), Texture::kSpeckle, rng.Bits()};
    const double x = size.width - 14;
    if (rng.Chance(0.7))
      prop.face.shapes.push_back(Stroke({{x, 0}, {x, size.height}}, Mixed(PropInk(rng), kBlack, 0.4), 4.5));
    return prop;
  }
  const Ink page = rng.PickOf<Ink>({kPaper, {0.95, 0.92, 0.82}, {0.97, 0.95, 0.75}});
  prop.side = Mixed(page, kBlack, 0.2);
  prop.leaves = true;
  prop.face.background = {page, page, Texture::kNone, rng.Bits()};
  DrawRuling(prop.face, rng, page);
  DrawSpiral(prop.face, {0.8, 0.8, 0.82});
  Jot(prop.face, rng);
  return prop;
}

}  // namespace kith::tools
