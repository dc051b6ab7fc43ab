// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kith::ui {

/// Debian's Dear ImGui 1.86 has 16-bit characters: an input that is merely clicked turns every letter beyond
/// U+FFFF (rare ideographs, emoji) into U+FFFD. Gives `edited` its letters back from `original`: the n-th
/// U+FFFD becomes the n-th such letter, as long as there are as many of them; if some were deleted, nobody
/// can tell which, and `edited` is returned as it is.
std::string WithRareLetters(std::string_view edited, std::string_view original);

}  // namespace kith::ui
