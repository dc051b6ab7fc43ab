// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "core/email_address.h"
#include "core/text.h"
#include "core/url.h"
#include "parse/likeness.h"
#include "parse/web.h"
#include "parse/web_text.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

bool IsLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsLocalCharacter(char c) {
  return IsLetterOrDigit(c) || std::string_view("._-+'").find(c) != std::string_view::npos;
}

/// Bytes of "email." or "E-mail-", misread or not, that stuck to the local part; 0 if none did.
std::size_t LengthOfLabel(std::string_view text) {
  const std::string lower = LowerCase(text);
  const std::size_t at = lower.find('@');
  for (const std::string_view label : {"e-mail", "email", "courriel"}) {
    if (lower.starts_with(label) && at > label.size() + 2) return label.size();
  }
  const std::size_t mark = lower.find_first_of(".-_");
  if (mark == std::string::npos || mark < 4 || mark + 3 > at) return 0;
  return EditDistance(lower.substr(0, mark), "email") <= 1 ? mark + 1 : 0;
}

/// Without labels and marks around: "E-mail:anna@example.org," -> "anna@example.org".
std::string BareEmail(std::string text) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos) return {};
  std::size_t begin = at;
  while (begin > 0 && IsLocalCharacter(text[begin - 1]))
    --begin;
  text = text.substr(begin);
  text = text.substr(LengthOfLabel(text));
  const std::size_t first = text.find_first_not_of("._-+'");
  const std::size_t last = text.find_last_not_of("._-+',;:)>]}/!\\");
  return first == std::string::npos ? std::string() : text.substr(first, last + 1 - first);
}

std::optional<ParsedWeb> ParsedEmail(const std::string& joined) {
  const std::string bare = BareEmail(joined);
  if (LowerCase(bare).starts_with("www.")) return std::nullopt;  // an "a" of a URL, read as "@"
  if (const auto email = ParseEmailAddress(bare)) {
    return ParsedWeb{email->local + bare.substr(bare.find('@')), 1};
  }
  const std::size_t at = bare.find('@');
  if (at == std::string::npos || at == 0) return std::nullopt;
  const std::string repaired = bare.substr(0, at + 1) + RepairedDomain(bare.substr(at + 1));
  if (ParseEmailAddress(repaired)) return ParsedWeb{repaired, kRepairedQuality};
  return std::nullopt;
}

/// "@" in the place of what is often read instead of it, if there is just one candidate.
std::string WithAt(std::string_view word) {
  std::string text(word);
  for (const std::string_view mark :
       {"(at)", "[at]", "(@)", "(@", "@)", "\u00a9", "\u00ae", "\u20ac", "\u00a2"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos && at > 0) text.replace(at, mark.size(), "@");
  }
  return text.find('@') != std::string::npos ? text : std::string();
}

/// Whether `text` can't stand alone: a neighbour of an e-mail address or URL that was torn apart.
bool EndsOpen(std::string_view text) {
  return !text.empty() && std::string_view(".@_-").find(text.back()) != std::string_view::npos;
}
bool BeginsOpen(std::string_view text) {
  return !text.empty() && std::string_view(".,@_-").find(text.front()) != std::string_view::npos;
}

/// "anna example@…" where "anna.example@…" is meant: a given name before a local part that doesn't have it.
bool IsTornOffGivenName(std::string_view before, std::string_view word) {
  const std::string folded = FoldToAlnum(before);
  const bool only_letters = std::all_of(before.begin(), before.end(), IsLetterOrDigit);
  if (!only_letters || folded.size() < 3 || !IsGivenName(folded)) return false;
  const std::string local = FoldToAlnum(word.substr(0, word.find('@')));
  return local.size() >= 4 && local.find(folded) == std::string::npos && !IsGivenName(local);
}

/// "s. example@…" where "s.example@…" is meant: an initial at the beginning of the line or behind a label.
bool IsTornOffInitial(std::string_view text, const std::vector<Span>& words, std::size_t before) {
  const std::string_view word = WordAt(text, words[before]);
  const bool initial = word.size() == 2 && word[1] == '.' && word[0] >= 'a' && word[0] <= 'z' &&
                       word[0] != 'e' && word[0] != 'm';  // those are labels
  return initial && (before == 0 || WordAt(text, words[before - 1]).back() == ':');
}

/// The e-mail address around the word `at`, from as few words as give one.
std::optional<WebMatch> EmailAround(std::string_view text, const std::vector<Span>& words, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 2) {
    const std::string_view word = WordAt(text, words[begin]);
    const std::string_view before = WordAt(text, words[begin - 1]);
    const bool is_label = before.find(':') != std::string_view::npos;
    const bool open = BeginsOpen(word) || (EndsOpen(before) && before.size() > 2) ||
                      IsTornOffInitial(text, words, begin - 1);
    if (is_label || !open) break;
    --begin;
  }
  for (std::size_t end = at; end < words.size() && end - begin < kMostJoinedWords; ++end) {
    if (end + 1 < words.size() && WordAt(text, words[end + 1]).front() == '.') continue;
    const std::string joined = WithAt(JoinedWords(text, words, begin, end));
    if (auto parsed = ParsedEmail(joined)) {
      if (end > begin) parsed->quality *= kJoinedQuality;
      if (begin == at && begin > 0 &&
          IsTornOffGivenName(WordAt(text, words[begin - 1]), WordAt(text, words[at])) &&
          (begin == 1 || WordAt(text, words[begin - 2]).back() == ':')) {
        const std::string given(WordAt(text, words[begin - 1]));
        return WebMatch{
            {words[begin - 1].begin, words[end].end}, given + "." + parsed->value, kRepairedQuality};
      }
      if (joined.size() != words[end].end - words[begin].begin - (end - begin))
        parsed->quality *= kJoinedQuality;
      return WebMatch{{words[begin].begin, words[end].end}, parsed->value, parsed->quality};
    }
  }
  return std::nullopt;
}

/// Two addresses in one word: "anna@example.org/ben@example.org".
std::vector<Span> SplitAddresses(std::string_view text, const Span& word) {
  std::vector<Span> parts;
  std::size_t begin = word.begin;
  for (std::size_t i = word.begin; i < word.end; ++i) {
    if (text[i] != '/' && text[i] != ',' && text[i] != ';') continue;
    const bool both = text.substr(begin, i - begin).find('@') != std::string_view::npos &&
                      WordAt(text, {i, word.end}).find('@') != std::string_view::npos;
    if (!both) continue;
    parts.push_back({begin, i});
    begin = i + 1;
  }
  parts.push_back({begin, word.end});
  return parts;
}

constexpr std::string_view kMisreadAt = "QGaO0o68(&9D";

/// "annaGgmail.com": the "@" of an address at a mail provider, read as a letter.
std::string WithProviderAt(std::string_view word) {
  const std::string bare = BareUrl(std::string(word));
  if (bare.find('@') != std::string::npos) return {};
  for (std::size_t i = 2; i + 4 < bare.size(); ++i) {
    if (kMisreadAt.find(bare[i]) == std::string_view::npos || !IsMailProvider(bare.substr(i + 1))) continue;
    return bare.substr(0, i) + "@" + bare.substr(i + 1);
  }
  return {};
}

}  // namespace

std::vector<WebMatch> FindEmails(std::string_view text) {
  std::vector<Span> words;
  for (const Span& word : WordSpans(text)) {
    for (const Span& part : SplitAddresses(text, word))
      words.push_back(part);
  }
  std::vector<WebMatch> matches;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::optional<WebMatch> match;
    if (!WithAt(WordAt(text, words[i])).empty()) {
      match = EmailAround(text, words, i);
    } else if (const std::string value = WithProviderAt(WordAt(text, words[i])); ParseEmailAddress(value)) {
      match = WebMatch{words[i], value, kRepairedQuality};
    }
    if (!match || (!matches.empty() && Overlap(matches.back().span, match->span))) continue;
    TakeLabel(text, words, *match);
    matches.push_back(std::move(*match));
  }
  return matches;
}

std::vector<WebMatch> FindEmailsOfHost(std::string_view text, std::string_view registrable_domain) {
  constexpr std::size_t kShortestLocal = 2;
  std::vector<WebMatch> matches;
  const std::vector<Span> words = WordSpans(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span& word = words[i];
    const std::string bare = BareUrl(std::string(WordAt(text, word)));
    const std::string lower = LowerCase(bare);
    if (lower.find('@') != std::string::npos || BeginsLikeUrl(lower) || !lower.ends_with(registrable_domain))
      continue;
    const std::string local = bare.substr(0, bare.size() - registrable_domain.size());
    if (local.empty() && i >= 2 && IsMailLabel(WordAt(text, words[i - 2]))) {
      const std::string value = std::string(WordAt(text, words[i - 1])) + "@" + bare;
      if (ParseEmailAddress(value))
        matches.push_back({{words[i - 2].begin, word.end}, value, kRepairedQuality});
    }
    if (local.size() <= kShortestLocal || kMisreadAt.find(local.back()) == std::string_view::npos) continue;
    const std::string value = local.substr(0, local.size() - 1) + "@" + std::string(registrable_domain);
    if (ParseEmailAddress(value)) matches.push_back({word, value, kRepairedQuality});
  }
  return matches;
}

}  // namespace kith::parse
