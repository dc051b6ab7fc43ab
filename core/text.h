// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith {

// All of these may be called from every thread. Bytes that aren't UTF-8 become U+FFFD where nothing else is
// said.

/// NFC (Unicode Annex 15), every run of white space one space, none at the ends; bytes that aren't UTF-8 and
/// control characters are dropped.
std::string NormalizeText(std::string_view text);

/// For comparing and searching: Latin letters without accents, lower case ("Müller Straße" -> "muller
/// strasse", "Łódź" -> "lodz"), other scripts in Latin letters as ICU transliterates them.
std::string FoldText(std::string_view text);

/// Most words of most cards are, and the parser normalises thousands of them a card: none of those need go
/// through ICU.
bool IsAscii(std::string_view text);

/// Letters and digits of FoldText, nothing else: "Example, Ltd." -> "exampleltd".
std::string FoldToAlnum(std::string_view text);

/// Unicode lower case / "Title Case" of every word / upper case, in the root locale.
std::string LowerCase(std::string_view text);
std::string TitleCase(std::string_view text);
std::string UpperCase(std::string_view text);

/// Code points; 0xFFFD for bytes that aren't UTF-8.
std::u32string DecodeUtf8(std::string_view text);
std::string EncodeUtf8(std::u32string_view text);

/// Whether it is UTF-8 all through, and of code points that `is_one` is true of.
bool AllCodePoints(std::string_view text, bool (*is_one)(char32_t));

/// Whether most letters and digits of a text are those of Latin script; so is a text without any.
bool IsLatin(std::string_view text);

constexpr bool IsAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a byte of UTF-8 goes on with a code point that an earlier one began.
constexpr bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Parts between separators, trimmed; empty ones left out.
std::vector<std::string> SplitText(std::string_view text, std::string_view separators);

}  // namespace kith
