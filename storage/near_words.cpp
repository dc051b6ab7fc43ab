// SPDX-License-Identifier: Apache-2.0
#include "storage/near_words.h"

#include <algorithm>
#include <set>
#include <utility>

#include "storage/edit_distance.h"

namespace kith::storage {
namespace {

constexpr std::size_t kKeptLetters = 3;
constexpr std::size_t kMostWords = 32;
constexpr int kMostScanned = 20'000;
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

/// Behind every text that begins with `prefix`.
std::string EndOf(const std::string& prefix) {
  return prefix + "\xFF";
}

/// What `word` may have been before a typo in its first letters.
std::set<std::string> Originals(const std::string& word) {
  std::set<std::string> originals;
  for (std::size_t at = 0; at < kKeptLetters; ++at) {
    const std::string before = word.substr(0, at);
    originals.insert(before + word.substr(at + 1));
    std::string exchanged = word;
    std::swap(exchanged[at], exchanged[at + 1]);
    originals.insert(std::move(exchanged));
    for (const char letter : kLetters) {
      originals.insert(before + letter + word.substr(at + 1));
      originals.insert(before + letter + word.substr(at));
    }
  }
  return originals;
}

}  // namespace

std::vector<std::string> NearWords(Database& database, const std::string& word) {
  std::vector<std::string> words;
  if (word.size() < kFewestTypoLetters) return words;
  database.Run(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'contact_search', "
      "'row')");
  const auto take = [&](const Row& row) {
    if (std::string term = row.Text(0); words.size() < kMostWords && BeginsAlmost(term, word))
      words.push_back(std::move(term));
  };
  const std::string kept = word.substr(0, kKeptLetters);
  database.Each("SELECT term FROM temp.search_words WHERE term >= ? AND term < ? LIMIT ?",
                {kept, EndOf(kept), kMostScanned}, take);
  for (const std::string& original : Originals(word)) {
    if (original.starts_with(kept)) continue;
    database.Each("SELECT term FROM temp.search_words WHERE term >= ? AND term < ? LIMIT 4",
                  {original, EndOf(original)}, take);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace kith::storage
