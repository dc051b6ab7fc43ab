// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ui/kit.h"
#include "ui/palette.h"

/// All text is drawn through these, so that the letters it needs get into the atlas. Widths are in pixels.
namespace kith::ui {

/// What is drawn of a text, with the letters that it needs in the atlas: Dear ImGui draws one letter after
/// the other, so what is written from right to left is put in order first. `text` must outlive it.
class ShownText {
 public:
  ShownText(Kit& kit, std::string_view text);
  ShownText(const ShownText&) = delete;
  ShownText& operator=(const ShownText&) = delete;
  const char* begin() const { return shown_.data(); }
  const char* end() const { return shown_.data() + shown_.size(); }

 private:
  std::string ordered_;
  std::string_view shown_;
};

/// One line.
void Text(Kit& kit, Face face, Color color, std::string_view text);
/// Broken at words; 0: at the right edge.
void WrappedText(Kit& kit, Face face, Color color, std::string_view text, float width = 0);
/// One line, cut with an ellipsis where it doesn't fit; the whole text comes up under the mouse.
void CutText(Kit& kit, Face face, Color color, std::string_view text, float width);
/// A small window beside the pointer that says more of what is under it.
void Tip(Kit& kit, std::string_view text);
/// One line in the middle of the width from here to the right edge.
void CenteredText(Kit& kit, Face face, Color color, std::string_view text);

float TextWidth(Kit& kit, Face face, std::string_view text);
float LineHeight(const Kit& kit, Face face);

/// Empty room below what was drawn last, in units.
void Gap(const Kit& kit, float units);

/// An icon on a round ground, in the middle of the line; then a title and a sentence: for screens with
/// nothing to show.
void EmptyState(Kit& kit, const char* icon, std::string_view title, std::string_view text);

}  // namespace kith::ui
