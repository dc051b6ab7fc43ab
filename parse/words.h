// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::parse {

/// A word of a line, ready for looking up.
struct Token {
  std::string text;    ///< as printed, without the punctuation around it
  std::string folded;  ///< letters and digits of FoldText: "Ph.D." -> "phd"
  bool comma = false;  ///< a comma, semicolon or bar follows
};

/// Splits at spaces; words without a letter or digit are dropped ("&" is kept).
std::vector<Token> Tokenize(std::string_view text);

/// The lists of assets/words, compiled in. All look-ups take folded words. Safe from every thread.
bool IsGivenName(std::string_view folded);
bool IsSurname(std::string_view folded);
bool IsOrganizationWord(std::string_view folded);
/// A word of the list, or one that ends in a listed ending ("hauptstrasse").
bool IsStreetWord(std::string_view folded);

/// How many tokens, from `first` on, the longest listed phrase covers; 0 if none begins there.
std::size_t TitlePhrase(const std::vector<Token>& tokens, std::size_t first);
/// "communicatieadviseur", "Vertriebsberater": a compound word whose end is a listed title.
bool IsTitleCompound(std::string_view folded);
std::size_t DepartmentPhrase(const std::vector<Token>& tokens, std::size_t first);
std::size_t PlacePhrase(const std::vector<Token>& tokens, std::size_t first);
/// ISO 3166 alpha-2 of the longest place that begins at `first`; empty if there is none or it isn't clear.
std::string PlaceRegion(const std::vector<Token>& tokens, std::size_t first);
std::size_t LegalFormPhrase(const std::vector<Token>& tokens, std::size_t first);

/// The first column of phone_labels.txt ("work", "mobile", "fax", "home", "other", "skip") for a label.
std::optional<std::string_view> PhoneLabel(std::string_view folded);

/// Share of the letters, among letters and digits of `text`, that belong to words that some list knows.
double KnownWordShare(const std::vector<Token>& tokens);

}  // namespace kith::parse
