// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/look.h"

namespace kith::ui {

/// Gives the current ImGui context our look, with all lengths for that scale, and Colors() the palette.
void ApplyTheme(flow::Theme theme, float scale);

}  // namespace kith::ui
