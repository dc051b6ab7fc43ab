// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/country_book.h"

#include <sstream>
#include <stdexcept>

#include "tools/cardpress/embedded_data.h"

namespace kith::tools {
namespace {

std::string Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> Split(const std::string& text) {
  std::vector<std::string> values;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(" | ", begin), text.size());
    values.push_back(Trimmed(std::string_view(text).substr(begin, end - begin)));
    begin = end + 3;
  }
  return values;
}

const std::map<std::string, WordTable>& Languages() {
  static const auto* const kLanguages = [] {
    auto* languages = new std::map<std::string, WordTable>;
    for (const EmbeddedFile& file : LanguageFiles())
      languages->emplace(file.name, WordTable(file.text));
    return languages;
  }();
  return *kLanguages;
}

}  // namespace

WordTable::WordTable(std::string_view text) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) throw std::invalid_argument("cardpress data without a key: " + line);
    lists_[line.substr(0, colon)] = Split(Trimmed(std::string_view(line).substr(colon + 1)));
  }
}

const std::vector<std::string>& WordTable::All(const std::string& key) const {
  const auto found = lists_.find(key);
  if (found == lists_.end()) throw std::out_of_range("cardpress data has no key " + key);
  return found->second;
}

const std::vector<Country>& Countries() {
  static const auto* const kCountries = [] {
    auto* countries = new std::vector<Country>;
    for (const EmbeddedFile& file : CountryFiles()) {
      WordTable facts(file.text);
      const std::string language = facts.First("language");
      countries->push_back({facts.First("region"), language, facts, &Languages().at(language)});
    }
    return countries;
  }();
  return *kCountries;
}

const WordTable& Stems() {
  static const auto* const kStems = new WordTable(StemsFile());
  return *kStems;
}

const WordTable& EnglishWords() {
  return Languages().at("en");
}

}  // namespace kith::tools
