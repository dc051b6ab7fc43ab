// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "core/url.h"
#include "parse/web.h"
#include "parse/web_text.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

std::string AsPrinted(const Url& url, const std::string& text) {
  const std::string value = url.ToString();
  return LowerCase(text) == LowerCase(value) ? text : value;
}

std::optional<ParsedWeb> ParsedUrl(const std::string& joined) {
  const std::string bare = BareUrl(joined);
  const std::string lower = LowerCase(bare);
  const bool plain_begin =
      lower.starts_with("www.") || lower.starts_with("http://") || lower.starts_with("https://");
  const auto as_read = ParseUrl(bare);
  const bool misread_www = lower.starts_with("http") && LowerCase(WithPlainPrefix(bare)) != lower;
  if (as_read && !misread_www && (plain_begin || !BeginsLikeUrl(bare)))
    return ParsedWeb{AsPrinted(*as_read, bare), 1};
  std::string repaired = WithPlainPrefix(bare);
  if (const auto url = ParseUrl(repaired)) return ParsedWeb{AsPrinted(*url, repaired), kJoinedQuality};
  const std::size_t slash = repaired.find('/', repaired.find("://") == std::string::npos ? 0 : 8);
  const std::string host = RepairedDomain(repaired.substr(0, slash));
  repaired = host + (slash == std::string::npos ? "" : repaired.substr(slash));
  if (const auto url = ParseUrl(repaired)) return ParsedWeb{AsPrinted(*url, repaired), kRepairedQuality};
  return std::nullopt;
}

/// A URL from the word at `first` on, which begins like one.
std::optional<WebMatch> MarkedUrl(std::string_view text, const std::vector<Span>& words, std::size_t first) {
  for (std::size_t end = first; end < words.size() && end - first < kMostJoinedWords; ++end) {
    if (end + 1 < words.size() && WordAt(text, words[end + 1]).front() == '.') continue;
    const std::string joined = JoinedWords(text, words, first, end);
    if (joined.find('@') != std::string::npos) break;
    if (auto parsed = ParsedUrl(joined)) {
      if (end > first) parsed->quality *= kJoinedQuality;
      return WebMatch{{words[first].begin, words[end].end}, parsed->value, parsed->quality};
    }
  }
  return std::nullopt;
}

/// Top-level domains that hosts without "www" are printed with; country codes only in lower case.
bool IsUsualTopLevelDomain(const std::string& as_printed) {
  constexpr std::array<std::string_view, 12> kGeneric = {"com", "net", "org", "edu",  "gov", "info",
                                                         "biz", "int", "mil", "shop", "app", "dev"};
  const std::string lower = LowerCase(as_printed);
  return std::find(kGeneric.begin(), kGeneric.end(), lower) != kGeneric.end() ||
         (lower.size() == 2 && as_printed == lower && IsTopLevelDomain(lower));
}

std::optional<WebMatch> BareHost(std::string_view text, const Span& word) {
  constexpr double kWithoutMark = 0.8;
  constexpr std::size_t kShortestLabel = 3;
  const std::string bare = BareUrl(std::string(WordAt(text, word)));
  const auto url = ParseUrl(bare);
  if (!url) return std::nullopt;
  const std::string host = bare.substr(bare.find("://") == std::string::npos ? 0 : bare.find("://") + 3);
  const std::string printed_host = host.substr(0, host.find_first_of("/:?#"));
  const std::string domain = RegistrableDomain(url->host);
  const std::string label = domain.substr(0, domain.find('.'));
  const bool wordy = label.size() >= kShortestLabel && !PhoneLabel(label) &&
                     std::any_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!wordy || !IsUsualTopLevelDomain(printed_host.substr(printed_host.rfind('.') + 1))) return std::nullopt;
  return WebMatch{word, AsPrinted(*url, bare), kWithoutMark};
}

/// "africa example.com" where "africa.example.com" is meant: one lower-case word at the beginning of the line
/// or behind a label.
void TakeTornOffLabel(std::string_view text, const std::vector<Span>& words, std::size_t at,
                      WebMatch& match) {
  constexpr std::size_t kShortest = 3;
  const std::string_view before = WordAt(text, words[at - 1]);
  const bool lower = std::all_of(before.begin(), before.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool first = at == 1 || IsWebLabel(WordAt(text, words[at - 2]));
  const bool host_alone = DomainOf(match.value) == LowerCase(match.value);
  if (!lower || before.size() < kShortest || !first || !host_alone || before == "visit") return;
  match.span.begin = words[at - 1].begin;
  match.value = std::string(before) + "." + match.value;
  match.quality = kRepairedQuality;
  TakeLabel(text, words, match);
}

/// The registrable domain; below the names that RFC 2606 keeps for examples, as the cards of demos and tests
/// have them, every label is a site of its own, as if somebody had registered it.
std::string SiteOf(const std::string& host) {
  const std::string domain = RegistrableDomain(host);
  const bool reserved = domain == "example.com" || domain == "example.net" || domain == "example.org";
  if (!reserved || host.size() <= domain.size()) return domain;
  const std::string below = host.substr(0, host.size() - domain.size() - 1);
  const std::string label = below.substr(below.rfind('.') + 1);  // npos + 1 is 0
  return label == "www" || label == "mail" ? domain : label + "." + domain;
}

}  // namespace

std::vector<WebMatch> FindUrls(std::string_view text, const std::vector<WebMatch>& taken) {
  const std::vector<Span> words = WordSpans(text);
  std::vector<WebMatch> matches;
  const auto is_taken = [&](const Span& span) {
    const auto overlaps = [&](const WebMatch& match) { return Overlap(match.span, span); };
    return std::any_of(taken.begin(), taken.end(), overlaps) ||
           std::any_of(matches.begin(), matches.end(), overlaps);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = WordAt(text, words[i]);
    if (is_taken(words[i]) || word.find('@') != std::string_view::npos) continue;
    auto match =
        BeginsLikeUrl(BareUrl(std::string(word))) ? MarkedUrl(text, words, i) : BareHost(text, words[i]);
    if (!match || is_taken(match->span)) continue;
    TakeLabel(text, words, *match);
    if (i > 0 && match->span.begin == words[i].begin) TakeTornOffLabel(text, words, i, *match);
    matches.push_back(std::move(*match));
  }
  return matches;
}

std::string DomainOf(std::string_view web_value) {
  const std::size_t at = web_value.find('@');
  if (at != std::string_view::npos) return SiteOf(LowerCase(web_value.substr(at + 1)));
  const auto url = ParseUrl(web_value);
  return url ? SiteOf(url->host) : std::string();
}

std::string WithDomain(std::string_view web_value, std::string_view domain) {
  std::string value(web_value);
  const std::string old = DomainOf(web_value);
  const std::size_t at = old.empty() ? std::string::npos : LowerCase(value).rfind(old);
  if (at != std::string::npos) value.replace(at, old.size(), domain);
  return value;
}

}  // namespace kith::parse
