// SPDX-License-Identifier: Apache-2.0
#include "core/person_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "core/name_words.h"
#include "core/text.h"

namespace kith {
namespace {

using Words = std::vector<std::string>;

/// The words of a name, sorted out but not yet divided into given and family name.
struct Sorted {
  Words honorifics;
  Words name;
  Words generation;
};

/// Which words of a name are the family name: [begin, end). Empty if it isn't sure.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string Join(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i)
    text += (i == begin ? "" : " ") + words[i];
  return text;
}

std::string Join(const Words& words) {
  return Join(words, 0, words.size());
}

bool IsCjk(std::string_view text) {
  for (const char32_t c : DecodeUtf8(text)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_HIRAGANA ||
        script == USCRIPT_KATAKANA) {
      return true;
    }
  }
  return false;
}

/// "B.", "J.R.", "B".
bool IsInitial(std::string_view word) {
  std::size_t letters = 0;
  std::size_t stops = 0;
  for (const char32_t c : DecodeUtf8(word)) {
    if (u_isalpha(static_cast<UChar32>(c))) ++letters;
    if (c == U'.') ++stops;
  }
  return letters > 0 && (letters == 1 || letters == stops) && letters <= 3;
}

/// (Bob), "Bob", (she/her).
bool IsAside(std::string_view word) {
  return word.starts_with('(') || word.starts_with('"') || word.starts_with("\u201C") || word.ends_with(')');
}

/// Two letters or more, none of them small. Of two letters the last is a vowel ("LI", "WU"): others are
/// initials ("JP", "AJ").
bool IsInCapitals(std::string_view word) {
  std::size_t letters = 0;
  for (const char32_t c : DecodeUtf8(word)) {
    if (u_islower(static_cast<UChar32>(c))) return false;
    if (u_isupper(static_cast<UChar32>(c))) ++letters;
  }
  if (letters < 2 || IsInitial(word)) return false;
  return letters > 2 || std::string_view("aeiouy").find(FoldText(word).back()) != std::string_view::npos;
}

bool HasLowerCase(std::string_view text) {
  const std::u32string letters = DecodeUtf8(text);
  return std::any_of(letters.begin(), letters.end(),
                     [](char32_t c) { return u_islower(static_cast<UChar32>(c)); });
}

// ---- Honorifics, degrees, generations

void TakeHonorifics(Words& words, Words& honorifics) {
  std::size_t count = 0;
  while (count < words.size()) {
    const std::string& word = words[count];
    if (name_words::IsHonorific(word)) {
      honorifics.push_back(word);
    } else if (!name_words::IsSureDegree(word) || words.size() == 1) {
      break;  // else a degree in front, "M.Sc. Ada Example": dropped as it would be behind
    }
    ++count;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
}

/// "Ph. D.", "M. D.": a degree printed as two words. How many words at the end are one.
std::size_t TrailingDegreeWords(const Words& words) {
  const std::string& last = words.back();
  const bool leaves_a_name = words.size() > 2 && HasLowerCase(words.front());
  if (name_words::IsSureDegree(last) || (leaves_a_name && name_words::IsDegree(last))) return 1;
  if (words.size() > 2) {
    const std::string& before = words[words.size() - 2];
    if (before.ends_with('.') && last.size() <= 2 && name_words::IsSureDegree(before + last)) return 2;
  }
  return words.size() > 1 && name_words::IsHonorific(last) && !name_words::IsGeneration(last) ? 1 : 0;
}

void TakeDegrees(Words& words, Words& generation) {
  while (!words.empty()) {
    if (words.size() > 1 && name_words::IsGeneration(words.back())) {
      generation.insert(generation.begin(), words.back());
      words.pop_back();
    } else if (const std::size_t count = TrailingDegreeWords(words); count > 0) {
      words.resize(words.size() - count);
    } else {
      return;
    }
  }
}

/// Behind a comma, letters in capitals are some degree, known or not: "Ada Example, CXYZ".
bool IsDegreePart(const std::string& part, bool name_has_lower_case) {
  constexpr std::size_t kLongestLetters = 7;
  if (name_words::IsDegree(FoldToAlnum(part)) || name_words::IsSureDegree(part)) return true;
  const Words words = SplitText(part, " ");
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return name_words::IsDegree(word) || name_words::IsHonorific(word) ||
           (name_has_lower_case && word.size() <= kLongestLetters && !HasLowerCase(word));
  });
}

/// Divides the parts between commas into the name, "Family, Given" and degrees. True for "Family, Given".
bool SortWords(std::string_view printed, Sorted& sorted, std::size_t& family_words) {
  const Words parts = SplitText(printed, ",\uFF0C;");
  if (parts.empty()) return false;
  sorted.name = SplitText(parts.front(), " ");
  TakeHonorifics(sorted.name, sorted.honorifics);
  TakeDegrees(sorted.name, sorted.generation);
  const bool is_whole = sorted.name.size() > 1;

  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (name_words::IsGeneration(parts[i])) {
      sorted.generation.push_back(parts[i]);
      continue;
    }
    if (family_words > 0 || IsDegreePart(parts[i], is_whole && HasLowerCase(parts.front()))) continue;
    Words given = SplitText(parts[i], " ");
    TakeHonorifics(given, sorted.honorifics);
    TakeDegrees(given, sorted.generation);
    family_words = sorted.name.size();
    sorted.name.insert(sorted.name.begin(), given.begin(), given.end());
  }
  return family_words > 0;
}

// ---- Which words are the family name

/// The words of a run of capitals at one end of the name: "NOWAK Anna", "Taro YAMADA", "Ada van der EXAMPLE".
Range FamilyInCapitals(const Words& words) {
  const auto in_capitals = [&](std::size_t i) { return IsInCapitals(words[i]); };
  const auto in_run = [&](std::size_t i) { return in_capitals(i) || name_words::IsParticle(words[i]); };
  std::size_t capitals = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (in_capitals(i)) {
      ++capitals;
    } else if (!name_words::IsParticle(words[i]) && !IsInitial(words[i]) && !IsAside(words[i])) {
      ++others;
    }
  }
  if (capitals == 0 || others == 0) return {};

  std::size_t head = 0;
  while (in_run(head))
    ++head;  // ends: some word is neither
  std::size_t tail = words.size();
  while (in_run(tail - 1))
    --tail;
  const auto run_has_capitals = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (in_capitals(i)) return true;
    }
    return false;
  };
  const bool at_head = run_has_capitals(0, head);
  const bool at_tail = run_has_capitals(tail, words.size());
  if (at_head == at_tail) return {};
  return at_head ? Range{0, head} : Range{tail, words.size()};
}

/// "María del Carmen", "Maria da Conceição": particles inside a given name.
bool ContinuesGivenName(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"angeles", "carmen", "conceicao", "consuelo", "dolores", "fatima", "gloria", "graca", "jesus",
       "lourdes", "luz", "mar", "mercedes", "nieves", "pilar", "remedios", "rosario", "socorro"});
  return std::binary_search(kWords.begin(), kWords.end(), FoldText(word));
}

/// Given names first: from the first particle on, else the last word.
Range FamilyAtTheEnd(const Words& words) {
  const std::size_t last = words.size() - 1;
  for (std::size_t i = 1; i < last; ++i) {
    if (name_words::IsJoiner(words[i]) && i > 1) return {i - 1, words.size()};
    if (!name_words::IsParticle(words[i])) continue;
    std::size_t behind = i;
    while (behind < last && name_words::IsParticle(words[behind]))
      ++behind;
    if (behind < last && ContinuesGivenName(words[behind])) {
      i = behind;
      continue;
    }
    return {i, words.size()};
  }
  return {last, words.size()};
}

bool IsOnlyFamily(const Words& words) {
  return HasLowerCase(words.front()) && words.size() > 1 &&
         (words.size() > 2 || LowerCase(words.front()) == words.front()) &&
         std::all_of(words.begin(), words.end() - 1,
                     [](const std::string& word) { return name_words::IsParticle(word); });
}

Range FindFamily(const Words& words, bool has_honorific) {
  if (words.size() == 1) return has_honorific ? Range{0, 1} : Range{};
  if (IsOnlyFamily(words)) return {0, words.size()};
  const Range range = FamilyInCapitals(words);
  return range.end > 0 ? range : FamilyAtTheEnd(words);
}

// ---- Spelling of the parts

/// "O'BRIEN" -> "O'Brien", "VAN" -> "van": a word that was printed in capitals, as people write it.
std::string WithoutCapitals(const std::string& word) {
  if (!IsInCapitals(word)) return word;
  if (name_words::IsSmallParticle(word)) return LowerCase(word);
  const std::size_t mark = word.find_first_of("'`");
  if (mark == 1) return word.substr(0, 2) + TitleCase(std::string_view(word).substr(2));
  return TitleCase(word);
}

std::string PartOf(const Words& words, std::size_t begin, std::size_t end) {
  Words part;
  for (std::size_t i = begin; i < end; ++i) {
    if (!IsAside(words[i])) part.push_back(words[i]);
  }
  const bool is_whole_name_in_capitals = std::none_of(part.begin(), part.end(), [](const std::string& word) {
    return HasLowerCase(word) && !name_words::IsParticle(word);
  });
  if (is_whole_name_in_capitals) std::transform(part.begin(), part.end(), part.begin(), WithoutCapitals);
  return Join(part);
}

/// Given names without the initials behind them, unless there is nothing else.
std::string GivenOf(const Words& words, std::size_t begin, std::size_t end) {
  std::size_t last = end;
  while (last > begin + 1 && IsInitial(words[last - 1]))
    --last;
  const bool only_initials = last == begin + 1 && IsInitial(words[begin]);
  return PartOf(words, begin, only_initials ? end : last);
}

/// Pronouns and the like stand beside a name and are no part of it: "(she/her)".
void DropRemarks(Words& words) {
  std::erase_if(words,
                [](const std::string& word) { return IsAside(word) && word.find('/') != std::string::npos; });
}

PersonName CjkName(const std::string& text) {
  const Words words = SplitText(text, " ");
  if (words.size() != 2) return {text, "", ""};
  return {text, words[1], words[0]};
}

}  // namespace

PersonName SplitPersonName(std::string_view printed) {
  const std::string text = NormalizeText(printed);
  if (IsCjk(text)) return CjkName(text);

  Sorted sorted;
  std::size_t family_words = 0;
  SortWords(text, sorted, family_words);
  DropRemarks(sorted.name);
  Words& name = sorted.name;
  if (name.empty()) return {};

  const std::size_t size = name.size();
  Range family =
      family_words > 0 ? Range{size - family_words, size} : FindFamily(name, !sorted.honorifics.empty());
  if (family.begin == 0 && family.end > 0 && family.end < size) {
    std::rotate(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(family.end), name.end());
    family = {size - family.end, size};
  }
  PersonName result;
  Words full = sorted.honorifics;
  full.insert(full.end(), name.begin(), name.end());
  full.insert(full.end(), sorted.generation.begin(), sorted.generation.end());
  result.full = Join(full);
  if (family.end > 0) {
    result.family = PartOf(name, family.begin, family.end);
    result.given = GivenOf(name, 0, family.begin);
  }
  return result;
}

bool IsNameAffix(std::string_view word) {
  return name_words::IsHonorific(word) || name_words::IsDegree(word) || name_words::IsGeneration(word);
}

}  // namespace kith
