// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::tools {

/// A data file of cardpress: lines "key: value | value", '#' starts a comment line.
class WordTable {
 public:
  explicit WordTable(std::string_view text);

  bool Has(const std::string& key) const { return lists_.contains(key); }
  /// Every value of a key, in the file's order. Throws std::out_of_range for a key that isn't there: the
  /// files are part of the program.
  const std::vector<std::string>& All(const std::string& key) const;
  const std::string& First(const std::string& key) const { return All(key).front(); }

 private:
  std::map<std::string, std::vector<std::string>> lists_;
};

/// What cards of one country are made of: names, places, address and phone formats (data/countries/*.txt),
/// and the words of its language (data/languages/*.txt).
struct Country {
  std::string region;    ///< ISO 3166 alpha-2
  std::string language;  ///< ISO 639-1
  WordTable facts;
  const WordTable* words;
};

/// All countries, in alphabetical order of their file names.
const std::vector<Country>& Countries();

/// Stems that brands of every country are made of.
const WordTable& Stems();

/// The words that stand on cards in English, wherever they are printed.
const WordTable& EnglishWords();

}  // namespace kith::tools
