// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

/// What our look is made of: colours, type, room, corners. Views take these instead of values of their own.
/// Lengths are units (ui/sizes.h).
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
  Color accent_dark;  ///< pressed, hovered; letters on accent_tint. In the dark it is the lighter one
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
  Color veil;       ///< over what a sheet is shown before
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
    .veil = WithAlpha(Rgb(0x1F1B18), 110),
};

inline constexpr Palette kDarkColors = {
    .paper = Rgb(0x1B1815),
    .sheet = Rgb(0x26221E),
    .shade = Rgb(0x302B26),
    .line = Rgb(0x413A33),
    .input_line = Rgb(0x8C8175),
    .ink = Rgb(0xF4EEE6),
    .soft_ink = Rgb(0xBCB1A5),
    .accent = Rgb(0x74C2A2),
    .accent_dark = Rgb(0x93D6BA),
    .accent_tint = Rgb(0x21392E),
    .on_accent = Rgb(0x0D2219),
    .amber = Rgb(0xE3A548),
    .amber_tint = Rgb(0x382C18),
    .amber_ink = Rgb(0xF3C67C),
    .brick = Rgb(0xF39C90),
    .brick_tint = Rgb(0x452621),
    .night = Rgb(0x0E0C0A),
    .on_night = Rgb(0xFBF7F1),
    .selection = Rgb(0x2F5F4C),
    .grab = Rgb(0x4D453D),
    .grab_lit = Rgb(0x6A6056),
    .veil = WithAlpha(Rgb(0x000000), 150),
};

/// The steps of our type.
enum class Face { kSmall, kBody, kStrong, kHeading, kTitle, kDisplay };
inline constexpr std::size_t kFaces = 6;
/// Heights of their lines; the letters are about 0.83 of that.
inline constexpr std::array<float, kFaces> kTypeSizes = {17, 20, 20, 24, 33, 46};

/// Room between things.
namespace space {
inline constexpr float kHair = 4;   ///< lines of one text
inline constexpr float kSmall = 8;  ///< a label and its value
inline constexpr float kBody = 12;  ///< rows
inline constexpr float kPart = 18;  ///< parts of a panel
inline constexpr float kArea = 28;  ///< areas of a screen
}  // namespace space

/// How round corners are.
namespace radius {
inline constexpr float kPiece = 6;  ///< pieces of pictures, bars
inline constexpr float kInput = 10;
inline constexpr float kButton = 12;
inline constexpr float kCard = 14;
inline constexpr float kPanel = 16;
inline constexpr float kSheet = 20;  ///< what lies over a screen
}  // namespace radius

}  // namespace kith::ui
