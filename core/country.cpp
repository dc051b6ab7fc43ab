// SPDX-License-Identifier: Apache-2.0
#include "core/country.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "core/text.h"
#include "core/url.h"

namespace kith {
namespace {

using Alias = std::pair<std::string_view, std::string_view>;

/// Names that people print and CLDR, which ICU's names come from, doesn't have.
constexpr std::array kAliases = std::to_array<Alias>({
    {"USA", "US"},
    {"United States of America", "US"},
    {"Estados Unidos de América", "US"},
    {"UK", "GB"},
    {"Great Britain", "GB"},
    {"England", "GB"},
    {"Scotland", "GB"},
    {"Wales", "GB"},
    {"Northern Ireland", "GB"},
    {"Republic of Ireland", "IE"},
    {"UAE", "AE"},
    {"Emirates", "AE"},
    {"KSA", "SA"},
    {"Kingdom of Saudi Arabia", "SA"},
    {"Holland", "NL"},
    {"The Netherlands", "NL"},
    {"Czech Republic", "CZ"},
    {"Česká republika", "CZ"},
    {"Slovak Republic", "SK"},
    {"P.R. China", "CN"},
    {"PRC", "CN"},
    {"People's Republic of China", "CN"},
    {"Mainland China", "CN"},
    {"R.O.C.", "TW"},
    {"Taiwan R.O.C.", "TW"},
    {"Republic of China", "TW"},
    {"Hong Kong", "HK"},
    {"Hong Kong SAR", "HK"},
    {"Hongkong", "HK"},
    {"香港", "HK"},
    {"Macau", "MO"},
    {"Macao", "MO"},
    {"Korea", "KR"},
    {"Republic of Korea", "KR"},
    {"R.O. Korea", "KR"},
    {"ROK", "KR"},
    {"대한민국", "KR"},
    {"Viet Nam", "VN"},
    {"Russian Federation", "RU"},
    {"Российская Федерация", "RU"},
    {"Macedonia", "MK"},
    {"Moldavia", "MD"},
    {"Bosnia", "BA"},
    {"Ivory Coast", "CI"},
    {"Burma", "MM"},
    {"Turkey", "TR"},
    {"Türkiye", "TR"},
    {"Kingdom of Bahrain", "BH"},
    {"Sultanate of Oman", "OM"},
    {"State of Qatar", "QA"},
    {"RSA", "ZA"},
    {"Republic of South Africa", "ZA"},
    {"Suid-Afrika", "ZA"},
    {"Palestine", "PS"},
    {"Congo", "CG"},
    {"DRC", "CD"},
    {"Schweiz", "CH"},
    {"Svizzera", "CH"},
    {"Suisse", "CH"},
    {"México", "MX"},
    {"Éire", "IE"},
});

/// English first: of two names that are alike, the earlier language wins.
constexpr std::array kLanguages = {"en", "de", "fr", "es", "pt",      "it", "nl", "pl", "cs", "sv",
                                   "da", "nb", "fi", "hu", "ro",      "el", "tr", "ru", "uk", "ar",
                                   "he", "fa", "hi", "zh", "zh_Hant", "ja", "ko", "vi", "id", "th"};

/// What names are compared by. Other scripts are not folded: in Latin letters "美国" would be a person's
/// name.
std::string KeyOf(std::string_view name) {
  if (IsAscii(name)) return FoldToAlnum(name);
  std::u32string letters;
  for (const char32_t c : DecodeUtf8(name)) {
    const auto point = static_cast<UChar32>(c);
    if (!u_isalpha(point)) continue;
    UErrorCode status = U_ZERO_ERROR;
    if (uscript_getScript(point, &status) != USCRIPT_LATIN) letters += c;
  }
  return letters.empty() ? FoldToAlnum(name) : LowerCase(EncodeUtf8(letters));
}

std::string DisplayName(const char* region, const icu::Locale& language) {
  icu::UnicodeString name;
  icu::Locale("", region).getDisplayCountry(language, name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

/// Upper case if it is a region of ISO 3166; else empty.
std::string IsoRegion(std::string_view region) {
  const std::string upper = UpperCase(region);
  for (const char* const* iso = icu::Locale::getISOCountries(); *iso != nullptr; ++iso) {
    if (upper == *iso) return upper;
  }
  return {};
}

using NameTable = std::unordered_map<std::string, std::string>;

NameTable MakeNameTable() {
  NameTable table;
  for (const auto& [name, region] : kAliases)
    table.emplace(KeyOf(name), region);
  for (const char* language : kLanguages) {
    const icu::Locale locale(language);
    for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
      // "Myanmar (Burma)" counts as a whole and without what is in brackets.
      const std::string name = DisplayName(*region, locale);
      if (name == *region) continue;
      table.emplace(KeyOf(name), *region);
      if (const auto bracket = name.find(" ("); bracket != std::string::npos) {
        table.emplace(KeyOf(std::string_view(name).substr(0, bracket)), *region);
      }
    }
  }
  return table;
}

bool HasAsciiLowerCase(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Country-code domains that people everywhere register for their sound.
bool IsUsedAsGeneric(std::string_view label) {
  constexpr std::array<std::string_view, 18> kLabels = {"ag", "ai", "cc", "co", "fm", "gg", "gl", "io", "la",
                                                        "ly", "me", "nu", "pw", "sh", "tk", "to", "tv", "ws"};
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

}  // namespace

std::optional<std::string> RegionOfCountryName(std::string_view name) {
  constexpr std::size_t kLongestName = 100;
  static const NameTable table = MakeNameTable();
  if (name.size() > kLongestName) return std::nullopt;
  const std::string key = KeyOf(name);
  if (key == "us" && !HasAsciiLowerCase(name)) return "US";  // but not "us"
  const auto found = table.find(key);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> RegionOfHost(std::string_view host) {
  const std::string lower = LowerCase(host);
  const std::string label = lower.substr(lower.rfind('.') + 1);
  if (label == "uk") return "GB";
  if (label.size() != 2 || !IsTopLevelDomain(label)) return std::nullopt;
  if (IsUsedAsGeneric(label)) {
    // "example.co" may be anywhere, but "example.com.co" was registered as Colombian.
    const std::string domain = RegistrableDomain(lower);
    if (std::count(domain.begin(), domain.end(), '.') < 2) return std::nullopt;
  }
  const std::string region = IsoRegion(label);
  return region.empty() ? std::nullopt : std::optional(region);
}

std::vector<NamedRegion> RegionNames(const std::string& language) {
  const icu::Locale locale(language.c_str());
  std::vector<NamedRegion> names;
  for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region)
    names.push_back({*region, DisplayName(*region, locale)});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(locale, status));
  std::ranges::sort(names, [&](const NamedRegion& a, const NamedRegion& b) {
    if (U_FAILURE(status)) return a.name < b.name;
    return order->compareUTF8(a.name, b.name, status) == UCOL_LESS;
  });
  return names;
}

std::string LanguageName(const std::string& code, const std::string& language) {
  icu::UnicodeString name;
  icu::Locale(code.c_str()).getDisplayName(icu::Locale(language.c_str()), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

std::string CountryName(std::string_view region) {
  const std::string iso = IsoRegion(region);
  return iso.empty() ? "" : DisplayName(iso.c_str(), icu::Locale::getEnglish());
}

}  // namespace kith
