// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/run_text.h"
#include "parse/web.h"

/// What finding e-mail addresses and finding URLs have in common.
namespace kith::parse {

// Qualities (see WebMatch) of what the validator took only after something was done to it.
inline constexpr double kJoinedQuality = 0.95;    ///< spaces were taken out
inline constexpr double kRepairedQuality = 0.75;  ///< signs were replaced
inline constexpr std::size_t kMostJoinedWords = 4;

/// What the validator accepted, and how it likes it (as WebMatch::quality).
struct ParsedWeb {
  std::string value;
  double quality = 0;
};

void ReplaceAll(std::string& text, std::string_view from, std::string_view to);

/// ",com" -> ".com", "..", and misread top-level domains.
std::string RepairedDomain(std::string domain);

std::string_view WordAt(std::string_view text, const Span& word);

/// The words from `first` to `last` without what stands between them.
std::string JoinedWords(std::string_view text, const std::vector<Span>& words, std::size_t first,
                        std::size_t last);

/// Without "Web:" before and marks around.
std::string BareUrl(std::string text);

/// "vww.", "WWW,", "wwwexample" and the like begin with "www." now.
std::string WithPlainPrefix(std::string text);

/// Whether a word begins with "www" or "http", misread or not.
bool BeginsLikeUrl(std::string_view word);

bool IsWebLabel(std::string_view word);
bool IsMailLabel(std::string_view word);

/// Takes the word before into the span if it is a label.
void TakeLabel(std::string_view text, const std::vector<Span>& words, WebMatch& match);

}  // namespace kith::parse
