// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// Of Hebrew, Arabic, Syriac … among the letters of up to 16 bits.
bool IsRightToLeft(char32_t letter);

/// Whether some of it is written from right to left: Arabic, Hebrew …
bool HasRightToLeft(std::string_view text);

/// Its letters in the order in which they stand from left to right on the screen, Arabic ones in the forms in
/// which they join: for what draws one letter after the other. Each line by itself; a line that is wrapped
/// afterwards isn't right any more.
std::string InVisualOrder(std::string_view text);

}  // namespace kith
