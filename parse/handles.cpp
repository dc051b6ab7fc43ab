// SPDX-License-Identifier: Apache-2.0
#include "parse/handles.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/social_handle.h"
#include "core/url.h"
#include "parse/web_text.h"

namespace kith::parse {
namespace {

constexpr double kWithoutSign = 0.8;  // quality of a handle that no ":" or "@" stands before

/// A lower-case word, or one with a sign or digit inside: how handles look and other words behind the name of
/// a service ("Facebook Germany") don't.
bool LooksLikeHandle(std::string_view word) {
  const bool sign = word.find_first_of("._0123456789") != std::string_view::npos;
  const bool lower = std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return sign || lower;
}

/// Services whose name is a usual word: their handle has a sign before it.
bool IsUsualWord(const std::string& service) {
  return service == "X" || service == "LINE" || service == "Signal" || service == "Threads" ||
         service == "Discord";
}

Span WithoutSignsBehind(std::string_view text, Span span) {
  while (!span.empty() && std::string_view(".,;)|").find(text[span.end - 1]) != std::string_view::npos)
    --span.end;
  return span;
}

/// "IG:ada", "WeChat ID : ada", "X @ada".
std::optional<WebMatch> WithSign(std::string_view text, const std::vector<Span>& words, std::size_t first) {
  constexpr std::size_t kMostWords = 4;
  for (std::size_t end = first; end < std::min(words.size(), first + kMostWords); ++end) {
    const Span span = WithoutSignsBehind(text, {words[first].begin, words[end].end});
    if (const auto handle = ParseSocialHandle(WordAt(text, span)))
      return WebMatch{span, handle->ToString(), 1};
  }
  return std::nullopt;
}

/// "Instagram ada_example", nothing behind it.
std::optional<WebMatch> WithoutSign(std::string_view text, const std::vector<Span>& words,
                                    std::size_t first) {
  const auto service = SocialServiceOf(WordAt(text, words[first]));
  if (!service || IsUsualWord(*service) || first + 2 != words.size()) return std::nullopt;
  const std::string word(WordAt(text, words[first + 1]));
  const auto handle = ParseSocialHandle(*service + ": " + word);
  if (!handle || !LooksLikeHandle(word) || ParseUrl(word)) return std::nullopt;
  return WebMatch{{words[first].begin, words[first + 1].end}, handle->ToString(), kWithoutSign};
}

}  // namespace

std::vector<WebMatch> FindHandles(std::string_view text) {
  const std::vector<Span> words = WordSpans(text);
  std::vector<WebMatch> matches;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!matches.empty() && words[i].begin < matches.back().span.end) continue;
    if (ParseUrl(WordAt(text, words[i]))) continue;
    auto match = WithSign(text, words, i);
    if (!match) match = WithoutSign(text, words, i);
    if (match && WordAt(text, match->span).find('/') == std::string_view::npos)
      matches.push_back(std::move(*match));
  }
  return matches;
}

}  // namespace kith::parse
