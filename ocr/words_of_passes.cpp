// SPDX-License-Identifier: Apache-2.0
#include "ocr/words_of_passes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "core/text.h"
#include "ocr/agreement.h"

namespace kith::ocr {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A character of a line, and the word that it belongs to.
struct Letter {
  std::string text;
  std::string folded;  ///< without case and accents; punctuation as it is
  std::size_t word = 0;
};

std::vector<Letter> LettersOf(const std::vector<Word>& words) {
  std::vector<Letter> letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const char32_t character : DecodeUtf8(words[i].text)) {
      std::string text = EncodeUtf8({&character, 1});
      std::string folded = FoldToAlnum(text);
      if (folded.empty()) folded = text;
      letters.push_back({std::move(text), std::move(folded), i});
    }
  }
  return letters;
}

/// For each letter of `a`, the one of `b` that it stands for in the cheapest way to edit one into the other.
struct Alignment {
  std::vector<std::size_t> partner;  ///< kNone: it has none
  double likeness = 0;               ///< share of the longer one's letters that are the same, 0 to 1
};

Alignment Align(const std::vector<Letter>& a, const std::vector<Letter>& b) {
  const std::size_t columns = b.size() + 1;
  std::vector<std::size_t> cost((a.size() + 1) * columns);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * columns + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i)
    at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j)
    at(0, j) = j;
  const auto differ = [&](std::size_t i, std::size_t j) {
    return a[i].folded == b[j].folded ? std::size_t{0} : std::size_t{1};
  };
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j)
      at(i, j) = std::min({at(i - 1, j - 1) + differ(i - 1, j - 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
  }
  Alignment alignment{std::vector<std::size_t>(a.size(), kNone), 0};
  std::size_t same = 0;
  for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    if (at(i, j) == at(i - 1, j - 1) + differ(i - 1, j - 1)) {
      --i, --j;
      alignment.partner[i] = j;
      same += 1 - differ(i, j);
    } else if (at(i, j) == at(i - 1, j) + 1) {
      --i;
    } else {
      --j;
    }
  }
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer > 0) alignment.likeness = static_cast<double>(same) / static_cast<double>(longer);
  return alignment;
}

/// How one pass reads the place of a line.
struct Model {
  std::size_t pass = 0;
  std::vector<Word> words;
  Alignment alignment;  ///< of the line's letters with those of `words`
};

std::optional<Model> MostAlike(const std::vector<Pass>& passes, const std::vector<Letter>& letters,
                               const Box& place) {
  constexpr double kAlike = 0.6;
  std::optional<Model> best;
  for (std::size_t pass = 0; pass < passes.size(); ++pass) {
    Model model{pass, WordsAt(passes[pass], place), {}};
    model.alignment = Align(letters, LettersOf(model.words));
    if (model.alignment.likeness < kAlike) continue;
    if (!best || model.alignment.likeness > best->alignment.likeness) best = std::move(model);
  }
  return best;
}

bool IsAgreedOn(const Word& word, std::size_t pass, const std::vector<Pass>& passes) {
  for (std::size_t other = 0; other < passes.size(); ++other) {
    if (other != pass && HasWord(passes[other], word)) return true;
  }
  return false;
}

/// The letters of a line that stand for one word of the model.
struct Stretch {
  std::size_t word = kNone;  ///< of the model
  std::size_t first = 0;     ///< letters
  std::size_t last = 0;
};

std::vector<Stretch> Stretches(const std::vector<Letter>& letters, const std::vector<Letter>& model_letters,
                               const Alignment& alignment) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t partner = alignment.partner[i];
    const std::size_t word = partner == kNone ? kNone : model_letters[partner].word;
    const bool goes_on = !stretches.empty() &&
                         (word == kNone || stretches.back().word == kNone || word == stretches.back().word);
    if (!goes_on) stretches.push_back({word, i, i});
    stretches.back().last = i;
    if (word != kNone) stretches.back().word = word;
  }
  return stretches;
}

/// Whether nothing stands between two words of the model but what stands between letters.
bool Touch(const Word& left, const Word& right) {
  constexpr double kNarrowestSpace = 0.1;  // of the height of the type
  const int gap = right.box.x - left.box.right();
  return gap < kNarrowestSpace * std::min(left.box.height, right.box.height);
}

/// Tesseract tears addresses of the web apart at their signs; the second reader saw no space there.
bool IsInsideOfAddress(const Letter& before, const Letter& behind) {
  const bool lower = behind.text >= "a" && behind.text <= "z";
  return before.text == "@" || behind.text == "@" || behind.text == "." || (before.text == "." && lower);
}

/// Whether the model cuts where the line itself has no space and there is hardly one.
bool IsTornApart(const Stretch& left, const Stretch& right, const std::vector<Letter>& letters,
                 const Model& model) {
  const Letter& before = letters[left.last];
  const Letter& behind = letters[right.first];
  if (before.word != behind.word) return false;
  if (left.word == kNone || right.word == kNone || IsInsideOfAddress(before, behind)) return true;
  return Touch(model.words[left.word], model.words[right.word]);
}

Word WordOf(const Stretch& stretch, const TextLine& line, const std::vector<Letter>& letters,
            const Model& model, const std::vector<Pass>& passes) {
  Word word{"", {}, 1};
  for (std::size_t i = stretch.first; i <= stretch.last; ++i) {
    word.text += letters[i].text;
    word.confidence = std::min(word.confidence, line.words[letters[i].word].confidence);
    word.box = Union(word.box, line.words[letters[i].word].box);
  }
  if (stretch.word == kNone) return word;
  const Word& pattern = model.words[stretch.word];
  word.box = pattern.box;
  const bool overruled =
      FoldToAlnum(word.text) != FoldToAlnum(pattern.text) && IsAgreedOn(pattern, model.pass, passes);
  return overruled ? pattern : word;
}

void Append(Word& word, const Word& more) {
  word.text += more.text;
  word.box = Union(word.box, more.box);
  word.confidence = std::min(word.confidence, more.confidence);
}

/// Whether `next` goes on where the line ends.
bool GoesOn(const TextLine& line, const TextLine& next) {
  const Box& a = line.words.back().box;
  const Box& b = next.words.front().box;
  const int height = std::min(a.height, b.height);
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  const int gap = b.x - a.right();
  return 10 * shared > 6 * height && gap > -height && gap < 2 * height &&
         std::max(a.height, b.height) < 2 * height;
}

}  // namespace

TextLine WithWordsOf(const std::vector<Pass>& passes, TextLine line) {
  Box place;
  for (const Word& word : line.words)
    place = Union(place, word.box);
  const std::vector<Letter> letters = LettersOf(line.words);
  const std::optional<Model> model = MostAlike(passes, letters, place);
  if (!model) return line;
  TextLine cut;
  std::optional<Stretch> before;
  for (const Stretch& stretch : Stretches(letters, LettersOf(model->words), model->alignment)) {
    Word word = WordOf(stretch, line, letters, *model, passes);
    if (before && IsTornApart(*before, stretch, letters, *model)) {
      Append(cut.words.back(), word);
    } else {
      cut.words.push_back(std::move(word));
    }
    before = stretch;
  }
  return cut;
}

std::vector<TextLine> JoinParts(std::vector<TextLine> parts) {
  std::ranges::sort(parts, {}, [](const TextLine& part) { return part.words.front().box.x; });
  std::vector<TextLine> lines;
  for (TextLine& part : parts) {
    const auto line = std::ranges::find_if(lines, [&](const TextLine& other) { return GoesOn(other, part); });
    if (line == lines.end()) {
      lines.push_back(std::move(part));
    } else {
      line->words.insert(line->words.end(), part.words.begin(), part.words.end());
    }
  }
  return lines;
}

}  // namespace kith::ocr
