// SPDX-License-Identifier: Apache-2.0
#include "parse/name_repair.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "parse/likeness.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

/// What is read for what is printed, and how e-mail addresses write that.
struct Misreading {
  std::string_view read;
  std::string_view printed;
  std::string_view written;
};

// Letters with a stroke or an accent that a reader of English takes for others, and those that look alike.
constexpr std::array<Misreading, 17> kMisreadings = {{{"l", "I", "i"},
                                                      {"ii", "\u00fc", "u"},
                                                      {"ii", "\u00fc", "ue"},
                                                      {"0", "o", "o"},
                                                      {"1", "l", "l"},
                                                      {"rn", "m", "m"},
                                                      {"vv", "w", "w"},
                                                      {"t", "\u0142", "l"},
                                                      {"E", "\u0141", "l"},
                                                      {"t", "\u0141", "l"},
                                                      {"h", "\u00f1", "n"},
                                                      {"f", "\u0159", "r"},
                                                      {"d", "\u00e3", "a"},
                                                      {"\u00a2", "\u00e7", "c"},
                                                      {"G", "\u00c7", "c"},
                                                      {"g", "q", "q"},
                                                      {"fi", "\u00f1", "n"}}};
constexpr int kMostMisreadings = 3;  // in one word

bool IsWrittenSo(const std::string& folded, const std::vector<std::string>& locals) {
  constexpr std::size_t kShortest = 4;  // shorter ones are found in too much
  return folded.size() >= kShortest && std::any_of(locals.begin(), locals.end(), [&](const auto& local) {
           return FoldToAlnum(local).find(folded) != std::string::npos;
         });
}

/// Puts up to `most` misreadings right, from byte `from` on, until a local part has the word; false if none
/// does. `printed` is the word so far, `written` what an e-mail address would say for it.
bool PutRight(std::string& printed, std::string& written, std::size_t from, int most,
              const std::vector<std::string>& locals) {
  if (IsWrittenSo(FoldToAlnum(written), locals)) return true;
  if (most == 0) return false;
  for (const Misreading& misreading : kMisreadings) {
    for (std::size_t at = written.find(misreading.read, from); at != std::string::npos;
         at = written.find(misreading.read, at + 1)) {
      const std::size_t behind = written.size() - at;  // both end in the same letters
      std::string other_printed = printed;
      std::string other_written = written;
      other_printed.replace(printed.size() - behind, misreading.read.size(), misreading.printed);
      other_written.replace(at, misreading.read.size(), misreading.written);
      if (!PutRight(other_printed, other_written, at + misreading.written.size(), most - 1, locals)) continue;
      printed = std::move(other_printed);
      written = std::move(other_written);
      return true;
    }
  }
  return false;
}

/// Of a word in capitals, the letters put right are capitals, too.
std::string InCaseOf(const std::string& word, std::string repaired) {
  const auto lower = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto upper = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return upper > 1 && upper > lower ? UpperCase(repaired) : repaired;
}

/// The word with its misreadings put right so that a local part has it; the word itself if none does.
std::string AsLocalsWriteIt(const std::string& word, const std::vector<std::string>& locals) {
  std::string printed = word;
  std::string written = word;
  if (IsWrittenSo(FoldToAlnum(word), locals) || !PutRight(printed, written, 0, kMostMisreadings, locals))
    return word;
  const bool capital = LowerCase(word.substr(0, 1)) != word.substr(0, 1);
  if (capital && printed.substr(0, 2) == "\u0142") printed.replace(0, 2, "\u0141");
  return InCaseOf(word, printed);
}

bool IsKnownName(const std::string& folded) {
  return IsGivenName(folded) || IsSurname(folded);
}

/// A word that is nobody's name, with one letter as a local part has it, if that makes it a listed one:
/// "Bircitta" of birgitta.example@….
std::string AsListed(const std::string& word, const std::vector<std::string>& locals) {
  constexpr std::size_t kShortest = 5;
  const bool plain = std::all_of(word.begin(), word.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  if (!plain || word.size() < kShortest || IsKnownName(LowerCase(word))) return word;
  for (const std::string& local : locals) {
    for (const std::string& part : SplitText(local, "._-")) {
      if (part.size() != word.size() || EditDistance(part, LowerCase(word)) != 1 || !IsKnownName(part))
        continue;
      std::string better = word;
      for (std::size_t i = 0; i < word.size(); ++i) {
        if (LowerCase(word.substr(i, 1)) != part.substr(i, 1)) better[i] = part[i];
      }
      return word == UpperCase(word) ? UpperCase(better) : TitleCase(better);
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
    std::string better = AsListed(AsLocalsWriteIt(word, locals), locals);
    if (better == word && capitals && IsGivenNameWithCapitalI(word)) better[0] = 'I';
    repaired += (repaired.empty() ? "" : " ") + better;
  }
  return repaired;
}

std::string RepairOrganization(std::string_view organization, const std::vector<std::string>& domain_labels) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMisread = {{{" 0.0.", " o.o."},
                                                                                      {" 0.o.", " o.o."},
                                                                                      {" o.0.", " o.o."},
                                                                                      {" Lid", " Ltd"},
                                                                                      {" Lld", " Ltd"},
                                                                                      {" lnc", " Inc"}}};
  std::string repaired;
  for (const std::string& word : SplitText(organization, " "))
    repaired += (repaired.empty() ? "" : " ") + AsLocalsWriteIt(word, domain_labels);
  for (const auto& [read, printed] : kMisread) {
    const std::size_t at = repaired.find(read);
    const std::size_t end = at + read.size();
    const bool whole =
        at != std::string::npos &&
        (end == repaired.size() || std::string_view(" .,").find(repaired[end]) != std::string_view::npos);
    if (whole) repaired.replace(at, read.size(), printed);
  }
  return repaired;
}

}  // namespace kith::parse
