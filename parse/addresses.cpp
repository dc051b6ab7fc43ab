// SPDX-License-Identifier: Apache-2.0
#include "parse/addresses.h"

#include <algorithm>
#include <array>

#include "core/country.h"
#include "core/text.h"

namespace kith::parse {
namespace {

bool IsCapital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// 'A' for capitals, 'a' for other letters, '9' for digits: "SW1A" -> "AA9A".
std::string ShapeOf(std::string_view word) {
  std::string shape;
  for (const char c : word) {
    if (IsAsciiDigit(c)) {
      shape += '9';
    } else if (IsCapital(c)) {
      shape += 'A';
    } else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
      shape += 'a';
    } else {
      shape += c;
    }
  }
  return shape;
}

bool IsAllDigits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), IsAsciiDigit);
}

bool IsUsState(std::string_view word) {
  constexpr std::array<std::string_view, 51> kStates = {
      "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS",
      "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV",
      "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY"};
  return std::binary_search(kStates.begin(), kStates.end(), word);
}

bool IsZip(std::string_view word) {
  const std::string shape = ShapeOf(word);
  return shape == "99999" || shape == "99999-9999";
}

bool IsOutwardCode(const std::string& shape) {  // the first half of a British postcode
  constexpr std::array<std::string_view, 6> kShapes = {"A9", "A99", "AA9", "AA99", "A9A", "AA9A"};
  return std::find(kShapes.begin(), kShapes.end(), shape) != kShapes.end();
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) {
    std::string word = token.text;
    while (!word.empty() && (word.back() == '.' || word.back() == ','))
      word.pop_back();
    words.push_back(std::move(word));
  }
  return words;
}

bool HasPoBox(const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    if (word == "pobox" || word == "postfach" || word == "postbus" || word == "postboks" || word == "gpo")
      return true;
    if ((word == "po" || word == "bp" || word == "box") && i + 1 < tokens.size()) {
      const std::string& next = tokens[i + 1].folded;
      if (next == "box" || IsAllDigits(next)) return true;
    }
  }
  return false;
}

bool BeginsOrEndsWithHouseNumber(const std::vector<Token>& tokens) {
  if (tokens.size() < 2) return false;
  const auto is_number = [](const Token& token) {
    return !token.folded.empty() && token.folded.size() <= 6 && IsAsciiDigit(token.folded.front());
  };
  return is_number(tokens.front()) || is_number(tokens.back());
}

std::size_t CountStreetWords(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // One letter or "la", "de" … are street words only in abbreviations; "St." and "ul." have their stop.
    const std::string& word = tokens[i].folded;
    if (word.size() >= 2 && IsStreetWord(word)) ++count;
  }
  return count;
}

std::size_t CountPlaces(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t length = PlacePhrase(tokens, i);
    if (length > 0) ++count;
    i += std::max<std::size_t>(1, length);
  }
  return count;
}

/// The country that the last words of the line name.
std::optional<std::string> CountryAtEnd(const std::vector<std::string>& words) {
  constexpr std::size_t kLongestName = 4;
  std::string name;
  std::optional<std::string> region;
  for (std::size_t n = 1; n <= std::min(words.size(), kLongestName); ++n) {
    const std::string& word = words[words.size() - n];
    name = name.empty() ? word : word + " " + name;
    if (const auto found = RegionOfCountryName(name)) region = found;
  }
  return region;
}

}  // namespace

bool HasPostcode(std::string_view text) {
  const std::vector<std::string> words = Words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string shape = ShapeOf(words[i]);
    const std::string next = i + 1 < words.size() ? ShapeOf(words[i + 1]) : "";
    if (IsZip(words[i]) || shape == "999999" || shape == "999-9999" || shape == "99-999" ||
        shape == "99999-999" || shape == "9999-999") {
      return true;
    }
    if (IsOutwardCode(shape) && next == "9AA") return true;  // British
    if (shape == "A9A" && next == "9A9") return true;        // Canadian
    if (shape == "9999" && (next == "AA" || next.starts_with("Aa")))
      return true;                                                       // Dutch, Belgian, Austrian …
    if (shape == "999" && (next == "999" || next == "99")) return true;  // Indian, Swedish, Czech
    if (shape == "99" && next == "999") return true;
    if ((shape == "A-9999" || shape == "AA-9999" || shape == "A-99999" || shape == "AA-99999")) return true;
    if (IsUsState(words[i].substr(0, 2)) && IsZip(std::string_view(words[i]).substr(2))) return true;
  }
  return false;
}

double AddressEvidence(std::string_view text, const std::vector<Token>& tokens) {
  if (tokens.empty()) return 0;
  const auto streets = static_cast<double>(std::min<std::size_t>(2, CountStreetWords(tokens)));
  const auto places = static_cast<double>(std::min<std::size_t>(2, CountPlaces(tokens)));
  const bool number = BeginsOrEndsWithHouseNumber(tokens);
  double evidence = 0.5 * streets + 0.5 * places;
  if (HasPostcode(text)) evidence += 1.0;
  if (number) evidence += streets > 0 ? 0.8 : 0.4;
  if (HasPoBox(tokens)) evidence += 1.5;
  const std::vector<std::string> words = Words(text);
  if (!words.empty() && CountryAtEnd(words)) evidence += words.size() <= 3 ? 0.9 : 0.6;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool state =
        IsUsState(words[i]) && (tokens[i - 1].comma || (i + 1 < words.size() && IsZip(words[i + 1])));
    if (state) evidence += 0.8;
  }
  const bool any_comma =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.comma; });
  if (any_comma && evidence > 0.4) evidence += 0.2;
  return std::min(evidence, 3.0);
}

std::vector<std::string> RegionsOfPlaces(std::string_view text) {
  std::vector<std::string> regions;
  const std::vector<Token> tokens = Tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); i += std::max<std::size_t>(1, PlacePhrase(tokens, i))) {
    std::string region = PlaceRegion(tokens, i);
    if (!region.empty()) regions.push_back(std::move(region));
  }
  return regions;
}

std::vector<std::string> RegionsOfAddress(std::string_view text) {
  std::vector<std::string> regions;
  const std::vector<std::string> words = Words(text);
  if (const auto country = CountryAtEnd(words)) regions.push_back(*country);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string shape = ShapeOf(words[i]);
    const std::string next = ShapeOf(words[i + 1]);
    if (IsUsState(words[i]) && IsZip(words[i + 1])) regions.push_back("US");
    if (IsOutwardCode(shape) && next == "9AA") regions.push_back("GB");
    if (shape == "A9A" && next == "9A9") regions.push_back("CA");
  }
  return regions;
}

}  // namespace kith::parse
