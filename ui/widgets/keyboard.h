// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit.h"

namespace kith::ui {

enum class KeyLayout {
  kText,
  kEmail,  ///< of web addresses and handles, too
  kPhone,
  kCode,  ///< of receipts
};

/// A keyboard on the screen, for whatever field is being edited. A press on it leaves the field active, so a
/// real keyboard beside it works on, and so do the caret and what is selected.
struct Keyboard {
  enum class Layer { kLetters, kAccents, kDigits };

  bool shown = false;
  KeyLayout layout = KeyLayout::kText;
  Layer layer = Layer::kLetters;
  bool upper = false;
  bool is_needed = false;  ///< of this frame: a field is active
};

/// At the bottom of the current window, over its whole width, if it is shown. To be called before the fields
/// of the frame. Gives its height in pixels; 0: it isn't shown.
float DrawKeyboard(Kit& kit, Keyboard& keyboard);

/// To be called after each field that the keyboard is for.
void KeyboardFor(Keyboard& keyboard, KeyLayout layout);

/// To be called after the fields of the frame: shows the keyboard while one of them is active.
void SettleKeyboard(Keyboard& keyboard);

}  // namespace kith::ui
