// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ui/kit.h"

namespace kith::ui {

struct TextFieldOptions {
  std::string_view hint = {};  ///< shown while it is empty
  const char* icon = nullptr;  ///< at its left
  float width = 0;             ///< in pixels; 0: all that is left
  bool secret = false;
  bool large = false;  ///< for a finger
};

struct TextFieldResult {
  bool changed = false;
  bool focused = false;    ///< got the focus in this frame
  bool submitted = false;  ///< Enter was pressed in it
};

/// Above and below a line of text that is pressed: so many units, and more where a finger needs it; in
/// pixels.
float LinePadding(const Kit& kit, float units = 12, Face face = Face::kBody);
/// One line of text to edit. Letters that ImGui can't hold survive (ui/rare_letters.h).
TextFieldResult TextField(Kit& kit, const char* id, std::string& text, const TextFieldOptions& options = {});

}  // namespace kith::ui
