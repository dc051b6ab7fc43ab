// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::test {

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

/// One line of text; its ink begins near `left` and hangs below `top`.
struct PrintedLine {
  std::string text;
  double left = 0;
  double top = 0;
  double size = 32;  ///< height of the type in pixels, as fonts count it; capitals are about 0.73 of it
  Rgb ink = {20, 20, 20};
  bool bold = false;
};

/// A fictional card to be painted by Pango in Inter, as a printer would set it.
struct PrintedCard {
  int width = 1000;
  int height = 600;
  Rgb paper = {250, 250, 248};
  double texture = 0;  ///< grey levels by which a marbled pattern brightens and darkens the paper
  std::vector<PrintedLine> lines = {};
};

struct PaintedCard {
  Image image;                 ///< BGR
  std::vector<Box> ink_boxes;  ///< where each line was printed, in the order of the lines
};

PaintedCard Paint(const PrintedCard& card);

}  // namespace kith::test
