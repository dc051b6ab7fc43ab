// SPDX-License-Identifier: Apache-2.0
#include "ocr/languages.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/text.h"
#include "ocr/agreement.h"

namespace kith::ocr {
namespace {

/// Share of a line's letters in words that `other` read the same.
double SharedWith(const Pass& other, const TextLine& line) {
  constexpr std::size_t kFewestLetters = 3;
  double same = 0;
  double letters = 0;
  for (const Word& word : line.words) {
    const auto length = static_cast<double>(DecodeUtf8(word.text).size());
    letters += length;
    if (FoldToAlnum(word.text).size() >= kFewestLetters && HasWord(other, word)) same += length;
  }
  return letters > 0 ? same / letters : 0;
}

double ConfidenceOf(const TextLine& line) {
  double sum = 0;
  double letters = 0;
  for (const Word& word : line.words) {
    const auto length = static_cast<double>(DecodeUtf8(word.text).size());
    sum += word.confidence * length;
    letters += length;
  }
  return letters > 0 ? sum / letters : 0;
}

Box BoxOf(const TextLine& line) {
  Box box;
  for (const Word& word : line.words)
    box = Union(box, word.box);
  return box;
}

struct Script {
  std::string_view data;
  std::array<std::string_view, 6> languages;
};

constexpr std::array kScripts = std::to_array<Script>({
    {"Cyrillic", {"rus", "ukr", "bul", "srp", "bel", "kaz"}},
    {"Greek", {"ell"}},
    {"Japanese", {"jpn"}},
    {"HanS", {"chi_sim"}},
    {"HanT", {"chi_tra"}},
    {"Hangul", {"kor"}},
    {"Arabic", {"ara", "fas", "urd"}},
    {"Hebrew", {"heb"}},
    {"Devanagari", {"hin", "mar", "nep"}},
    {"Bengali", {"ben"}},
    {"Tamil", {"tam"}},
    {"Telugu", {"tel"}},
    {"Thai", {"tha"}},
    {"Georgian", {"kat"}},
    {"Armenian", {"hye"}},
});

}  // namespace

std::vector<Box> DoubtedLines(const Pass& pass, const Pass& other) {
  constexpr double kBelieved = 0.5;
  constexpr double kShared = 0.3;
  constexpr int kShortest = 3;  // times its height
  std::vector<Box> boxes;
  for (const TextLine& line : pass.lines) {
    const Box box = BoxOf(line);
    if (box.width > kShortest * box.height && ConfidenceOf(line) < kBelieved &&
        SharedWith(other, line) < kShared)
      boxes.push_back(box);
  }
  std::ranges::sort(boxes, std::greater(), [](const Box& box) { return box.width; });
  return boxes;
}

bool MayBeInAnotherScript(const Pass& pass, const std::vector<Box>& doubted) {
  constexpr double kMuch = 0.2;
  double all = 0;
  double in_doubt = 0;
  for (const TextLine& line : pass.lines)
    all += BoxOf(line).width;
  for (const Box& box : doubted)
    in_doubt += box.width;
  return in_doubt > kMuch * all;
}

std::vector<std::string> DataOfOtherScripts(const std::vector<std::string>& installed) {
  const auto is_installed = [&](std::string_view name) {
    return !name.empty() && std::ranges::find(installed, name) != installed.end();
  };
  std::vector<std::string> data;
  for (const Script& script : kScripts) {
    const auto language = std::ranges::find_if(script.languages, is_installed);
    if (is_installed(script.data)) {
      data.emplace_back(script.data);
    } else if (language != script.languages.end()) {
      data.emplace_back(*language);
    }
  }
  return data;
}

bool IsHan(std::string_view data) {
  return data == "Japanese" || data == "jpn" || data == "HanS" || data == "chi_sim" || data == "HanT" ||
         data == "chi_tra";
}

double OtherScriptIn(const std::vector<TextLine>& lines) {
  constexpr double kBelieved = 0.6;
  constexpr char32_t kEndOfLatin = 0x250;
  double other = 0;
  double all = 0;
  for (const TextLine& line : lines) {
    for (const Word& word : line.words) {
      const std::u32string letters = DecodeUtf8(word.text);
      const auto latin = std::ranges::count_if(letters, [](char32_t c) { return c < kEndOfLatin; });
      all += static_cast<double>(letters.size());
      if (word.confidence >= kBelieved)
        other += word.confidence * static_cast<double>(static_cast<std::ptrdiff_t>(letters.size()) - latin);
    }
  }
  return 2 * other > all ? other : 0;
}

}  // namespace kith::ocr
