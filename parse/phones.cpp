// SPDX-License-Identifier: Apache-2.0
#include "parse/phones.h"

#include <algorithm>
#include <array>

#include "core/phone_number.h"
#include "core/text.h"

namespace kith::parse {
namespace {

constexpr std::size_t kFewestDigits = 7;  // local numbers; fewer only behind a label
constexpr std::size_t kFewestLabelledDigits = 6;
constexpr std::size_t kMostDigits = 15;      // E.164
constexpr double kNothingElseOnLine = 0.55;  // quality of a number without any other sign
constexpr char kNothing = '\x01';            // keeps byte offsets where a character was shortened

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t CountDigits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), IsAsciiDigit));
}

// ---- The text with the same offsets, but plain dashes and digits.

void ReplaceKeepingLength(std::string& text, std::string_view from, char to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    text[at] = to;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, from.size() - 1, kNothing);
  }
}

/// Letters that are read for digits, where the rest of the group is digits: "65O-l234".
void ReplaceMisreadDigits(std::string& text) {
  constexpr std::string_view kLetters = "OoIl|SBZ";
  constexpr std::string_view kDigits = "00111582";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" :,", at);
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(text.size(), text.find_first_of(" :,", begin));
    const std::string_view group = std::string_view(text).substr(begin, end - begin);
    const auto misread = static_cast<std::size_t>(std::count_if(
        group.begin(), group.end(), [&](char c) { return kLetters.find(c) != std::string_view::npos; }));
    const auto letters = static_cast<std::size_t>(
        std::count_if(group.begin(), group.end(), [&](char c) { return IsLetter(c) || c == '|'; }));
    if (misread > 0 && letters == misread && CountDigits(group) > misread) {
      for (std::size_t i = begin; i < end; ++i) {
        const std::size_t which = kLetters.find(text[i]);
        if (which != std::string_view::npos) text[i] = kDigits[which];
      }
    }
    at = end;
  }
}

std::string Plain(std::string_view text) {
  std::string plain(text);
  for (const std::string_view dash :
       {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d", "\u30fc"})
    ReplaceKeepingLength(plain, dash, '-');
  for (const std::string_view dot : {"\u00b7", "\u2022", "\u2024", "\u2219"})
    ReplaceKeepingLength(plain, dot, '.');
  ReplaceKeepingLength(plain, "\u00a0", ' ');
  ReplaceKeepingLength(plain, "\uff08", '(');
  ReplaceKeepingLength(plain, "\uff09", ')');
  ReplaceKeepingLength(plain, "\uff0b", '+');
  std::replace(plain.begin(), plain.end(), '{', '(');
  std::replace(plain.begin(), plain.end(), '}', ')');
  ReplaceMisreadDigits(plain);
  for (std::size_t at = 0; at + 1 < plain.size(); ++at) {  // the label "O:" of an office
    const bool alone = at == 0 || plain[at - 1] == ' ';
    if (alone && plain[at] == '0' && plain[at + 1] == ':') plain[at] = 'O';
  }
  return plain;
}

std::string WithoutNothing(std::string_view text) {
  std::string out(text);
  std::erase(out, kNothing);
  return out;
}

// ---- Stretches of digits and what stands between the digits of a number.

bool IsNumberCharacter(char c) {
  return IsAsciiDigit(c) || std::string_view("+().-/ ~'*\x01").find(c) != std::string_view::npos;
}

/// A dot or dash with spaces on both sides stands between two numbers, unless little was seen yet.
std::vector<Span> DigitStretches(std::string_view text) {
  std::vector<Span> stretches;
  for (std::size_t at = 0; at < text.size();) {
    if (!IsAsciiDigit(text[at]) && text[at] != '+' && text[at] != '(') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && IsNumberCharacter(text[end]))
      ++end;
    std::size_t last = end;
    while (last > at && !IsAsciiDigit(text[last - 1]))
      --last;
    if (CountDigits(text.substr(at, last - at)) >= 3) stretches.push_back({at, last});
    at = std::max(end, at + 1);
  }
  return stretches;
}

/// "ext. 156", "x12", "poste 3" behind the number.
std::size_t EndOfExtension(std::string_view text, std::size_t number_end) {
  constexpr std::array<std::string_view, 12> kWords = {"extension", "extn", "ext", "ex", "x",       "poste",
                                                       "ramal",     "int",  "wew", "dw", "toestel", "anexo"};
  std::size_t at = text.find_first_not_of(" ,;.(-/", number_end);
  if (at == std::string_view::npos) return number_end;
  std::size_t end = at;
  while (end < text.size() && IsLetter(text[end]))
    ++end;
  const std::string word = LowerCase(text.substr(at, end - at));
  const bool hash = word.empty() && text[at] == '#';
  if (!hash && std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return number_end;
  at = text.find_first_not_of(" .:#-", end);
  if (at == std::string_view::npos || !IsAsciiDigit(text[at])) return number_end;
  while (at < text.size() && IsAsciiDigit(text[at]))
    ++at;
  return at;
}

/// "1-888-EXAMPLE", "800 FLOWERS": digits of a freephone number, then capitals.
std::optional<Span> VanityNumber(std::string_view text) {
  for (std::size_t at = 0; at + 8 < text.size(); ++at) {
    if (!IsAsciiDigit(text[at]) || (at > 0 && (IsAsciiDigit(text[at - 1]) || IsLetter(text[at - 1]))))
      continue;
    std::size_t i = at;
    std::string digits;
    while (i < text.size() &&
           (IsAsciiDigit(text[i]) || std::string_view("-. ()").find(text[i]) != std::string_view::npos)) {
      if (IsAsciiDigit(text[i])) digits += text[i];
      ++i;
    }
    const std::string area = digits.substr(digits.starts_with('1') ? 1 : 0);
    if (area.size() < 3 || area.size() > 6 || area[0] != '8') continue;
    std::size_t letters = 0;
    std::size_t end = i;
    while (end < text.size() &&
           ((text[end] >= 'A' && text[end] <= 'Z') || IsAsciiDigit(text[end]) || text[end] == '-')) {
      letters += text[end] >= 'A' && text[end] <= 'Z' ? 1 : 0;
      ++end;
    }
    if (letters >= 3 && area.size() + letters >= 10 && area.size() + letters <= 14) return Span{at, end};
  }
  return std::nullopt;
}

// ---- One stretch may hold several numbers.

std::optional<PhoneNumber> Understand(std::string_view digits, const std::vector<std::string>& regions) {
  std::optional<PhoneNumber> possible;
  for (const std::string& region : regions) {
    auto number = ParsePhoneNumber(digits, region);
    if (number && number->valid) return number;
    if (number && !possible) possible = std::move(number);
  }
  if (regions.empty()) return ParsePhoneNumber(digits, "");
  return possible;
}

bool IsValid(std::string_view text, const std::vector<std::string>& regions) {
  const auto number = Understand(WithoutNothing(text), regions);
  return number && number->valid;
}

Span Trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && !IsAsciiDigit(text[span.begin]) && text[span.begin] != '+' &&
         text[span.begin] != '(')
    ++span.begin;
  while (span.end > span.begin && !IsAsciiDigit(text[span.end - 1]))
    --span.end;
  const std::string_view part = text.substr(span.begin, span.end - span.begin);
  if (part.starts_with('(') && part.find(')') == std::string_view::npos) ++span.begin;
  return span;
}

/// Where a second number may begin: at a sign, or at a bracket or behind a separator.
bool MayBegin(std::string_view text, std::size_t at) {
  if (text[at] == '+') return true;
  if (text[at] == '(') return text.substr(at, 3) != "(0)";
  return IsAsciiDigit(text[at]) && std::string_view("/-. ~\x01").find(text[at - 1]) != std::string_view::npos;
}

std::vector<Span> SplitNumbers(std::string_view text, Span span, const std::vector<std::string>& regions) {
  span = Trimmed(text, span);
  const std::string_view whole = text.substr(span.begin, span.end - span.begin);
  const std::size_t plus = whole.find('+', 1);
  const bool two_signs =
      plus != std::string_view::npos && CountDigits(whole.substr(0, plus)) >= kFewestLabelledDigits;
  if (!two_signs && (CountDigits(whole) <= 9 || IsValid(whole, regions))) return {span};
  for (std::size_t at = span.begin + 1; at < span.end; ++at) {
    if (two_signs ? text[at] != '+' : !MayBegin(text, at)) continue;
    const Span left = Trimmed(text, {span.begin, at});
    const std::string_view left_text = text.substr(left.begin, left.end - left.begin);
    const std::string_view right_text = text.substr(at, span.end - at);
    const bool enough =
        CountDigits(left_text) >= kFewestDigits && CountDigits(right_text) >= kFewestLabelledDigits;
    if (!enough || !(two_signs || IsValid(left_text, regions))) continue;
    std::vector<Span> parts = SplitNumbers(text, {at, span.end}, regions);
    const std::string_view second = text.substr(parts[0].begin, parts[0].end - parts[0].begin);
    const bool slash = text[left.end] == '/' ||
                       text.substr(left.end, at - left.end).find_first_of("/-") != std::string_view::npos;
    if (!two_signs && !IsValid(second, regions) && !(slash && CountDigits(second) >= kFewestLabelledDigits))
      continue;
    parts.insert(parts.begin(), left);
    return parts;
  }
  return {span};
}

/// "522 98 57 02/12", "23158661 - 64": the last digits of a block of numbers; only the first is kept.
Span WithoutRange(std::string_view text, Span span, const std::vector<std::string>& regions) {
  const std::size_t mark = text.substr(span.begin, span.end - span.begin).find_last_of("/-~ ");
  if (mark == std::string_view::npos) return span;
  const Span first = Trimmed(text, {span.begin, span.begin + mark});
  const std::string_view tail = text.substr(span.begin + mark, span.end - span.begin - mark);
  const std::string_view head = text.substr(first.begin, first.end - first.begin);
  constexpr std::size_t kLongestTail = 4;
  const std::string_view between = text.substr(first.end, span.begin + mark + 1 - first.end);
  if (between.find_first_of("/-~") == std::string_view::npos) return span;
  if (CountDigits(tail) > kLongestTail || CountDigits(head) < kFewestDigits) return span;
  if (!IsValid(head, regions) || IsValid(text.substr(span.begin, span.end - span.begin), regions))
    return span;
  return first;
}

// ---- Is it a phone number at all?

std::vector<std::size_t> DigitGroups(std::string_view text) {
  std::vector<std::size_t> groups;
  bool inside = false;
  for (const char c : text) {
    if (c == kNothing) continue;
    if (!IsAsciiDigit(c)) {
      inside = false;
    } else if (!inside) {
      groups.push_back(1);
      inside = true;
    } else {
      ++groups.back();
    }
  }
  return groups;
}

bool LooksLikeDate(const std::vector<std::size_t>& groups, std::string_view text) {
  return groups.size() == 3 && groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4 &&
         text.find_first_of("./-") != std::string_view::npos;
}

/// "(415) 555-0123", "1.415.555.0123".
bool LooksAmerican(const std::vector<std::size_t>& groups) {
  const std::vector<std::size_t> last3(
      groups.end() - std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(groups.size())), groups.end());
  return last3 == std::vector<std::size_t>{3, 3, 4} &&
         (groups.size() == 3 || (groups.size() == 4 && groups[0] <= 2));
}

/// "108/25/43": plots and houses of India and Pakistan.
bool LooksLikeHouseNumber(const std::vector<std::size_t>& groups, std::string_view text) {
  return text.find('/') != std::string_view::npos &&
         std::all_of(groups.begin(), groups.end(), [](std::size_t digits) { return digits <= 3; });
}

/// American and Brazilian postcodes.
bool LooksLikeZip(const std::vector<std::size_t>& groups) {
  return groups == std::vector<std::size_t>{5, 4} || groups == std::vector<std::size_t>{5, 3};
}

/// "690-0826" on a Japanese card, "560 001" on an Indian one, "100999" on a Chinese one: too short for a
/// number with its area code.
bool LooksLikePostalCode(const std::vector<std::size_t>& groups, const std::vector<std::string>& regions) {
  const auto of = [&](std::string_view region) {
    return std::find(regions.begin(), regions.end(), region) != regions.end();
  };
  return (of("JP") && groups == std::vector<std::size_t>{3, 4}) ||
         (of("IN") && groups == std::vector<std::size_t>{3, 3}) ||
         (of("CN") && groups == std::vector<std::size_t>{6});
}

/// 0: no phone number.
double Quality(std::string_view text, const std::optional<PhoneNumber>& number,
               const std::optional<Label>& label) {
  const std::vector<std::size_t> groups = DigitGroups(text);
  const std::size_t digits = CountDigits(text);
  const bool valid = number && number->valid;
  const bool sign = text.starts_with('+') || text.starts_with("(+");
  if (digits > kMostDigits + 4 || (label && !label->type) ||
      (!sign && !valid && LooksLikeHouseNumber(groups, text)))
    return 0;
  if (!valid && !sign && groups == std::vector<std::size_t>{5, 3}) return 0;
  if (label) return valid ? 1 : digits >= kFewestDigits ? 0.8 : digits >= kFewestLabelledDigits ? 0.5 : 0;
  if (LooksLikeDate(groups, text) || LooksLikeZip(groups)) return 0;
  if (sign && digits >= kFewestDigits) return valid ? 1 : 0.7;
  if (LooksAmerican(groups)) return valid ? 0.97 : 0.85;
  if (valid && digits >= 9) return 0.9;
  if (valid && digits >= 8 && groups.size() > 1) return 0.75;
  return digits >= 10 && groups.size() >= 3 && number ? 0.6 : 0;
}

/// A line of nothing but digits in groups, as long as a phone number is.
bool FillsItsLine(std::string_view line, std::string_view number) {
  constexpr std::size_t kFewest = 8;
  constexpr std::size_t kMost = 12;
  const auto letters = std::count_if(line.begin(), line.end(), IsLetter);
  const std::size_t digits = CountDigits(number);
  const std::vector<std::size_t> groups = DigitGroups(number);
  return letters <= 1 && digits >= kFewest && digits <= kMost && groups.size() >= 2 &&
         !LooksLikeZip(groups) && !LooksLikeDate(groups, number) && CountDigits(line) == digits;
}

/// Digits inside of a word ("G-1120B", "#1711") are no number; those behind a label ("TEL:81") are.
bool StandsAlone(std::string_view text, const Span& span) {
  if (span.begin == 0) return true;
  const char before = text[span.begin - 1];
  if (before == '#' || before == '@' || before == '_') return false;
  return !IsLetter(before) || LabelBefore(text, 0, span.begin).has_value();
}

FoundPhone Describe(std::string_view original, std::string_view plain, Span span,
                    const std::vector<std::string>& regions) {
  FoundPhone found;
  const std::size_t number_end = span.end;
  span.end = EndOfExtension(plain, span.end);
  found.span = span;
  found.phone.raw = NormalizeText(original.substr(span.begin, span.end - span.begin));
  const std::string number = WithoutNothing(plain.substr(span.begin, number_end - span.begin));
  if (span.end > number_end) {
    for (const char c : plain.substr(number_end, span.end - number_end)) {
      if (IsAsciiDigit(c)) found.phone.extension += c;
    }
  }
  const auto understood = Understand(number, regions);
  if (understood) {
    found.phone.number = understood->e164;
    if (number.find('+') != std::string::npos) found.region = understood->region;
    if (understood->type) found.phone.type = *understood->type;
  } else {
    found.phone.number = number;
  }
  return found;
}

/// Labels before their numbers, or, where the first has none before it, behind them.
void AddLabels(std::string_view text, std::vector<FoundPhone>& phones) {
  bool behind = false;
  for (std::size_t i = 0; i < phones.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : phones[i - 1].span.end;
    const std::size_t to = i + 1 < phones.size() ? phones[i + 1].span.begin : text.size();
    if (!behind) phones[i].label = LabelBefore(text, from, phones[i].span.begin);
    if (!phones[i].label && (i == 0 || behind)) {
      phones[i].label = LabelBehind(text, phones[i].span.end, to);
      behind = behind || (i == 0 && phones[i].label.has_value());
    }
  }
}

}  // namespace

std::vector<FoundPhone> FindPhones(std::string_view text, const std::vector<std::string>& regions,
                                   const std::optional<Label>& label) {
  const std::string plain = Plain(text);
  std::vector<FoundPhone> phones;
  for (const Span& stretch : DigitStretches(plain)) {
    for (Span span : SplitNumbers(plain, stretch, regions)) {
      span = WithoutRange(plain, span, regions);
      if (span.empty() || !StandsAlone(plain, span)) continue;
      phones.push_back(Describe(text, plain, span, regions));
    }
  }
  if (const auto vanity = VanityNumber(plain)) {
    std::erase_if(phones, [&](const FoundPhone& phone) { return Overlap(phone.span, *vanity); });
    phones.push_back(Describe(text, plain, *vanity, regions));
    std::sort(phones.begin(), phones.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  }
  AddLabels(plain, phones);
  for (FoundPhone& phone : phones) {
    const std::optional<Label>& told = phone.label ? phone.label : label;
    const std::string number =
        WithoutNothing(plain.substr(phone.span.begin, phone.span.end - phone.span.begin));
    const bool vanity =
        std::any_of(number.begin(), number.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::string_view digits =
        std::string_view(number).substr(0, number.size() - phone.phone.extension.size());
    phone.quality =
        vanity && phone.phone.extension.empty()
            ? 0.9
            : Quality(digits,
                      Understand(
                          WithoutNothing(plain.substr(phone.span.begin, phone.span.end - phone.span.begin)),
                          regions),
                      told);
    if (phone.quality <= 0 && !told && FillsItsLine(plain, digits)) phone.quality = kNothingElseOnLine;
    // The postal mark, 〒, is read as a "T" or an "F".
    constexpr std::size_t kPostalMark = 2;  // bytes, with a stop
    const bool labelled = phone.label && phone.label->span.end - phone.label->span.begin > kPostalMark;
    if (!labelled && LooksLikePostalCode(DigitGroups(digits), regions)) phone.quality = 0;
    if (told && told->type) phone.phone.type = *told->type;
  }
  std::erase_if(phones, [](const FoundPhone& phone) { return phone.quality <= 0; });
  return phones;
}

}  // namespace kith::parse
