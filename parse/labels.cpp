// SPDX-License-Identifier: Apache-2.0
#include "parse/labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.h"
#include "parse/words.h"

namespace kith::parse {
namespace {

bool IsSeparator(char c) {
  return std::string_view(" .:;,-/|()[]<>&+=*_~\"'").find(c) != std::string_view::npos;
}

/// Words between punctuation, so that "Tel./Fax:" is two.
std::vector<Span> LabelWords(std::string_view text, std::size_t from, std::size_t to) {
  std::vector<Span> words;
  for (std::size_t at = from; at < to;) {
    while (at < to && IsSeparator(text[at]))
      ++at;
    const std::size_t begin = at;
    while (at < to && !IsSeparator(text[at]))
      ++at;
    if (at > begin) words.push_back({begin, at});
  }
  return words;
}

bool IsFiller(const std::string& folded) {
  constexpr std::array<std::string_view, 14> kFillers = {
      "no", "nr", "number", "numbers", "num", "numero", "n", "and", "or", "et", "y", "und", "us", "at"};
  return std::find(kFillers.begin(), kFillers.end(), folded) != kFillers.end();
}

struct Kinds {
  bool work = false, mobile = false, fax = false, home = false, other = false, skip = false;

  void Add(std::string_view kind) {
    work |= kind == "work";
    mobile |= kind == "mobile";
    fax |= kind == "fax";
    home |= kind == "home";
    other |= kind == "other";
    skip |= kind == "skip";
  }

  /// "Tel/Fax" is a phone, "Office fax" isn't, "Cell phone" is a mobile, "Home phone" is at home.
  std::optional<PhoneType> Type(std::size_t words) const {
    if (skip) return std::nullopt;
    if (fax && !(work && words == 2 && tel_first)) return PhoneType::kFax;
    if (mobile) return PhoneType::kMobile;
    if (home) return PhoneType::kHome;
    if (other && !work) return PhoneType::kOther;
    return PhoneType::kWork;
  }

  bool tel_first = false;
};

bool MeansTelephone(const std::string& folded) {
  return folded == "t" || folded == "tel" || folded == "ph" || folded == "phone" || folded == "telephone" ||
         folded == "p";
}

/// Looks a word up; two words may be one label ("toll free", "h p").
std::optional<std::string_view> KindOf(std::string_view text, const std::vector<Span>& words, std::size_t i) {
  const auto folded = [&](std::size_t at) {
    return FoldToAlnum(text.substr(words[at].begin, words[at].end - words[at].begin));
  };
  const auto kind = PhoneLabel(folded(i));
  if (kind && i > 0 && folded(i).size() == 1 && folded(i - 1).size() == 1) {
    if (const auto both = PhoneLabel(folded(i - 1) + folded(i))) return both;
  }
  return kind;
}

/// The labels among `words`, from `first` on in direction `step`, until something that is none.
std::optional<Label> Collect(std::string_view text, const std::vector<Span>& words, std::size_t first,
                             int step) {
  constexpr std::size_t kMostWords = 4;
  Kinds kinds;
  std::size_t found = 0;
  Label label;
  auto i = static_cast<std::ptrdiff_t>(first);
  for (std::size_t seen = 0; seen < kMostWords && i >= 0 && i < static_cast<std::ptrdiff_t>(words.size());
       ++seen, i += step) {
    const Span& word = words[static_cast<std::size_t>(i)];
    const std::string folded = FoldToAlnum(text.substr(word.begin, word.end - word.begin));
    const auto kind = KindOf(text, words, static_cast<std::size_t>(i));
    if (!kind && IsFiller(folded) && (found > 0 || step < 0)) {
      continue;
    }
    if (!kind) break;
    if (found > 0 && *kind == "skip") break;
    kinds.Add(*kind);
    kinds.tel_first = MeansTelephone(folded);  // the outermost one when going backwards
    ++found;
    label.span =
        found == 1 ? word : Span{std::min(label.span.begin, word.begin), std::max(label.span.end, word.end)};
  }
  if (found == 0) return std::nullopt;
  label.type = kinds.Type(found);
  return label;
}

}  // namespace

std::optional<Label> LabelBefore(std::string_view text, std::size_t from, std::size_t number_begin) {
  const std::vector<Span> words = LabelWords(text, from, number_begin);
  return words.empty() ? std::nullopt : Collect(text, words, words.size() - 1, -1);
}

std::optional<Label> LabelBehind(std::string_view text, std::size_t number_end, std::size_t to) {
  const std::vector<Span> words = LabelWords(text, number_end, to);
  return words.empty() ? std::nullopt : Collect(text, words, 0, +1);
}

std::optional<Label> WholeLabel(std::string_view text) {
  const std::vector<Span> words = LabelWords(text, 0, text.size());
  if (words.empty()) return std::nullopt;
  auto label = Collect(text, words, words.size() - 1, -1);
  if (label && label->span.begin <= words.front().begin && label->type) return label;
  return std::nullopt;
}

}  // namespace kith::parse
