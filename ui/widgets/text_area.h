// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ui/kit.h"

namespace kith::ui {

/// Text of several lines to edit, of that size in pixels.
void TextArea(Kit& kit, const char* id, std::string& text, float width, float height);

/// Dear ImGui 1.86 doesn't break lines in an input. A break that it would make is written as a space and a
/// newline, as mail does (RFC 3676, format=flowed), and goes again with Flowed. `width` is the area's.
std::string BrokenForArea(Kit& kit, std::string_view text, float width);
std::string Flowed(std::string text);

}  // namespace kith::ui
