// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reading.h"

/// Which language data to read a card with, by what English saw on it. Private to ocr/.
namespace kith::ocr {

/// Lines of a pass that it doesn't believe and `other` reads otherwise, the longest first: another script,
/// decoration, handwriting.
std::vector<Box> DoubtedLines(const Pass& pass, const Pass& other);

/// Whether they are so large a part of the pass that another script is worth a try: so were 6 of 60 real
/// cards in Latin script, and 3 of 3 Japanese ones.
bool MayBeInAnotherScript(const Pass& pass, const std::vector<Box>& doubted);

/// Of installed language data, one for each script that isn't Latin: that of the script where it is
/// ("Cyrillic"), else that of a language ("rus").
std::vector<std::string> DataOfOtherScripts(const std::vector<std::string>& installed);

/// Whether the second reader knows the script of that data.
bool IsHan(std::string_view data);

/// How much of a text in another script lines hold: letters that aren't Latin, times their confidence. 0 if
/// most words are Latin or aren't believed.
double OtherScriptIn(const std::vector<TextLine>& lines);

}  // namespace kith::ocr
