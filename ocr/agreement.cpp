// SPDX-License-Identifier: Apache-2.0
#include "ocr/agreement.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/text.h"

namespace kith::ocr {
namespace {

struct FoldedWord {
  std::string text;
  Box box;
};

std::vector<FoldedWord> FoldWords(const Pass& pass) {
  std::vector<FoldedWord> words;
  for (const TextLine& line : pass.lines) {
    for (const Word& word : line.words) {
      std::string text = FoldToAlnum(word.text);
      if (!text.empty()) words.push_back({std::move(text), word.box});
    }
  }
  return words;
}

bool SameWord(const FoldedWord& a, const FoldedWord& b) {
  const Box shared = Intersection(a.box, b.box);
  const int smaller = std::min(a.box.width * a.box.height, b.box.width * b.box.height);
  return a.text == b.text && 2 * shared.width * shared.height > smaller;
}

std::size_t LettersSeenIn(const std::vector<FoldedWord>& words, const std::vector<FoldedWord>& others) {
  std::size_t letters = 0;
  for (const FoldedWord& word : words) {
    const bool seen = std::any_of(others.begin(), others.end(),
                                  [&](const FoldedWord& other) { return SameWord(word, other); });
    if (seen) letters += word.text.size();
  }
  return letters;
}

std::size_t Letters(const std::vector<FoldedWord>& words) {
  std::size_t letters = 0;
  for (const FoldedWord& word : words)
    letters += word.text.size();
  return letters;
}

/// What a pass read at a place, and how far it believed the least sure word of it.
std::pair<std::string, double> TextAt(const Pass& pass, const Box& place) {
  std::vector<const Word*> there;
  for (const TextLine& line : pass.lines) {
    for (const Word& word : line.words) {
      const int x = word.box.x + word.box.width / 2;
      const int y = word.box.y + word.box.height / 2;
      if (x >= place.x && x < place.right() && y >= place.y && y < place.bottom()) there.push_back(&word);
    }
  }
  std::ranges::sort(there, {}, [](const Word* word) { return word->box.x; });
  std::pair<std::string, double> text{"", 1};
  for (const Word* const word : there) {
    text.first += FoldToAlnum(word->text);
    text.second = std::min(text.second, word->confidence);
  }
  return text;
}

}  // namespace

bool AreSureOf(const std::vector<Pass>& passes, const Box& place) {
  constexpr double kBelieved = 0.8;
  std::string first;
  for (const Pass& pass : passes) {
    const auto [text, confidence] = TextAt(pass, place);
    if (text.empty() || confidence < kBelieved || (!first.empty() && text != first)) return false;
    first = text;
  }
  return !first.empty();
}

double Agreement(const Pass& a, const Pass& b) {
  const std::vector<FoldedWord> in_a = FoldWords(a);
  const std::vector<FoldedWord> in_b = FoldWords(b);
  const std::size_t all = Letters(in_a) + Letters(in_b);
  if (all == 0) return 1;
  return static_cast<double>(LettersSeenIn(in_a, in_b) + LettersSeenIn(in_b, in_a)) /
         static_cast<double>(all);
}

}  // namespace kith::ocr
