// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace kith::storage {

/// Shorter words are near to too many others.
inline constexpr std::size_t kFewestTypoLetters = 5;

/// Words of the search index whose beginning is one typo from `word`, or equals it; at most a few dozen.
/// `word` is folded. Empty for a word that is too short to be mistyped.
///
/// A typo behind the third letter leaves those three, and the index is sorted: what begins with them is
/// looked through. A typo in the first three is found by asking for every word that one typo there could have
/// been made of.
std::vector<std::string> NearWords(Database& database, const std::string& word);

}  // namespace kith::storage
