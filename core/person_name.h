// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/contact.h"

namespace kith {

/// Splits a printed name: honorifics before ("Dr.", "Prof.") and degrees behind ("PhD", "MBA", "D.M.D.") are
/// dropped from given and family (degrees from full too), particles ("van der", "de", "bin") belong to the
/// family name, a family name in capitals is recognised in either place ("NOWAK Anna", "Anna NOWAK"), as is
/// "Family, Given". `full` is in natural order and as printed otherwise. Parts printed in capitals are in
/// title case, middle initials and nicknames in brackets are in `full` only. One word alone is `full` only; a
/// Chinese, Japanese or Korean name is divided where it has a space, family name first. Empty without a name.
PersonName SplitPersonName(std::string_view printed);

/// Whether the word is an honorific or a degree: "Dr.", "Ph.D.", "MBA".
bool IsNameAffix(std::string_view word);

}  // namespace kith
