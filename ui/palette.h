// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// Our colours: warm paper, ink, one accent. Text colours have a contrast of at least 4.5:1 on every ground
/// that they are used on (WCAG 2.2, AA); tests/ui/palette_test.cpp computes it.
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

inline constexpr Color kPaper = Rgb(0xFAF6F0);      ///< behind everything
inline constexpr Color kSheet = Rgb(0xFFFFFF);      ///< panels and inputs
inline constexpr Color kShade = Rgb(0xF3ECE2);      ///< quiet areas, hovered rows
inline constexpr Color kLine = Rgb(0xE6DCCF);       ///< borders of panels
inline constexpr Color kInputLine = Rgb(0x9C8F80);  ///< borders of inputs: 3:1 on a sheet (WCAG 1.4.11)
inline constexpr Color kInk = Rgb(0x2B2622);
inline constexpr Color kSoftInk = Rgb(0x655B52);     ///< labels, second lines
inline constexpr Color kAccent = Rgb(0x2C6A55);      ///< pine
inline constexpr Color kAccentDark = Rgb(0x235644);  ///< pressed, hovered
inline constexpr Color kAccentTint = Rgb(0xE3EFE9);  ///< selected rows
inline constexpr Color kOnAccent = Rgb(0xFFFFFF);
inline constexpr Color kAmber = Rgb(0xD98E1F);  ///< marks, never text
inline constexpr Color kAmberTint = Rgb(0xFDF3DF);
inline constexpr Color kAmberInk = Rgb(0x7A4A00);
inline constexpr Color kBrick = Rgb(0xA5342A);  ///< problems and erasing
inline constexpr Color kBrickTint = Rgb(0xFBEAE6);
inline constexpr Color kNight = Rgb(0x1F1B18);  ///< behind the camera picture
inline constexpr Color kOnNight = Rgb(0xFBF7F1);

}  // namespace kith::ui
