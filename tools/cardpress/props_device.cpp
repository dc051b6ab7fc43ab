// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tools/cardpress/prop.h"

namespace kith::tools {
namespace {

constexpr Ink kGlass{0.03, 0.03, 0.04};

/// Light of the room in dark glass: one slanted, faint band.
void DrawReflection(CardDesign& face, Rng& rng, Area glass) {
  const double from = rng.Real(-0.2, 0.7);
  const double width = rng.Real(0.15, 0.5);
  const double slant = rng.Real(0.2, 0.6);
  const auto at = [&](double u, double v) {
    return Spot{glass.x + glass.width * std::clamp(u, 0.0, 1.0), glass.y + glass.height * v};
  };
  face.shapes.push_back({{at(from + slant, 0), at(from + slant + width, 0), at(from + width, 1), at(from, 1)},
                         kWhite,
                         rng.Real(0.03, 0.14)});
}

void DrawTile(CardDesign& face, Rng& rng, Area tile) {
  const Ink ink = PropInk(rng);
  face.shapes.push_back(RoundedRectangle(tile, tile.width * 0.24, ink));
  const double hole = tile.width * rng.Real(0.3, 0.55);
  face.shapes.push_back(
      Ellipse({tile.x + (tile.width - hole) / 2, tile.y + (tile.height - hole) / 2, hole, hole},
              Lightness(ink) > 0.6 ? kBlack : kWhite, 0.9));
}

void DrawHomeScreen(CardDesign& face, Rng& rng, Area screen) {
  const int columns = 4;
  const int rows = rng.Int(3, 6);
  const double cell = screen.width / columns;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (rng.Chance(0.1)) continue;
      const double size = cell * 0.66;
      DrawTile(face, rng,
               {screen.x + cell * column + cell * 0.17, screen.y + 10 + (size + 7) * row, size, size});
    }
  }
  face.text.push_back({.area = {screen.x + 3, screen.y + 1, screen.width - 6, 5},
                       .lines = {{{{"9:41", {.family = "Inter", .weight = 700}, 8, kWhite}}}}});
}

/// A conversation or a list, light or dark.
void DrawMessages(CardDesign& face, Rng& rng, Area screen) {
  const bool dark = rng.Chance(0.4);
  face.shapes.push_back(Rectangle(screen, dark ? Ink{0.1, 0.1, 0.12} : Ink{0.97, 0.97, 0.98}));
  const Ink own = PropInk(rng);
  double y = screen.y + 14;
  while (y < screen.bottom() - 18) {
    const double width = screen.width * rng.Real(0.4, 0.75);
    const double height = rng.Real(7, 18);
    const bool right = rng.Chance(0.5);
    const double x = right ? screen.right() - width - 3 : screen.x + 3;
    const Ink ground = right ? own : dark ? Ink{0.25, 0.25, 0.28} : Ink{0.87, 0.87, 0.9};
    face.shapes.push_back(RoundedRectangle({x, y, width, height}, 3, ground));
    TextBlock text{.area = {x + 2.5, y + 1.5, width - 5, height - 2}, .lines = {}};
    const int lines = static_cast<int>(height / 4.2);
    for (int i = 0; i < lines; ++i)
      text.lines.push_back({{{Prose(rng, static_cast<int>(width / 2.2)),
                              {.family = "Inter"},
                              7.5,
                              Lightness(ground) > 0.5 ? kBlack : kWhite}}});
    face.text.push_back(text);
    y += height + rng.Real(2, 5);
  }
  face.shapes.push_back(RoundedRectangle({screen.x + 4, screen.bottom() - 12, screen.width - 8, 8}, 4,
                                         dark ? Ink{0.2, 0.2, 0.22} : Ink{0.9, 0.9, 0.92}));
}

void DrawPhoneBack(CardDesign& face, Rng& rng) {
  const double island = rng.Real(26, 36);
  const Ink ground = face.background.base;
  face.shapes.push_back(RoundedRectangle({5, 5, island, island}, 7, Mixed(ground, kBlack, 0.2)));
  for (int i = 0; i < rng.Int(2, 3); ++i) {
    const double d = island * 0.36;
    const double down = i == 0 ? 0 : i == 1 ? 0.5 : 1;
    const Area lens{7.0 + (i % 2) * island * 0.45, 8 + down * island * 0.45, d, d};
    face.shapes.push_back(Ellipse(lens, {0.05, 0.05, 0.06}));
    face.shapes.push_back(Ellipse({lens.x + d * 0.3, lens.y + d * 0.3, d * 0.4, d * 0.4}, {0.12, 0.12, 0.2}));
  }
  face.shapes.push_back(
      Ellipse({face.width / 2 - 5, face.height * 0.55, 10, 10}, Mixed(ground, kWhite, 0.4)));
}

void DrawKeys(CardDesign& face, Rng& rng, Area board, Ink key, int rows) {
  const int columns = static_cast<int>(board.width / 19);
  const double pitch = board.width / columns;
  const double height = board.height / rows;
  const Ink letters = Lightness(key) > 0.5 ? kBlack : kWhite;
  for (int row = 0; row < rows; ++row) {
    const double shift = row % 3 * pitch * 0.25;
    for (int column = 0; column < columns; ++column) {
      if (row + 1 == rows && column > 3 && column < columns - 4) continue;
      const Area cap{board.x + pitch * column + (column == 0 ? 0 : shift) + 0.9, board.y + height * row + 0.9,
                     pitch - 1.8 + (column == 0 ? shift : 0), height - 1.8};
      if (cap.right() > board.right() + 1) continue;
      face.shapes.push_back(RoundedRectangle(cap, 1.6, key));
      const char letter = static_cast<char>('A' + rng.Int(0, 25));
      face.text.push_back({.area = {cap.x + 2, cap.y + 2, cap.width - 3, cap.height - 3},
                           .lines = {{{{std::string(1, letter), {.family = "Inter"}, 9, letters}}}}});
    }
  }
  face.shapes.push_back(RoundedRectangle(
      {board.x + pitch * 4, board.bottom() - height + 0.9, pitch * (columns - 8), height - 1.8}, 1.6, key));
}

void DrawWindow(CardDesign& face, Rng& rng, Area window) {
  const bool dark = rng.Chance(0.35);
  const Ink ground = dark ? Ink{0.12, 0.13, 0.15} : Ink{0.98, 0.98, 0.98};
  const Ink ink = dark ? Ink{0.8, 0.82, 0.84} : kBlack;
  face.shapes.push_back(RoundedRectangle(window, 2, ground));
  face.shapes.push_back(RoundedRectangle({window.x, window.y, window.width, 8}, 2,
                                         dark ? Ink{0.2, 0.2, 0.23} : Ink{0.87, 0.88, 0.9}));
  for (int i = 0; i < 3; ++i)
    face.shapes.push_back(Ellipse({window.x + 3 + 5.0 * i, window.y + 2.5, 3, 3}, PropInk(rng)));
  TextBlock text{.area = {window.x + 5, window.y + 12, window.width - 10, window.height - 16}, .lines = {}};
  const int lines = static_cast<int>(text.area.height / 5.2);
  for (int i = 0; i < lines; ++i) {
    const double share = rng.Real(0.2, 0.95);
    text.lines.push_back({{{Prose(rng, static_cast<int>(window.width / 2.2 * share)),
                            {.family = rng.PickOf({"Inter", "DejaVu Sans"})},
                            9,
                            ink}}});
  }
  face.text.push_back(text);
}

}  // namespace

Prop MakePhone(Rng& rng) {
  Prop prop;
  prop.face.width = rng.Real(67, 78);
  prop.face.height = prop.face.width * rng.Real(1.95, 2.16);
  prop.radius = rng.Real(7, 12);
  prop.thickness = rng.Real(7.5, 11);
  prop.side = rng.PickOf<Ink>({{0.08, 0.08, 0.09}, {0.6, 0.6, 0.62}, {0.75, 0.68, 0.55}, {0.2, 0.22, 0.28}});
  const double bezel = rng.Real(1.8, 4);
  const Area screen{bezel, bezel + 1, prop.face.width - 2 * bezel, prop.face.height - 2 * bezel - 2};
  prop.face.background = {kGlass, kGlass, Texture::kNone, rng.Bits()};
  const double kind = rng.Real(0, 1);
  if (kind < 0.2) {
    const Ink back = PropInk(rng);
    prop.face.background = {back, Mixed(back, kWhite, 0.15), Texture::kGradient, rng.Bits()};
    DrawPhoneBack(prop.face, rng);
    return prop;
  }
  if (kind < 0.5) {
    prop.face.shapes.push_back(RoundedRectangle(screen, prop.radius - bezel, {0.015, 0.015, 0.02}));
  } else if (kind < 0.75) {
    const Ink wallpaper = PropInk(rng);
    prop.face.shapes.push_back(RoundedRectangle(screen, prop.radius - bezel, wallpaper));
    prop.face.shapes.push_back(
        Ellipse({screen.x, screen.y + screen.height * 0.4, screen.width, screen.width}, PropInk(rng), 0.5));
    DrawHomeScreen(prop.face, rng, screen);
  } else {
    DrawMessages(prop.face, rng, screen);
  }
  if (rng.Chance(0.7)) DrawReflection(prop.face, rng, screen);
  return prop;
}

Prop MakeKeyboard(Rng& rng) {
  Prop prop;
  const bool laptop = rng.Chance(0.6);
  prop.face.width = laptop ? rng.Real(290, 340) : rng.PickOf({290.0, 430.0});
  prop.face.height = laptop ? rng.Real(205, 240) : rng.Real(112, 140);
  prop.radius = rng.Real(4, 10);
  prop.thickness = laptop ? 9 : 15;
  const Ink body =
      rng.PickOf<Ink>({{0.75, 0.76, 0.78}, {0.12, 0.12, 0.13}, {0.3, 0.31, 0.34}, {0.93, 0.93, 0.93}});
  const Ink key = rng.Chance(0.6) ? Ink{0.07, 0.07, 0.08} : Mixed(body, kWhite, 0.5);
  prop.side = Mixed(body, kBlack, 0.3);
  prop.face.background = {body, Mixed(body, kWhite, 0.1), Texture::kGradient, rng.Bits()};
  const double margin = laptop ? 12 : 8;
  const Area board{margin, margin, prop.face.width - 2 * margin, laptop ? 98 : prop.face.height - 2 * margin};
  DrawKeys(prop.face, rng, board, key, rng.Int(5, 6));
  if (laptop) {
    const double width = rng.Real(100, 140);
    const Area pad{(prop.face.width - width) / 2, board.bottom() + 6, width,
                   prop.face.height - board.bottom() - 12};
    prop.face.shapes.push_back(RoundedRectangle(pad, 3, Mixed(body, kBlack, 0.3)));
    prop.face.shapes.push_back(RoundedRectangle({pad.x + 0.4, pad.y + 0.4, pad.width - 0.8, pad.height - 0.8},
                                                3, Mixed(body, kWhite, 0.06)));
  }
  return prop;
}

Prop MakeMonitor(Rng& rng) {
  Prop prop;
  prop.face.width = rng.Real(500, 620);
  prop.face.height = prop.face.width * rng.Real(0.58, 0.64);
  prop.radius = rng.Real(2, 6);
  const double bezel = rng.Real(6, 18);
  const Area screen{bezel, bezel, prop.face.width - 2 * bezel, prop.face.height - 2 * bezel};
  prop.face.background = {kGlass, kGlass, Texture::kNone, rng.Bits()};
  if (rng.Chance(0.15)) {
    DrawReflection(prop.face, rng, screen);
    return prop;
  }
  prop.face.shapes.push_back(Rectangle(screen, PropInk(rng)));
  prop.face.shapes.push_back(
      Rectangle({screen.x, screen.bottom() - 12, screen.width, 12}, {0.12, 0.12, 0.14}));
  for (int i = 0; i < rng.Int(4, 9); ++i)
    DrawTile(prop.face, rng, {screen.x + 6 + 12.0 * i, screen.bottom() - 10.5, 9, 9});
  for (int i = rng.Int(1, 3); i > 0; --i) {
    const double width = screen.width * rng.Real(0.35, 0.7);
    const double height = screen.height * rng.Real(0.4, 0.75);
    DrawWindow(prop.face, rng,
               {screen.x + rng.Real(0, screen.width - width),
                screen.y + rng.Real(0, screen.height - 14 - height), width, height});
  }
  return prop;
}

Prop MakeCoaster(Rng& rng) {
  Prop prop;
  const double size = rng.Real(88, 102);
  prop.face.width = size;
  prop.face.height = size;
  prop.radius = rng.Chance(0.5) ? size / 2 : rng.Real(3, 9);
  prop.thickness = rng.Real(1.5, 6);
  const Ink ink =
      rng.PickOf<Ink>({{0.72, 0.53, 0.34}, {0.3, 0.3, 0.32}, {0.12, 0.1, 0.1}, {0.35, 0.22, 0.14}});
  prop.side = Mixed(ink, kBlack, 0.25);
  prop.face.background = {ink, Mixed(ink, kBlack, 0.5), Texture::kSpeckle, rng.Bits()};
  if (rng.Chance(0.5)) {  // a cup stands on it
    const double d = size * rng.Real(0.7, 0.85);
    const Ink cup = PropInk(rng);
    const auto ring = [&](double share, Ink colour) {
      const double side = d * share;
      prop.face.shapes.push_back(Ellipse({(size - side) / 2, (size - side) / 2, side, side}, colour));
    };
    ring(1, cup);
    ring(0.9, Mixed(cup, kBlack, 0.3));
    ring(0.86, {0.2, 0.12, 0.06});
  }
  return prop;
}

}  // namespace kith::tools
