// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

/// How large things are on a screen. Lengths in the views are units: a 96th of an inch (0.265 mm) where there
/// is room for it, larger on a screen that would else look empty, and larger when a person asks for larger
/// text. What is pressed is never lower than kGuestTouch or kHostTouch, whatever the scale.
namespace kith::ui {

/// Millimetres. Touch at arm's length, standing: Colle and Hiszem, Ergonomics 2004.
inline constexpr float kGuestTouch = 20;
inline constexpr float kHostTouch = 9;

/// What the system says about a monitor.
struct MonitorSize {
  int width = 0, height = 0;        ///< in pixels
  int width_mm = 0, height_mm = 0;  ///< 0 or nonsense: not known
  float content_scale = 1;          ///< what the desktop asks for
};

/// Pixels per inch. 96 times the content scale where the size in millimetres can't be true: it is missing,
/// gives less than 50 or more than 400 dpi, has another shape than the picture, or is one of those that
/// devices put in its place (160x90 and 160x100 mm, 16x9 and 16x10).
float DotsPerInch(const MonitorSize& monitor);

enum class Use {
  kKiosk,  ///< the whole screen is ours, and is looked at from an arm's length
  kDesk,
};

struct ScreenSize {
  Use use = Use::kDesk;
  int width = 1280, height = 800;  ///< of the window, in pixels
  float dpi = 96;
  float content_scale = 1;
  int text_percent = 100;
};

struct Sizes {
  float scale = 1;        ///< pixels of a unit; a multiple of 1/8, as each makes new fonts
  float plain_scale = 1;  ///< the same for text of 100 %
  float pixels_per_mm = 96 / 25.4F;
};

/// Without a wish for larger text everything fits: a window that is small for its dots gets smaller units,
/// down to 0.75 pixels. With one, pages may become larger than the window; they are scrolled then.
/// Only across there are always 540 units.
Sizes SizesFor(const ScreenSize& screen);

}  // namespace kith::ui
