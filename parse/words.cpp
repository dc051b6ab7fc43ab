// SPDX-License-Identifier: Apache-2.0
#include "parse/words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/text.h"
#include "generated/word_lists.h"

namespace kith::parse {
namespace {

using WordSet = std::unordered_set<std::string>;

WordSet WordsOf(std::string_view list) {
  WordSet words;
  for (const std::string& word : SplitText(list, " \n")) {
    words.insert(FoldToAlnum(word));
  }
  return words;
}

/// Phrases by their first word, the longest first.
class PhraseList {
 public:
  explicit PhraseList(std::string_view list) {
    for (const std::string& line : SplitText(list, "\n")) {
      std::vector<std::string> phrase;
      for (const std::string& word : SplitText(line, " ")) {
        std::string folded = FoldToAlnum(word);
        if (!folded.empty()) phrase.push_back(std::move(folded));
      }
      if (!phrase.empty()) phrases_[phrase.front()].push_back(std::move(phrase));
    }
    for (auto& [first, phrases] : phrases_) {
      std::sort(phrases.begin(), phrases.end(),
                [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
  }

  std::size_t Longest(const std::vector<Token>& tokens, std::size_t first) const {
    if (first >= tokens.size()) return 0;
    const auto found = phrases_.find(tokens[first].folded);
    if (found == phrases_.end()) return 0;
    for (const auto& phrase : found->second) {
      if (Matches(phrase, tokens, first)) return Covered(phrase.size(), tokens, first);
    }
    return 0;
  }

 private:
  static bool Matches(const std::vector<std::string>& phrase, const std::vector<Token>& tokens,
                      std::size_t first) {
    std::size_t at = first;
    for (const std::string& word : phrase) {
      while (at < tokens.size() && tokens[at].folded.empty())
        ++at;
      if (at == tokens.size() || tokens[at].folded != word) return false;
      ++at;
    }
    return true;
  }

  /// Tokens from `first` that hold `words` words; "&" has none.
  static std::size_t Covered(std::size_t words, const std::vector<Token>& tokens, std::size_t first) {
    std::size_t at = first;
    for (; words > 0; ++at) {
      if (!tokens[at].folded.empty()) --words;
    }
    return at - first;
  }

  std::unordered_map<std::string, std::vector<std::vector<std::string>>> phrases_;
};

struct StreetWords {
  WordSet words;
  std::vector<std::string> endings;

  StreetWords() {
    for (const std::string& word : SplitText(word_lists::kStreets, " \n")) {
      if (word.starts_with('-')) {
        endings.push_back(FoldToAlnum(word));
      } else {
        words.insert(FoldToAlnum(word));
      }
    }
  }
};

std::unordered_map<std::string, std::string_view> ReadPhoneLabels() {
  std::unordered_map<std::string, std::string_view> labels;
  for (std::string_view rest = word_lists::kPhoneLabels; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    for (const std::string& word : SplitText(line.substr(colon + 1), " ")) {
      labels.emplace(FoldToAlnum(word), line.substr(0, colon));
    }
  }
  return labels;
}

struct PlaceList {
  std::unordered_map<std::string, std::string> regions;  ///< by the folded name
  PhraseList phrases;

  PlaceList() : phrases(ReadNames()) {}

 private:
  /// The names alone, one a line.
  std::string ReadNames() {
    std::string names;
    for (const std::string& line : SplitText(word_lists::kPlaces, "\n")) {
      const std::size_t space = line.rfind(' ');
      const std::string last = line.substr(space + 1);  // the whole line if there is no space
      const bool has_region = space != std::string::npos && last.size() == 2 && last == UpperCase(last);
      const std::string name = has_region ? line.substr(0, space) : line;
      if (has_region) regions.emplace(FoldToAlnum(name), last);
      names += name + "\n";
    }
    return names;
  }
};

const PlaceList& Places() {
  static const PlaceList places;
  return places;
}

const WordSet& GivenNames() {
  static const WordSet names = WordsOf(word_lists::kGivenNames);
  return names;
}

const WordSet& Surnames() {
  static const WordSet names = WordsOf(word_lists::kSurnames);
  return names;
}

const WordSet& OrganizationWords() {
  static const WordSet words = WordsOf(word_lists::kOrganizations);
  return words;
}

const StreetWords& Streets() {
  static const StreetWords words;
  return words;
}

/// "Springfield,CA" is two words; "1,000" is one.
std::string WithSpacesBehindCommas(std::string_view text) {
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    spaced += text[i];
    const bool number = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
    if ((text[i] == ',' || text[i] == ';') && !number) spaced += ' ';
  }
  return spaced;
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (const std::string& word : SplitText(WithSpacesBehindCommas(text), " ")) {
    Token token;
    token.folded = FoldToAlnum(word);
    if (token.folded.empty() && word != "&") {
      if (!tokens.empty() && word.find_first_of(",;|/") != std::string::npos) tokens.back().comma = true;
      continue;
    }
    constexpr std::string_view kAround = ",;:|\"'()[]<>*~=_";
    const std::size_t first = word.find_first_not_of(kAround);
    const std::size_t last = word.find_last_not_of(kAround);
    token.text = first == std::string::npos ? word : word.substr(first, last - first + 1);
    token.comma = word.find_last_of(",;|") == word.size() - 1;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool IsGivenName(std::string_view folded) {
  return GivenNames().contains(std::string(folded));
}

bool IsSurname(std::string_view folded) {
  return Surnames().contains(std::string(folded));
}

bool IsOrganizationWord(std::string_view folded) {
  return OrganizationWords().contains(std::string(folded));
}

bool IsStreetWord(std::string_view folded) {
  constexpr std::size_t kShortestStem = 3;
  const StreetWords& streets = Streets();
  return streets.words.contains(std::string(folded)) ||
         std::any_of(streets.endings.begin(), streets.endings.end(), [&](const std::string& ending) {
           return folded.size() >= ending.size() + kShortestStem && folded.ends_with(ending);
         });
}

std::size_t TitlePhrase(const std::vector<Token>& tokens, std::size_t first) {
  static const PhraseList list(word_lists::kTitles);
  return list.Longest(tokens, first);
}

bool IsTitleCompound(std::string_view folded) {
  constexpr std::size_t kShortestEnd = 6;
  constexpr std::size_t kShortestBeginning = 3;
  static const WordSet titles = WordsOf(word_lists::kTitles);
  for (std::size_t at = kShortestBeginning; at + kShortestEnd <= folded.size(); ++at) {
    if (titles.contains(std::string(folded.substr(at)))) return true;
  }
  return false;
}

std::size_t DepartmentPhrase(const std::vector<Token>& tokens, std::size_t first) {
  static const PhraseList list(word_lists::kDepartments);
  return list.Longest(tokens, first);
}

std::size_t PlacePhrase(const std::vector<Token>& tokens, std::size_t first) {
  return Places().phrases.Longest(tokens, first);
}

std::string PlaceRegion(const std::vector<Token>& tokens, std::size_t first) {
  std::string name;
  for (std::size_t i = first; i < first + PlacePhrase(tokens, first); ++i)
    name += tokens[i].folded;
  const auto found = Places().regions.find(name);
  return found == Places().regions.end() ? "" : found->second;
}

std::size_t LegalFormPhrase(const std::vector<Token>& tokens, std::size_t first) {
  static const PhraseList list(word_lists::kLegalForms);
  return list.Longest(tokens, first);
}

std::optional<std::string_view> PhoneLabel(std::string_view folded) {
  static const auto labels = ReadPhoneLabels();
  const auto found = labels.find(std::string(folded));
  return found == labels.end() ? std::nullopt : std::optional(found->second);
}

double KnownWordShare(const std::vector<Token>& tokens) {
  std::size_t known = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].folded;
    all += word.size();
    if (IsGivenName(word) || IsSurname(word) || IsOrganizationWord(word) || IsStreetWord(word) ||
        TitlePhrase(tokens, i) == 1 || PlacePhrase(tokens, i) == 1 || DepartmentPhrase(tokens, i) == 1) {
      known += word.size();
    }
  }
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace kith::parse
