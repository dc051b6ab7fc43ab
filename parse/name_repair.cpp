// SPDX-License-Identifier: Apache-2.0
#include "parse/name_repair.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

/// What is read for what is printed, and how e-mail addresses write that.
struct Misreading {
  std::string_view read;
  std::string_view printed;
  std::string_view written;
};

constexpr std::array<Misreading, 7> kMisreadings = {{{"l", "I", "i"},
                                                     {"ii", "\u00fc", "u"},
                                                     {"ii", "\u00fc", "ue"},
                                                     {"0", "o", "o"},
                                                     {"1", "l", "l"},
                                                     {"rn", "m", "m"},
                                                     {"vv", "w", "w"}}};

bool IsWrittenSo(const std::string& folded, const std::vector<std::string>& locals) {
  constexpr std::size_t kShortest = 4;  // shorter ones are found in too much
  return folded.size() >= kShortest && std::any_of(locals.begin(), locals.end(), [&](const auto& local) {
           return FoldToAlnum(local).find(folded) != std::string::npos;
         });
}

/// The word with one misreading put right so that a local part has it; the word itself if none does.
std::string AsLocalsWriteIt(const std::string& word, const std::vector<std::string>& locals) {
  if (IsWrittenSo(FoldToAlnum(word), locals)) return word;
  for (const Misreading& misreading : kMisreadings) {
    for (std::size_t at = word.find(misreading.read); at != std::string::npos;
         at = word.find(misreading.read, at + 1)) {
      const auto with = [&](std::string_view letters) {
        return std::string(word).replace(at, misreading.read.size(), letters);
      };
      if (IsWrittenSo(FoldToAlnum(with(misreading.written)), locals)) return with(misreading.printed);
    }
  }
  return word;
}

/// "lan" among words that begin with capitals.
bool IsGivenNameWithCapitalI(const std::string& word) {
  constexpr std::size_t kShortest = 3;  // "la", "le", "lo" are particles
  return word.size() >= kShortest && word[0] == 'l' && IsGivenName(FoldToAlnum("i" + word.substr(1)));
}

}  // namespace

std::string RepairName(std::string_view name, const std::vector<std::string>& locals) {
  std::vector<std::string> words = SplitText(name, " ");
  const auto capital = [](const std::string& word) { return word[0] >= 'A' && word[0] <= 'Z'; };
  const bool capitals = std::any_of(words.begin(), words.end(), capital);
  std::string repaired;
  for (const std::string& word : words) {
    std::string better = AsLocalsWriteIt(word, locals);
    if (better == word && capitals && IsGivenNameWithCapitalI(word)) better[0] = 'I';
    repaired += (repaired.empty() ? "" : " ") + better;
  }
  return repaired;
}

}  // namespace kith::parse
