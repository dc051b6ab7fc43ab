// SPDX-License-Identifier: Apache-2.0
#include "parse/web_text.h"

#include <algorithm>
#include <array>

#include "core/social_handle.h"
#include "core/text.h"
#include "parse/likeness.h"

namespace kith::parse {

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string RepairedDomain(std::string domain) {
  for (const std::string_view mark : {",", ";", ":", "..", "*", "_"})
    ReplaceAll(domain, mark, ".");
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kMisread = {{{".corn", ".com"},
                                                                                       {".c0m", ".com"},
                                                                                       {".cor", ".com"},
                                                                                       {".con", ".com"},
                                                                                       {".comn", ".com"},
                                                                                       {".cam", ".com"},
                                                                                       {".0rg", ".org"},
                                                                                       {".nel", ".net"},
                                                                                       {".rnet", ".net"},
                                                                                       {".ora", ".org"}}};
  for (const auto& [from, to] : kMisread) {
    if (LowerCase(domain).ends_with(from)) domain.replace(domain.size() - from.size(), from.size(), to);
  }
  return domain;
}

std::string_view WordAt(std::string_view text, const Span& word) {
  return text.substr(word.begin, word.end - word.begin);
}

std::string JoinedWords(std::string_view text, const std::vector<Span>& words, std::size_t first,
                        std::size_t last) {
  std::string joined;
  for (std::size_t i = first; i <= last; ++i)
    joined += text.substr(words[i].begin, words[i].end - words[i].begin);
  return joined;
}

std::string BareUrl(std::string text) {
  for (const std::string_view mark :
       {"\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb", "\u2014", "\u00b0"})
    ReplaceAll(text, mark, "");
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos && text.compare(colon, 2, ":/") != 0 && colon + 3 < text.size() &&
      colon < text.find('.')) {
    text = text.substr(colon + 1);
  }
  const std::size_t first = text.find_first_not_of("-_.,;:|([<'\"*~");
  const std::size_t last = text.find_last_not_of("-_.,;:|)]>'\"*!/\\");
  return first == std::string::npos || last < first ? std::string() : text.substr(first, last + 1 - first);
}

std::string WithPlainPrefix(std::string text) {
  if (LowerCase(text.substr(0, 4)) == "http") {
    ReplaceAll(text, ";", ":");
    const std::size_t host = text.find_first_not_of(":/.,", text.find_first_of(":/.,"));
    if (host == std::string::npos) return text;
    const bool secure = text.size() > 4 && (text[4] == 's' || text[4] == 'S');
    constexpr std::size_t kMostBefore = 2;  // what "//" and "w" may be read as: "Av", "/W"
    const std::size_t prefix = LowerCase(text).find("ww.", host);
    if (prefix != std::string::npos && prefix <= host + kMostBefore)
      return (secure ? "https://www." : "http://www.") + text.substr(prefix + 3);
    return (secure ? "https://" : "http://") + WithPlainPrefix(text.substr(host));
  }
  std::size_t prefix = 0;
  while (prefix < text.size() && std::string_view("wWvV").find(text[prefix]) != std::string_view::npos)
    ++prefix;
  if (prefix < 2 || prefix > 6) return text;
  std::size_t host = prefix;
  while (host < text.size() && std::string_view(".,:;-").find(text[host]) != std::string_view::npos)
    ++host;
  if (host == prefix && prefix < 3) return text;
  if (host == prefix) host = std::max<std::size_t>(3, prefix > 3 ? 3 : prefix);
  return "www." + text.substr(host);
}

bool BeginsLikeUrl(std::string_view word) {
  const std::string lower = LowerCase(word);
  const std::string plain = WithPlainPrefix(lower);
  return lower.starts_with("http") ||
         (plain.starts_with("www.") && (lower.starts_with("ww") || lower.starts_with("vw") ||
                                        lower.starts_with("wv") || lower.starts_with("vv")));
}

bool IsWebLabel(std::string_view word) {
  constexpr std::array<std::string_view, 20> kLabels = {
      "e",   "em",   "email", "mail",    "emails",   "courriel", "correo", "w",      "web",    "website",
      "url", "site", "www",   "siteweb", "internet", "homepage", "http",   "online", "mailto", "eposta"};
  const std::string folded = FoldToAlnum(word);
  return std::find(kLabels.begin(), kLabels.end(), folded) != kLabels.end() ||
         (folded.size() > 5 && EditDistance(folded, "website") <= 1);
}

bool IsMailLabel(std::string_view word) {
  constexpr std::array<std::string_view, 6> kLabels = {"e", "email", "mail", "courriel", "correo", "eposta"};
  return std::find(kLabels.begin(), kLabels.end(), FoldToAlnum(word)) != kLabels.end();
}

void TakeLabel(std::string_view text, const std::vector<Span>& words, WebMatch& match) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].begin != match.span.begin) continue;
    const std::string_view before = WordAt(text, words[i - 1]);
    if (IsWebLabel(before) || SocialServiceOf(before)) match.span.begin = words[i - 1].begin;
    return;
  }
}

}  // namespace kith::parse
