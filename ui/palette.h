// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// Our colours: warm paper, ink, one accent. Text colours have a contrast of at least 4.5:1 on every ground
/// that they are used on (WCAG 2.2, AA); tests/ui/look_test.cpp computes it.
namespace kith::ui {

/// As Dear ImGui packs them: 0xAABBGGRR.
using Color = std::uint32_t;

constexpr Color Rgb(std::uint32_t rgb) {
  return 0xFF000000U | (rgb & 0xFFU) << 16 | (rgb & 0xFF00U) | (rgb >> 16 & 0xFFU);
}

/// `alpha` from 0 (unseen) to 255.
constexpr Color WithAlpha(Color color, std::uint32_t alpha) {
  return (color & 0x00FFFFFFU) | alpha << 24;
}

struct Palette {
  Color paper;       ///< behind everything
  Color sheet;       ///< panels and inputs
  Color shade;       ///< quiet areas, hovered rows
  Color line;        ///< borders of panels
  Color input_line;  ///< borders of inputs: 3:1 on a sheet (WCAG 1.4.11)
  Color ink;
  Color soft_ink;     ///< labels, second lines
  Color accent;       ///< pine
  Color accent_dark;  ///< pressed, hovered
  Color accent_tint;  ///< selected rows
  Color on_accent;
  Color amber;  ///< marks, never text
  Color amber_tint;
  Color amber_ink;
  Color brick;  ///< problems and erasing
  Color brick_tint;
  Color night;  ///< behind the camera picture
  Color on_night;
  Color selection;  ///< selected text
  Color grab;       ///< of scroll bars
  Color grab_lit;   ///< under the pointer
};

inline constexpr Palette kLightColors = {
    .paper = Rgb(0xFAF6F0),
    .sheet = Rgb(0xFFFFFF),
    .shade = Rgb(0xF3ECE2),
    .line = Rgb(0xE6DCCF),
    .input_line = Rgb(0x9C8F80),
    .ink = Rgb(0x2B2622),
    .soft_ink = Rgb(0x655B52),
    .accent = Rgb(0x2C6A55),
    .accent_dark = Rgb(0x235644),
    .accent_tint = Rgb(0xE3EFE9),
    .on_accent = Rgb(0xFFFFFF),
    .amber = Rgb(0xD98E1F),
    .amber_tint = Rgb(0xFDF3DF),
    .amber_ink = Rgb(0x7A4A00),
    .brick = Rgb(0xA5342A),
    .brick_tint = Rgb(0xFBEAE6),
    .night = Rgb(0x1F1B18),
    .on_night = Rgb(0xFBF7F1),
    .selection = Rgb(0xBFDCCF),
    .grab = Rgb(0xD8CCBC),
    .grab_lit = Rgb(0xC4B5A2),
};

/// The palette that is shown. As the style of Dear ImGui it belongs to the UI thread.
const Palette& Colors();

}  // namespace kith::ui
