// SPDX-License-Identifier: Apache-2.0
#include "parse/web.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/email_address.h"
#include "core/text.h"
#include "core/url.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

constexpr double kJoined = 0.95;
constexpr double kRepaired = 0.75;
constexpr std::size_t kMostJoinedWords = 4;

bool IsLetterOrDigit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool IsLocalCharacter(char c) {
  return IsLetterOrDigit(c) || std::string_view("._-+'").find(c) != std::string_view::npos;
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Bytes of "email." or "E-mail-", misread or not, that stuck to the local part; 0 if none did.
std::size_t LengthOfLabel(std::string_view text) {
  const std::string lower = LowerCase(text);
  const std::size_t at = lower.find('@');
  for (const std::string_view label : {"e-mail", "email"}) {
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

/// ",com" -> ".com", "..", and misread top-level domains.
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

struct Parsed {
  std::string value;
  double quality = 0;
};

std::optional<Parsed> ParsedEmail(const std::string& joined) {
  const std::string bare = BareEmail(joined);
  if (LowerCase(bare).starts_with("www.")) return std::nullopt;  // an "a" of a URL, read as "@"
  if (const auto email = ParseEmailAddress(bare)) {
    return Parsed{email->local + bare.substr(bare.find('@')), 1};
  }
  const std::size_t at = bare.find('@');
  if (at == std::string::npos || at == 0) return std::nullopt;
  const std::string repaired = bare.substr(0, at + 1) + RepairedDomain(bare.substr(at + 1));
  if (ParseEmailAddress(repaired)) return Parsed{repaired, kRepaired};
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

std::string Joined(std::string_view text, const std::vector<Span>& words, std::size_t first,
                   std::size_t last) {
  std::string joined;
  for (std::size_t i = first; i <= last; ++i)
    joined += text.substr(words[i].begin, words[i].end - words[i].begin);
  return joined;
}

std::string_view WordAt(std::string_view text, const Span& word) {
  return text.substr(word.begin, word.end - word.begin);
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
    const std::string joined = WithAt(Joined(text, words, begin, end));
    if (auto parsed = ParsedEmail(joined)) {
      if (end > begin) parsed->quality *= kJoined;
      if (begin == at && begin > 0 &&
          IsTornOffGivenName(WordAt(text, words[begin - 1]), WordAt(text, words[at])) &&
          (begin == 1 || WordAt(text, words[begin - 2]).back() == ':')) {
        const std::string given(WordAt(text, words[begin - 1]));
        return WebMatch{{words[begin - 1].begin, words[end].end}, given + "." + parsed->value, kRepaired};
      }
      if (joined.size() != words[end].end - words[begin].begin - (end - begin)) parsed->quality *= kJoined;
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

// ---- URLs

/// "vww.", "WWW,", "wwwexample" and the like begin with "www." now.
std::string WithPlainPrefix(std::string text) {
  if (LowerCase(text.substr(0, 4)) == "http") {
    ReplaceAll(text, ";", ":");
    const std::size_t host = text.find_first_not_of(":/.,", text.find_first_of(":/.,"));
    if (host == std::string::npos) return text;
    const bool secure = text.size() > 4 && (text[4] == 's' || text[4] == 'S');
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

/// Without "Web:" before and marks around.
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

std::string AsPrinted(const Url& url, const std::string& text) {
  const std::string value = url.ToString();
  return LowerCase(text) == LowerCase(value) ? text : value;
}

std::optional<Parsed> ParsedUrl(const std::string& joined) {
  const std::string bare = BareUrl(joined);
  const std::string lower = LowerCase(bare);
  const bool plain_begin =
      lower.starts_with("www.") || lower.starts_with("http://") || lower.starts_with("https://");
  const auto as_read = ParseUrl(bare);
  if (as_read && (plain_begin || !BeginsLikeUrl(bare))) return Parsed{AsPrinted(*as_read, bare), 1};
  std::string repaired = WithPlainPrefix(bare);
  if (const auto url = ParseUrl(repaired)) return Parsed{AsPrinted(*url, repaired), kJoined};
  const std::size_t slash = repaired.find('/', repaired.find("://") == std::string::npos ? 0 : 8);
  const std::string host = RepairedDomain(repaired.substr(0, slash));
  repaired = host + (slash == std::string::npos ? "" : repaired.substr(slash));
  if (const auto url = ParseUrl(repaired)) return Parsed{AsPrinted(*url, repaired), kRepaired};
  return std::nullopt;
}

/// A URL from the word at `first` on, which begins like one.
std::optional<WebMatch> MarkedUrl(std::string_view text, const std::vector<Span>& words, std::size_t first) {
  for (std::size_t end = first; end < words.size() && end - first < kMostJoinedWords; ++end) {
    if (end + 1 < words.size() && WordAt(text, words[end + 1]).front() == '.') continue;
    const std::string joined = Joined(text, words, first, end);
    if (joined.find('@') != std::string::npos) break;
    if (auto parsed = ParsedUrl(joined)) {
      if (end > first) parsed->quality *= kJoined;
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

/// Takes the word before into the span if it is a label.
void TakeLabel(std::string_view text, const std::vector<Span>& words, WebMatch& match) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].begin != match.span.begin) continue;
    if (IsWebLabel(WordAt(text, words[i - 1]))) match.span.begin = words[i - 1].begin;
    return;
  }
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
  match.quality = kRepaired;
  TakeLabel(text, words, match);
}

}  // namespace

namespace {

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
      match = WebMatch{words[i], value, kRepaired};
    }
    if (!match || (!matches.empty() && Overlap(matches.back().span, match->span))) continue;
    TakeLabel(text, words, *match);
    matches.push_back(std::move(*match));
  }
  return matches;
}

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
      if (ParseEmailAddress(value)) matches.push_back({{words[i - 2].begin, word.end}, value, kRepaired});
    }
    if (local.size() <= kShortestLocal || kMisreadAt.find(local.back()) == std::string_view::npos) continue;
    const std::string value = local.substr(0, local.size() - 1) + "@" + std::string(registrable_domain);
    if (ParseEmailAddress(value)) matches.push_back({word, value, kRepaired});
  }
  return matches;
}

std::string DomainOf(std::string_view web_value) {
  const std::size_t at = web_value.find('@');
  if (at != std::string_view::npos) return RegistrableDomain(LowerCase(web_value.substr(at + 1)));
  const auto url = ParseUrl(web_value);
  return url ? RegistrableDomain(url->host) : std::string();
}

std::string WithDomain(std::string_view web_value, std::string_view domain) {
  std::string value(web_value);
  const std::string old = DomainOf(web_value);
  const std::size_t at = old.empty() ? std::string::npos : LowerCase(value).rfind(old);
  if (at != std::string::npos) value.replace(at, old.size(), domain);
  return value;
}

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

}  // namespace kith::parse
