// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kith::storage {

/// Whether one letter changed, left out, put in, or two neighbours exchanged make one text the other (optimal
/// string alignment). False for equal texts. By bytes: for folded text.
bool IsOneEditApart(std::string_view a, std::string_view b);

/// Whether `text` begins with something that equals `prefix` or is one edit from it.
bool BeginsAlmost(std::string_view text, std::string_view prefix);

}  // namespace kith::storage
