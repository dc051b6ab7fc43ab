// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ui/kit.h"

namespace kith::ui {

enum class ButtonKind {
  kPrimary,    ///< what most people want next; one a screen
  kSecondary,  ///< with a border
  kQuiet,      ///< text only
  kDanger,     ///< erases something
  kOnAccent,   ///< text only, on a ground of the accent
};

struct ButtonOptions {
  ButtonKind kind = ButtonKind::kSecondary;
  const char* icon = nullptr;
  float width = 0;    ///< in pixels; 0: as wide as its label
  float height = 48;  ///< in units, for text of the usual size (Kit::High)
  bool enabled = true;
};

/// `id` names it for tests and stays the same when the label changes.
bool Button(Kit& kit, const char* id, std::string_view label, const ButtonOptions& options = {});
/// A square with an icon only; `tip` says what it does.
bool IconButton(Kit& kit, const char* id, const char* icon, std::string_view tip, float size = 44,
                ButtonKind kind = ButtonKind::kQuiet);

float ButtonWidth(Kit& kit, std::string_view label, const char* icon);
/// Where the next thing goes, in pixels: beside the last one if it fits there, else below.
void NextItem(float width, float gap);
/// The same for a button of that label.
void NextButton(Kit& kit, std::string_view label, const char* icon = nullptr);

}  // namespace kith::ui
