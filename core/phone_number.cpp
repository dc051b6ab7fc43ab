// SPDX-License-Identifier: Apache-2.0
#include "core/phone_number.h"

#include <algorithm>
#include <array>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/uchar.h>

#include "core/text.h"

namespace kith {
namespace {

namespace lib = i18n::phonenumbers;
using Util = lib::PhoneNumberUtil;

constexpr std::size_t kFewestDigits = 5;  // shorter ones are service numbers, which nobody prints on a card
constexpr std::size_t kMostDigits = 20;   // 15 by E.164, an international prefix and "(0)"

const Util& TheUtil() {
  return *Util::GetInstance();
}

std::string LibraryRegion(std::string_view region) {
  return region.empty() ? "ZZ" : UpperCase(region);
}

/// The digits of `text` in ASCII, whatever script they are printed in.
std::string DigitsOf(std::string_view text) {
  std::string digits(text);
  TheUtil().NormalizeDigitsOnly(&digits);
  return digits;
}

// ---- The extension is taken off first: the library knows few of the words for it.

bool IsExtensionWord(std::string_view word) {
  constexpr std::array<std::string_view, 15> kWords = {"anexo", "dob",     "ex",     "ext",     "extension",
                                                       "extn",  "int",     "intern", "interno", "poste",
                                                       "ramal", "toestel", "wew",    "x",       "内線"};
  return word == kWords.back() || std::find(kWords.begin(), kWords.end(), FoldText(word)) != kWords.end();
}

bool IsLetterByte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes "ext. 12", "x12", "Poste 12", "#12" off the end; the digits, or empty.
std::string TakeExtension(std::string_view& text) {
  constexpr std::size_t kMostExtensionDigits = 7;
  std::string_view rest = text.substr(0, text.find_last_not_of(" )].,;") + 1);
  std::size_t begin = rest.size();
  while (begin > 0 && IsAsciiDigit(rest[begin - 1]))
    --begin;
  const std::string_view digits = rest.substr(begin);
  if (digits.empty() || digits.size() > kMostExtensionDigits) return {};

  std::size_t word_end = begin;
  while (word_end > 0 && std::string_view(" .:-").find(rest[word_end - 1]) != std::string_view::npos)
    --word_end;
  std::size_t word_begin = word_end;
  while (word_begin > 0 && IsLetterByte(rest[word_begin - 1]))
    --word_begin;
  if (word_begin == word_end && word_end > 0 && rest[word_end - 1] == '#') {
    --word_begin;
  } else if (!IsExtensionWord(rest.substr(word_begin, word_end - word_begin))) {
    return {};
  }
  text = rest.substr(0, rest.find_last_not_of(" ([,;-", word_begin == 0 ? 0 : word_begin - 1) + 1);
  return std::string(digits);
}

// ---- What may stand in a number.

/// From the first plus sign, digit or opening bracket before one on: without "Tel.:".
std::string_view WithoutLabel(std::string_view text) {
  const std::size_t begin = text.find_first_of("+0123456789");
  if (begin == std::string_view::npos) return text;
  return text.substr(begin > 0 && text[begin - 1] == '(' ? begin - 1 : begin);
}

enum class Letters { kNone, kVanity, kOther };

/// "1-888-EXAMPLE" is a vanity number, "2021 Main St" isn't a number.
Letters LettersIn(std::string_view text) {
  std::size_t capitals = 0;
  for (const char32_t c : DecodeUtf8(text)) {
    if (!u_isalpha(static_cast<UChar32>(c))) continue;
    if (c < U'A' || c > U'Z') return Letters::kOther;
    ++capitals;
  }
  if (capitals == 0) return Letters::kNone;
  return capitals >= 3 ? Letters::kVanity : Letters::kOther;
}

/// Rules out most lines of a card without asking ICU or the library.
bool MayBeNumber(std::string_view text) {
  constexpr std::ptrdiff_t kFewestPrinted = 3;  // before a vanity word
  const bool other_digits =
      std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return other_digits || std::count_if(text.begin(), text.end(), IsAsciiDigit) >= kFewestPrinted;
}

// ---- The ways to understand it, the likeliest first.

std::string WithoutBracketedZero(std::string_view text) {
  std::string without(text);
  const std::size_t at = without.find("(0)");
  if (at != std::string::npos) without.replace(at, 3, " ");
  return without;
}

/// "+1 617 555 0123/25": only the last digits of a second number behind the slash.
std::optional<std::string> WithoutSecondEnd(std::string_view text) {
  constexpr std::size_t kMostEndDigits = 4;
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view end = text.substr(slash + 1);
  const bool is_end =
      !end.empty() && end.size() <= kMostEndDigits && std::all_of(end.begin(), end.end(), IsAsciiDigit);
  return is_end ? std::optional(std::string(text.substr(0, slash))) : std::nullopt;
}

/// "65 6123 4567" in Singapore: the country code printed without its plus sign.
std::optional<std::string> WithPlus(const std::string& digits, std::string_view region) {
  const std::optional<int> code = CallingCode(region);
  if (!code || !digits.starts_with(std::to_string(*code))) return std::nullopt;
  return "+" + digits;
}

/// Where national numbers begin with a trunk prefix ("0") that `digits` lacks.
bool LacksTrunkPrefix(const std::string& digits, std::string_view region) {
  std::string prefix;
  TheUtil().GetNddPrefixForRegion(LibraryRegion(region), true, &prefix);
  return !prefix.empty() && !digits.starts_with(prefix);
}

std::vector<std::string> Candidates(std::string_view text, const std::string& digits,
                                    std::string_view region) {
  std::vector<std::string> candidates = {std::string(text)};
  const bool has_plus = text.find('+') != std::string_view::npos;
  if (text.find("(0)") != std::string_view::npos) candidates.push_back(WithoutBracketedZero(text));
  if (digits.starts_with("00")) {
    candidates.push_back("+" + digits.substr(2));
  } else if (!has_plus) {
    if (const auto plus = WithPlus(DigitsOf(WithoutBracketedZero(text)), region)) {
      const auto place = LacksTrunkPrefix(digits, region) ? candidates.begin() : candidates.end();
      candidates.insert(place, *plus);
    }
  }
  if (const auto first = WithoutSecondEnd(text)) candidates.push_back(*first);
  return candidates;
}

std::optional<PhoneType> TypeOf(const lib::PhoneNumber& number) {
  switch (TheUtil().GetNumberType(number)) {
    case Util::MOBILE:
      return PhoneType::kMobile;
    case Util::FIXED_LINE:
      return PhoneType::kWork;
    default:
      return std::nullopt;
  }
}

std::string RegionOf(const lib::PhoneNumber& number) {
  std::string region;
  TheUtil().GetRegionCodeForNumber(number, &region);
  if (region == "ZZ") TheUtil().GetRegionCodeForCountryCode(number.country_code(), &region);
  return region == "ZZ" || region == "001" ? "" : region;
}

PhoneNumber FromLibrary(const lib::PhoneNumber& number, bool valid) {
  PhoneNumber result;
  TheUtil().Format(number, Util::E164, &result.e164);
  result.extension = number.extension();
  result.region = RegionOf(number);
  result.type = TypeOf(number);
  result.valid = valid;
  return result;
}

constexpr int kMostCallingCode = 999;

/// What is dialled before numbers within a country, by its calling code; nullopt where there is none. Asking
/// the library each time takes as long as writing the number.
const std::vector<std::optional<std::string>>& TrunkPrefixes() {
  static const std::vector<std::optional<std::string>> prefixes = [] {
    std::vector<std::optional<std::string>> by_code(kMostCallingCode + 1);
    for (int code = 1; code <= kMostCallingCode; ++code) {
      std::string region;
      TheUtil().GetRegionCodeForCountryCode(code, &region);
      if (region == "ZZ") continue;
      TheUtil().GetNddPrefixForRegion(region, true, &by_code[static_cast<std::size_t>(code)].emplace());
    }
    return by_code;
  }();
  return prefixes;
}

/// What the library makes of the digits behind the plus, in a fraction of the time. nullopt where it has to
/// decide what they begin with: a zero, or what a country dials before numbers within it.
std::optional<lib::PhoneNumber> DivideE164(std::string_view digits) {
  constexpr std::size_t kFewest = 4;  // behind the country code; shorter ones may be none
  constexpr std::size_t kMost = 15;
  int code = 0;
  for (std::size_t size = 1; size + kFewest <= digits.size(); ++size) {
    code = 10 * code + (digits[size - 1] - '0');
    if (code > kMostCallingCode) return std::nullopt;
    const std::optional<std::string>& trunk = TrunkPrefixes()[static_cast<std::size_t>(code)];
    if (!trunk) continue;
    const std::string_view national = digits.substr(size);
    if (national.starts_with('0') || national.size() > kMost ||
        (!trunk->empty() && national.starts_with(*trunk)))
      return std::nullopt;
    lib::PhoneNumber number;
    number.set_country_code(code);
    number.set_national_number(std::stoull(std::string(national)));
    return number;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PhoneNumber> ParsePhoneNumber(std::string_view text, std::string_view region) {
  if (!MayBeNumber(text)) return std::nullopt;
  std::string_view rest = WithoutLabel(text);
  const std::string extension = TakeExtension(rest);
  const std::string digits = DigitsOf(rest);
  const Letters letters = LettersIn(rest);
  if (letters == Letters::kOther || digits.size() > kMostDigits) return std::nullopt;
  if (letters == Letters::kNone && digits.size() < kFewestDigits) return std::nullopt;

  const std::vector<std::string> candidates =
      letters == Letters::kVanity ? std::vector{std::string(rest)} : Candidates(rest, digits, region);
  std::optional<PhoneNumber> possible;
  for (const std::string& candidate : candidates) {
    lib::PhoneNumber number;
    if (TheUtil().Parse(candidate, LibraryRegion(region), &number) != Util::NO_PARSING_ERROR) continue;
    const bool valid = TheUtil().IsValidNumber(number);
    if (valid || (!possible && letters == Letters::kNone &&
                  TheUtil().IsPossibleNumberWithReason(number) == Util::IS_POSSIBLE)) {
      possible = FromLibrary(number, valid);
      if (!extension.empty()) possible->extension = extension;
    }
    if (valid) break;
  }
  return possible;
}

std::vector<PhoneMatch> FindPhoneNumbers(std::string_view text, std::string_view region) {
  constexpr int kMostTries = 100;
  const std::string haystack(text);
  lib::PhoneNumberMatcher matcher(TheUtil(), haystack, LibraryRegion(region), lib::PhoneNumberMatcher::VALID,
                                  kMostTries);
  std::vector<PhoneMatch> matches;
  lib::PhoneNumberMatch match;
  while (matcher.HasNext() && matcher.Next(&match)) {
    matches.push_back({static_cast<std::size_t>(match.start()), static_cast<std::size_t>(match.end()),
                       FromLibrary(match.number(), true)});
  }
  return matches;
}

std::string FormatPhoneForPeople(std::string_view e164) {
  std::string text(e164);
  const bool is_e164 =
      text.size() > 1 && text[0] == '+' && std::all_of(text.begin() + 1, text.end(), IsAsciiDigit);
  if (!is_e164) return text;
  std::optional<lib::PhoneNumber> number = DivideE164(e164.substr(1));
  if (!number && TheUtil().Parse(text, "ZZ", &number.emplace()) != Util::NO_PARSING_ERROR) return text;
  TheUtil().Format(*number, Util::INTERNATIONAL, &text);
  return text;
}

std::optional<int> CallingCode(std::string_view region) {
  const int code = TheUtil().GetCountryCodeForRegion(UpperCase(region));
  return code == 0 ? std::nullopt : std::optional(code);
}

}  // namespace kith
