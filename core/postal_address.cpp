// SPDX-License-Identifier: Apache-2.0
#include "core/postal_address.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/country.h"
#include "core/japanese_address.h"
#include "core/postal_code.h"
#include "core/text.h"

namespace kith {
namespace {

using Words = std::vector<std::string>;

std::string Joined(const Words& words, std::string_view separator = " ") {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

bool HasDigit(const std::string& word) {
  return word.find_first_of("0123456789") != std::string::npos;
}

bool IsNumber(const std::string& word) {
  return word.find_first_not_of("0123456789") == std::string::npos;
}

/// "NY10001" is two words.
void PartStateFromZip(Words& words) {
  const std::string last = words.back();
  if (last.size() != 7 || !IsState(last.substr(0, 2), "US") || !IsNumber(last.substr(2))) return;
  words.back() = last.substr(0, 2);
  words.push_back(last.substr(2));
}

/// Parts between commas and what is printed instead of them; each as its words.
std::vector<Words> PartsOf(std::string_view address) {
  std::string text(address);
  for (const std::string_view mark : {" - ", " – ", " • ", " · ", " | ", " / ", "\n", ";"})
    text = Replaced(text, mark, ",");
  for (const std::string_view mark : {"〒", "C.P. ", "CEP ", "CEP: "})
    text = Replaced(text, mark, "");
  std::vector<Words> parts;
  for (const std::string& part : SplitText(text, ",")) {
    Words words = SplitText(part, " ");
    if (words.empty()) continue;
    PartStateFromZip(words);
    parts.emplace_back();
    for (std::size_t i = 0; i < words.size(); ++i) {
      // "500 018." ends a part, "St." a word.
      const bool ends_part = words[i].ends_with('.') && HasDigit(words[i]);
      const bool ends_line = words[i].ends_with('.') && i + 1 == words.size() && words[i].size() > 3;
      if (ends_part || ends_line) words[i].pop_back();
      parts.back().push_back(words[i]);
      if (ends_part && i + 1 < words.size()) parts.emplace_back();
    }
  }
  return parts;
}

/// What a street's name ends with; the city may follow without a comma.
bool EndsStreet(const std::string& word) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"street",    "st",      "avenue", "ave",   "road",  "rd",     "drive",    "dr",   "lane",   "ln",
       "boulevard", "blvd",    "way",    "court", "ct",    "circle", "place",    "pl",   "square", "parkway",
       "pkwy",      "highway", "hwy",    "mall",  "suite", "floor",  "building", "bldg", "box"});
  return std::ranges::find(kEnds, FoldToAlnum(word)) != kEnds.end();
}

/// The last words of a part that may be a city's name: none behind a number or the end of a street.
Words CityAtEnd(const Words& part) {
  constexpr std::size_t kMostWords = 4;
  const auto other = std::find_if(part.rbegin(), part.rend(), [](const std::string& word) {
    return HasDigit(word) || word.find_first_of("()#:") != std::string::npos || EndsStreet(word);
  });
  Words city(other.base(), part.end());
  return city.size() > kMostWords ? Words() : city;
}

/// States that are their own city, as "L-1999 Luxembourg".
bool IsCityToo(std::string_view region) {
  constexpr auto kCities = std::to_array<std::string_view>({"SG", "LU", "MC", "HK", "MO", "SM", "GI"});
  return std::ranges::find(kCities, region) != kCities.end();
}

class Splitter {
 public:
  explicit Splitter(std::string_view address) : parts_(PartsOf(address)) {}

  PostalAddress Split() {
    TakeCountry();
    if (IsCityToo(country_)) result_.city = result_.country;
    if (!TakePostalCode()) TakeCityBeforeCountry();
    if (result_.city.empty() && result_.postal_code.empty()) return {};
    Words streets;
    for (const Words& part : parts_)
      if (!part.empty()) streets.push_back(Joined(part));
    result_.street = Joined(streets, ", ");
    return result_;
  }

 private:
  /// The longest name of a country that ends the address.
  void TakeCountry() {
    if (parts_.empty()) return;
    Words& last = parts_.back();
    constexpr std::size_t kMostWords = 5;
    for (std::size_t n = std::min(last.size(), kMostWords); n > 0; --n) {
      const Words name(last.end() - static_cast<std::ptrdiff_t>(n), last.end());
      const auto region = RegionOfCountryName(Joined(name));
      const bool whole = n == last.size();
      if (!region || (IsState(Joined(name), "US") && parts_.size() < 4)) continue;
      // "Ciudad de México", "New Jersey"
      if (!whole && !HasDigit(*(last.end() - static_cast<std::ptrdiff_t>(n) - 1)) &&
          IsPartOfName(*(last.end() - static_cast<std::ptrdiff_t>(n) - 1)))
        continue;
      country_ = *region;
      result_.country = Joined(name);
      last.resize(last.size() - n);
      if (last.empty()) parts_.pop_back();
      return;
    }
  }

  static bool IsPartOfName(const std::string& word) {
    constexpr auto kLinks = std::to_array<std::string_view>({"de", "of", "new", "la", "del", "the"});
    return std::ranges::find(kLinks, FoldToAlnum(word)) != kLinks.end();
  }

  bool TakePostalCode() {
    for (std::size_t i = parts_.size(); i-- > 0;) {
      const Words part = parts_[i];
      auto code = FindPostalCode(part, country_);
      // "California, 94305"
      const bool zip = !code && part.size() == 1 && part[0].size() == 5 && IsNumber(part[0]) && i > 0 &&
                       IsState(Joined(parts_[i - 1]), "US");
      if (zip) code = FoundPostalCode{0, 1, part[0], "US", false};
      if (!code) continue;
      result_.postal_code = code->code;
      if (country_.empty()) country_ = code->country;
      const auto first = part.begin() + static_cast<std::ptrdiff_t>(code->first);
      Words before(part.begin(), first);
      const Words behind(first + static_cast<std::ptrdiff_t>(code->count), part.end());
      if (code->city_behind && !behind.empty()) {
        parts_[i] = before;
        TakeBehind(behind, i);
      } else {
        if (!behind.empty()) TakeRegionBehind(behind);
        parts_[i] = before;
        TakeBefore(i, before.empty() && behind.empty());
      }
      return true;
    }
    return false;
  }

  /// "20100 Casablanca": the city, and perhaps its province in the next part.
  void TakeBehind(const Words& behind, std::size_t i) {
    Words city = behind;
    if (city.size() > 1 && (city.back().starts_with('(') || (country_.empty() && city.back().size() == 2 &&
                                                             UpperCase(city.back()) == city.back()))) {
      result_.region = Trimmed(city.back());
      city.pop_back();
    }
    result_.city = Joined(city);
    if (i + 1 < parts_.size() && i + 2 >= parts_.size() && !std::ranges::any_of(parts_[i + 1], HasDigit) &&
        i > 0) {
      result_.region = Joined(parts_[i + 1]);
      parts_[i + 1].clear();
    }
  }

  static std::string Trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of('(');
    return first == std::string::npos ? text : text.substr(first, text.find_last_not_of(')') + 1 - first);
  }

  /// "Hyderabad - 500 999 (T.S.)"
  void TakeRegionBehind(const Words& behind) {
    const std::string text = Trimmed(Joined(behind));
    if (!std::ranges::any_of(behind, HasDigit)) result_.region = text;
  }

  /// City and state at the end of part `i`, or in the part before it if that is empty; beside a postcode that
  /// stands alone the city may follow.
  void TakeBefore(std::size_t i, bool alone) {
    if (alone && i + 1 < parts_.size() && !std::ranges::any_of(parts_[i + 1], HasDigit) && country_ != "US") {
      if (IsState(Joined(parts_[i + 1]), country_)) {
        result_.region = Joined(parts_[i + 1]);
      } else {
        result_.city = Joined(parts_[i + 1]);
      }
      parts_[i + 1].clear();
      if (!result_.city.empty()) return;
    } else if (i + 1 < parts_.size() && result_.region.empty() && IsState(Joined(parts_[i + 1]), country_)) {
      result_.region = Joined(parts_[i + 1]);
      parts_[i + 1].clear();
    }
    TakeState(i);
    if (parts_[i].empty() && i > 0) --i;
    TakeCity(i);
  }

  /// The state that ends part `i`, or is the part before it if `i` is empty.
  void TakeState(std::size_t i) {
    if (parts_[i].empty() && i > 0) --i;
    Words& part = parts_[i];
    for (std::size_t n = std::min<std::size_t>(part.size(), 3); n > 0; --n) {
      const Words name(part.end() - static_cast<std::ptrdiff_t>(n), part.end());
      if (!IsState(WithoutKen(Joined(name)), country_) || (i == 0 && n == part.size())) continue;
      if (country_ == "JP" && n < part.size()) continue;  // "Nakamura-ku Nagoya"
      result_.region = Joined(name);
      part.resize(part.size() - n);
      return;
    }
  }

  /// "Ibaraki-ken" is the prefecture Ibaraki.
  static std::string WithoutKen(const std::string& name) {
    return name.ends_with("-ken") ? name.substr(0, name.size() - 4) : name;
  }

  void TakeCity(std::size_t i) {
    if (!result_.city.empty()) return;
    while (i > 0 && parts_[i].empty())
      --i;
    Words& part = parts_[i];
    Words city = CityAtEnd(part);
    // "Chiyoda-ku Tokyo"
    if (country_ == "JP" || country_ == "KR") city.erase(city.begin(), city.end() - (city.empty() ? 0 : 1));
    if (country_ == "JP" && !city.empty() && FoldText(city.back()) == "city" && part.size() > 1)
      city.insert(city.begin(), part[part.size() - 2]);
    const bool whole = city.size() == part.size();
    // Several words that nothing parts from what is before them may be more than the city.
    const bool unsure = country_ == "GB" && city.size() > 1 && whole && i == 0;
    const bool crowded = (country_ == "IN" || country_.empty()) && city.size() > 2;
    if (city.empty() || unsure || crowded || IsDirection(city)) return;
    part.resize(part.size() - city.size());
    result_.city = Joined(city);
  }

  static bool IsDirection(const Words& city) {
    return std::ranges::all_of(city, [](const std::string& word) { return word.size() <= 2; });
  }

  /// "Nairobi, Kenya", "Brooklyn, NY, USA", "Tulsa, Oklahoma"
  void TakeCityBeforeCountry() {
    if (parts_.empty()) return;
    const std::string last = Joined(parts_.back());
    const bool american = country_.empty() || country_ == "US";
    if (american && parts_.size() > 1 && IsState(last, "US")) {
      country_ = "US";
      TakeState(parts_.size() - 1);
      TakeCity(parts_.size() - 1);
      if (result_.city.empty()) result_.region.clear(), parts_.back() = SplitText(last, " ");
      return;
    }
    if (country_.empty()) return;
    if (parts_.size() > 1) TakeState(parts_.size() - 1);
    std::size_t i = parts_.size() - 1;
    if (parts_[i].empty() && i > 0) --i;
    constexpr std::size_t kMostWords = 3;
    const bool alone = CityAtEnd(parts_[i]).size() == parts_[i].size() && parts_[i].size() <= kMostWords;
    if (alone) TakeCity(i);
  }

  std::vector<Words> parts_;
  PostalAddress result_;
  std::string country_;
};

}  // namespace

PostalAddress SplitPostalAddress(std::string_view address) {
  if (const auto japanese = SplitJapaneseAddress(address)) return *japanese;
  return Splitter(address).Split();
}

}  // namespace kith
