// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/words.h"

namespace kith::parse {

/// 0 to 1: how well the words explain the local part of an e-mail address ("a.example", "annae", "example").
double LocalPartLikeness(const std::vector<Token>& tokens, std::string_view local);

/// 0 to 1: how well the words explain a domain ("example", an acronym, the beginnings of the words).
double DomainLikeness(const std::vector<Token>& tokens, std::string_view label);

/// The tokens without honorifics and degrees.
std::vector<Token> WithoutAffixes(const std::vector<Token>& tokens);

/// Words that join others ("of", "and", "fur"): no part of a name or an acronym.
bool IsStopWord(const std::string& folded);

/// Levenshtein distance, in bytes.
std::size_t EditDistance(std::string_view a, std::string_view b);

}  // namespace kith::parse
