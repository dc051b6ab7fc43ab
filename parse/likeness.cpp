// SPDX-License-Identifier: Apache-2.0
#include "parse/likeness.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/person_name.h"
#include "core/text.h"

namespace kith::parse {
namespace {

/// Whether `rest` can be cut into beginnings of different words, `shortest` letters at least each; `whole`
/// tells whether one of them must be a whole word.
bool MadeOfBeginnings(std::string_view rest, std::vector<std::string> words, std::size_t shortest,
                      bool in_order, bool whole) {
  if (rest.empty()) return !whole;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = words[i];
    std::vector<std::string> others = words;
    others.erase(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    if (!in_order) {
      others = words;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t length = std::min(word.size(), rest.size()); length >= shortest && length > 0;
         --length) {
      if (rest.substr(0, length) != std::string_view(word).substr(0, length)) continue;
      const bool still = whole && length < std::max<std::size_t>(3, word.size());
      if (MadeOfBeginnings(rest.substr(length), others, shortest, in_order, still)) return true;
    }
  }
  return false;
}

std::vector<std::string> FoldedWords(const std::vector<Token>& tokens) {
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (token.folded.empty()) continue;
    words.push_back(token.folded);
    const std::vector<std::string> parts = SplitText(token.text, "-.");
    if (parts.size() < 2) continue;
    words.pop_back();
    for (const std::string& part : parts)
      words.push_back(FoldToAlnum(part));
  }
  constexpr std::size_t kMost = 8;  // keeps the search below short
  if (words.size() > kMost) words.resize(kMost);
  return words;
}

std::string Concatenated(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words)
    all += word;
  return all;
}

}  // namespace

bool IsStopWord(const std::string& folded) {
  constexpr std::array<std::string_view, 42> kWords = {
      "the",  "of",   "for",  "your", "our",     "we",   "you",   "and", "with", "to",   "in",
      "on",   "is",   "are",  "by",   "at",      "from", "all",   "und", "fur",  "et",   "pour",
      "para", "con",  "with", "more", "best",    "new",  "it",    "its", "that", "this", "who",
      "what", "next", "us",   "my",   "inspire", "life", "every", "or",  "not"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

std::vector<Token> WithoutAffixes(const std::vector<Token>& tokens) {
  std::vector<Token> rest;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!IsNameAffix(tokens[i].text)) rest.push_back(tokens[i]);
  }
  return rest;
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

double LocalPartLikeness(const std::vector<Token>& tokens, std::string_view local) {
  const std::vector<std::string> words = FoldedWords(WithoutAffixes(tokens));
  std::string letters = FoldToAlnum(local);
  while (!letters.empty() && letters.back() >= '0' && letters.back() <= '9')
    letters.pop_back();
  if (letters.size() < 2 || words.empty()) return 0;
  if (MadeOfBeginnings(letters, words, 1, false, true)) return words.size() > 4 ? 0.6 : 1;
  double best = 0;
  for (const std::string& part : SplitText(LowerCase(local), "._-+0123456789")) {
    for (const std::string& word : words) {
      const std::string folded = FoldToAlnum(part);
      if (word.size() >= 4 && folded.find(word) != std::string::npos) best = std::max(best, 0.75);
      if (word.size() >= 5 && EditDistance(word, folded) <= 1) best = std::max(best, 0.65);
      if (word.size() >= 5 && folded.size() >= 5 && EditDistance(word, folded.substr(1)) <= 1)
        best = std::max(best, 0.6);
    }
  }
  const bool initials = letters.size() >= 2 && letters.size() <= words.size() + 1 &&
                        MadeOfBeginnings(letters, words, 1, false, false);
  return std::max(best, initials                                                                   ? 0.7
                        : letters.size() >= 4 && MadeOfBeginnings(letters, words, 2, false, false) ? 0.5
                                                                                                   : 0.0);
}

double DomainLikeness(const std::vector<Token>& tokens, std::string_view label_as_printed) {
  const std::string label = FoldToAlnum(label_as_printed);
  std::vector<Token> meaning;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && LegalFormPhrase(tokens, i) > 0 && i + LegalFormPhrase(tokens, i) == tokens.size()) break;
    meaning.push_back(tokens[i]);
  }
  const std::vector<std::string> words = FoldedWords(meaning);
  const std::string joined = Concatenated(words);
  if (label.size() < 2 || joined.size() < 2) return 0;
  if (joined == label) return 1;
  std::string begin;
  for (const std::string& word : words) {
    begin += word;
    if (begin == label && label.size() >= 3) return 0.95;
  }
  const bool one_word = std::find(words.begin(), words.end(), label) != words.end();
  if (one_word && label.size() >= 3) return 0.85;
  std::vector<std::string> weighty;
  std::string acronym;
  for (const std::string& word : words) {
    if (IsStopWord(word)) continue;
    weighty.push_back(word);
    acronym += word[0];
  }
  if (acronym.size() >= 3 && acronym == label) return 0.95;
  if (acronym.size() >= 3 && label.starts_with(acronym)) return 0.7;
  if (label.find(joined) != std::string::npos && joined.size() >= 4 && 5 * joined.size() >= 2 * label.size())
    return 0.8;
  if (weighty.size() >= 2 && MadeOfBeginnings(label, weighty, 2, true, false)) return 0.8;
  if (label.size() >= 5 && EditDistance(joined, label) <= 1 + label.size() / 6) return 0.75;
  if (label.size() >= 4 && joined.find(label) != std::string::npos) return 0.7;
  return 0;
}

}  // namespace kith::parse
