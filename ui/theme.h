// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/look.h"

namespace kith::ui {

/// Gives the current ImGui context our look, with all lengths for that scale, and Colors() the palette.
void ApplyTheme(flow::Theme theme, float scale);

/// How much larger than at 1280x800 everything is drawn. At a kiosk the screen's size decides, so that
/// buttons keep about 20 mm (Colle and Hiszem, Ergonomics 2004); on a desk what the desktop asks for. Steps
/// of 1/8, as each step makes new fonts.
/// `text_percent`: what the person asks for; given as far as the window has room.
float ScaleFor(bool kiosk, int width, int height, float desktop_scale, int text_percent = 100);

}  // namespace kith::ui
