// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit.h"
#include "ui/palette.h"

namespace kith::ui {

struct PanelOptions {
  float width = 0;     ///< in pixels; 0: all that is left; negative: up to that far from the edge
  float height = 0;    ///< as width
  float padding = 24;  ///< in units
  Color ground = Colors().sheet;
  Color line = Colors().line;  ///< 0: none
};

/// A rounded sheet. Every BeginPanel has its EndPanel.
void BeginPanel(Kit& kit, const char* id, const PanelOptions& options = {});
void EndPanel();

inline constexpr float kBetweenParts = 20;  ///< units

/// The first of two parts of a screen: they share what is left beside each other, or, where that is narrow,
/// one above the other.
struct FirstPart {
  float width = 0, height = 0;  ///< in pixels; 0: all that is left
  bool is_above = false;
};
/// `width`: in pixels, where they are beside each other; `share`: of the height, else.
FirstPart BeginParts(const Kit& kit, float width, float share);
/// After its panel.
void NextPart(Kit& kit, const FirstPart& first);

/// An area without a ground whose content can be scrolled, by touch too. Every BeginScroll has its EndScroll.
void BeginScroll(Kit& kit, const char* id, float width = 0, float height = 0);
void EndScroll(Kit& kit);

/// A rounded ground drawn behind what comes between the two, as high as that turns out; `padding` in units.
class GrowingPanel {
 public:
  GrowingPanel(Kit& kit, Color ground, Color line, float padding);
  ~GrowingPanel();
  GrowingPanel(const GrowingPanel&) = delete;
  GrowingPanel& operator=(const GrowingPanel&) = delete;
  /// The width of the content, in pixels.
  float inner_width() const { return inner_width_; }

 private:
  Kit& kit_;
  Color ground_;
  Color line_;
  float padding_;
  float left_, top_, width_, inner_width_;
};

}  // namespace kith::ui
