// SPDX-License-Identifier: Apache-2.0
#include "parse/pieces.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text.h"
#include "core/url.h"
#include "parse/labels.h"
#include "parse/likeness.h"
#include "parse/web.h"

namespace kith::parse {
namespace {

bool IsTaken(const Word& word, std::size_t group, const std::vector<ContactValue>& values) {
  constexpr double kCovered = 0.5;
  return std::any_of(values.begin(), values.end(), [&](const ContactValue& value) {
    if (value.group != group) return false;
    const int shared = std::min(word.box.right(), value.box.right()) - std::max(word.box.x, value.box.x);
    return shared > kCovered * word.box.width;
  });
}

/// "E:", "Web", "Tel." and the like that no value took with it.
bool IsStrayLabel(const std::string& text) {
  static const std::set<std::string> kWebLabels = {"e",   "email", "mail", "web",  "website",
                                                   "url", "w",     "www",  "site", "internet"};
  return kWebLabels.contains(FoldToAlnum(text)) || WholeLabel(text).has_value();
}

bool IsLegible(const Piece& piece) {
  constexpr double kLeast = 0.35;
  const std::size_t letters = FoldToAlnum(piece.text).size();
  return letters >= 2 && piece.confidence >= kLeast;
}

/// Share of the passes that read the same letters at this place.
double Agreement(const LineGroup& group, const std::string& text) {
  const std::string folded = FoldToAlnum(text);
  const auto same = std::count_if(group.runs.begin(), group.runs.end(), [&](const Run& run) {
    return FoldToAlnum(run.Text()).find(folded) != std::string::npos;
  });
  return static_cast<double>(same) / static_cast<double>(group.runs.size());
}

/// Scraps of logos and pictures beside a line: short and much less sure than the rest.
void DropSpecksAtEnds(std::vector<Word>& words) {
  constexpr double kWeak = 0.6;
  constexpr double kMuch = 0.25;
  constexpr std::size_t kShort = 3;
  const auto is_speck = [](const Word& word, const Word& inner) {
    const std::size_t letters = FoldToAlnum(word.text).size();
    const bool odd = letters <= 2 && word.text.find_first_of("!?|]=[{}~^<>") != std::string::npos;
    return odd ||
           (word.confidence < kWeak && word.confidence + kMuch < inner.confidence && letters <= kShort);
  };
  while (words.size() > 1 && is_speck(words.front(), words[1]))
    words.erase(words.begin());
  while (words.size() > 1 && is_speck(words.back(), words[words.size() - 2]))
    words.pop_back();
}

Piece PieceOf(const LineGroup& group, std::vector<Word> words, std::size_t index) {
  while (!words.empty() && FoldToAlnum(words.front().text).empty())
    words.erase(words.begin());
  while (!words.empty() && FoldToAlnum(words.back().text).empty() && words.back().text != "&")
    words.pop_back();
  DropSpecksAtEnds(words);
  const Run run = MakeRun(std::move(words), 0);
  Piece piece;
  piece.text = run.Text();
  piece.tokens = Tokenize(piece.text);
  piece.box = run.box;
  piece.height = run.height;
  piece.confidence = run.confidence;
  piece.agreement = Agreement(group, piece.text);
  piece.group = index;
  return piece;
}

/// Whether two pieces are one text that was put into two lines: they lie on each other and nearly agree.
bool AreOneText(const Piece& a, const Piece& b) {
  constexpr double kCovered = 0.5;
  const Box shared = Intersection(a.box, b.box);
  const double smaller = std::min(1.0 * a.box.width * a.box.height, 1.0 * b.box.width * b.box.height);
  if (shared.empty() || 1.0 * shared.width * shared.height < kCovered * smaller) return false;
  const std::string text_a = FoldToAlnum(a.text);
  const std::string text_b = FoldToAlnum(b.text);
  return EditDistance(text_a, text_b) <= std::max(text_a.size(), text_b.size()) / 4;
}

/// Keeps the surer one of two pieces that are one text.
void DropShadows(std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t j = i + 1; j < pieces.size();) {
      if (!AreOneText(pieces[i], pieces[j])) {
        ++j;
        continue;
      }
      if (pieces[j].confidence > pieces[i].confidence) std::swap(pieces[i], pieces[j]);
      pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }
}

}  // namespace

std::vector<Piece> RemainingPieces(const std::vector<LineGroup>& groups,
                                   const std::vector<ContactValue>& values) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool holds_value = std::any_of(values.begin(), values.end(),
                                         [&](const ContactValue& value) { return value.group == i; });
    std::vector<Word> words;
    for (const Word& word : VoteWords(groups[i]).words) {
      if (!IsTaken(word, i, values)) words.push_back(word);
    }
    Piece piece = PieceOf(groups[i], std::move(words), i);
    if (!IsLegible(piece) || IsStrayLabel(piece.text)) continue;
    if (holds_value && FoldToAlnum(piece.text).size() < 4) continue;
    pieces.push_back(std::move(piece));
  }
  DropShadows(pieces);
  return pieces;
}

CardContext ContextOf(int width, int height, const std::vector<LineGroup>& groups,
                      const std::vector<ContactValue>& values) {
  CardContext context;
  context.width = width;
  context.height = height;
  std::vector<double> heights;
  for (const LineGroup& group : groups) {
    if (group.runs.front().confidence > 0.6 && FoldToAlnum(group.runs.front().Text()).size() > 3)
      heights.push_back(group.height);
  }
  if (!heights.empty()) {
    std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2),
                     heights.end());
    context.usual_height = std::max(1.0, heights[heights.size() / 2]);
  }
  std::set<std::string> labels;
  for (const ContactValue& value : values) {
    if (value.kind != FieldKind::kEmail && value.kind != FieldKind::kUrl) continue;
    const std::string domain = DomainOf(value.value);
    if (value.kind == FieldKind::kEmail)
      context.locals.push_back(LowerCase(value.value.substr(0, value.value.find('@'))));
    if (!domain.empty() && !IsMailProvider(domain) && !domain.starts_with("example."))
      labels.insert(domain.substr(0, domain.find('.')));
  }
  context.domain_labels.assign(labels.begin(), labels.end());
  return context;
}

}  // namespace kith::parse
