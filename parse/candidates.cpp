// SPDX-License-Identifier: Apache-2.0
#include "parse/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "core/text.h"
#include "parse/likeness.h"
#include "parse/web.h"

namespace kith::parse {
namespace {

bool SameSize(const Piece& a, const Piece& b, double most) {
  return std::max(a.height, b.height) <= most * std::min(a.height, b.height);
}

bool IsRightBeside(const Piece& a, const Piece& b, double most_sizes) {
  const double gap = b.box.x - a.box.right();
  const int shared = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return gap >= 0 && gap < most_sizes * std::min(a.height, b.height) &&
         2 * shared > std::min(a.box.height, b.box.height);
}

Piece PartOf(const Piece& piece, std::string text, bool first) {
  Piece part = piece;
  const double share =
      static_cast<double>(text.size()) / static_cast<double>(std::max<std::size_t>(1, piece.text.size()));
  part.box.width = static_cast<int>(std::lround(share * piece.box.width));
  if (!first) part.box.x = piece.box.right() - part.box.width;
  part.text = std::move(text);
  part.tokens = Tokenize(part.text);
  return part;
}

bool HasTitle(const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (TitlePhrase(tokens, i) > 0 || IsTitleCompound(tokens[i].folded)) return true;
  }
  return false;
}

/// "Anna Example, Engineer" or "Anna Example - Engineer": before and behind the first mark.
std::optional<Candidate> FirstHalf(const Piece& piece, std::size_t index) {
  std::size_t mark = std::string::npos;
  std::size_t length = 0;
  for (const std::string_view separator : {", ", " (", " - ", " \u2013 ", " | ", " \u2022 ", " / "}) {
    const std::size_t at = piece.text.find(separator);
    if (at == std::string::npos || at >= mark) continue;
    mark = at;
    length = separator.size();
  }
  if (mark == std::string::npos || mark == 0) return std::nullopt;
  Candidate candidate;
  candidate.rest = piece.text.substr(mark + length);
  if (candidate.rest.ends_with(')') && candidate.rest.find('(') == std::string::npos)
    candidate.rest.pop_back();
  candidate.piece = PartOf(piece, piece.text.substr(0, mark), true);
  candidate.parts = {index};
  const std::vector<Token> rest = WithoutAffixes(Tokenize(candidate.rest));
  if (candidate.piece.tokens.size() < 2 || rest.empty()) return std::nullopt;
  return candidate;
}

/// "Anna Example Director of sales", set in two types on one line: up to where a title begins.
std::optional<Candidate> BeforeTitle(const Piece& piece, std::size_t index, const CardContext& context) {
  constexpr std::size_t kMostWords = 4;
  constexpr double kLeastEvidence = 1.0;
  constexpr double kLikeness = 0.4;
  for (std::size_t words = 2; words < std::min(kMostWords + 1, piece.tokens.size()); ++words) {
    if (TitlePhrase(piece.tokens, words) == 0 && !IsTitleCompound(piece.tokens[words].folded)) continue;
    const std::size_t at = piece.text.find(piece.tokens[words].text);
    if (at == std::string::npos || at < 4) return std::nullopt;
    Candidate candidate;
    candidate.piece = PartOf(piece, NormalizeText(piece.text.substr(0, at)), true);
    candidate.rest = piece.text.substr(at);
    candidate.parts = {index};
    const Signs signs = NameSigns(candidate.piece, context);
    const bool known = signs.amount(Sign::kNameGivenFirst) > 0 || signs.amount(Sign::kNameEmail) > kLikeness;
    if (known && Score(signs) > kLeastEvidence) return candidate;
  }
  return std::nullopt;
}

/// "Engineer, Northwind Ltd.", "Engineer at Northwind": what stands behind a title.
std::optional<Candidate> BehindTitle(const Piece& piece, std::size_t index) {
  for (const std::string_view separator :
       {", ", " - ", " \u2013 ", " | ", " \u2022 ", " at ", " bei ", " chez "}) {
    const std::size_t at = piece.text.find(separator);
    if (at == std::string::npos) continue;
    Candidate candidate;
    candidate.rest = piece.text.substr(0, at);
    candidate.piece = PartOf(piece, piece.text.substr(at + separator.size()), false);
    candidate.parts = {index};
    if (candidate.piece.tokens.empty() || !HasTitle(Tokenize(candidate.rest)) ||
        HasTitle(candidate.piece.tokens))
      continue;
    return candidate;
  }
  return std::nullopt;
}

/// What a part of a piece that is neither name nor organization adds: it will be a title.
void AddRest(const CardContext& context, Candidate& candidate) {
  if (candidate.rest.empty()) return;
  Piece rest = candidate.piece;
  rest.text = candidate.rest;
  rest.tokens = Tokenize(rest.text);
  candidate.signs.Add(TitleSigns(rest, context));
}

/// Whether b says again what a says: a logo beside the printed name of a company.
bool Repeats(const Piece& a, const Piece& b) {
  for (const Token& left : a.tokens) {
    for (const Token& right : b.tokens) {
      if (left.folded.size() > 3 &&
          (left.folded == right.folded || left.folded.find(right.folded) != std::string::npos ||
           right.folded.find(left.folded) != std::string::npos) &&
          right.folded.size() > 3)
        return true;
    }
  }
  return false;
}

/// One type size, one case and hardly any space between: lines that were set as one.
bool LooksContinued(const Piece& a, const Piece& b) {
  const bool capitals_a = a.text == UpperCase(a.text);
  const bool capitals_b = b.text == UpperCase(b.text);
  return SameSize(a, b, 1.2) && capitals_a == capitals_b &&
         (IsRightBelow(a, b, 0.8) || IsRightBeside(a, b, 2.5));
}

/// "Institute" / "for Imaginary Studies", "University of" / "Nowhere": one line can't stand without the
/// other.
bool IsLinked(const Piece& a, const Piece& b) {
  constexpr std::array<std::string_view, 12> kLinks = {"for", "of",  "and", "",   "de", "des",
                                                       "du",  "fur", "und", "di", "da", "do"};
  const auto is_link = [&](const Token& token) {
    return std::find(kLinks.begin(), kLinks.end(), token.folded) != kLinks.end() &&
           LowerCase(token.text) == token.text;
  };
  return is_link(a.tokens.back()) || is_link(b.tokens.front());
}

void AddJoin(const Piece& a, const Piece& b, Signs& signs) {
  if (!LooksContinued(a, b)) return signs.Add(Sign::kOrgJoined);
  signs.Add(Sign::kOrgContinued);
  if (IsLinked(a, b)) signs.Add(Sign::kOrgLinked);
}

Candidate Single(const Piece& piece, std::size_t index) {
  Candidate candidate;
  candidate.piece = piece;
  candidate.parts = {index};
  return candidate;
}

Candidate Pair(const std::vector<Piece>& pieces, std::size_t i, std::size_t j) {
  Candidate candidate;
  candidate.piece = JoinPieces(pieces[i], pieces[j]);
  candidate.parts = {i, j};
  return candidate;
}

/// A line that is hardly sure and nearly spells a domain of the card, spelt as the domain: "N0RTHWlND" of
/// northwind.com.
std::optional<Candidate> SpeltAsDomain(const Candidate& read, const CardContext& context) {
  constexpr std::size_t kShortest = 6;
  constexpr double kSure = 0.9;
  const bool doubtful = read.piece.confidence < kSure || read.piece.agreement < kSure;
  const std::string folded = FoldToAlnum(read.piece.text);
  for (const std::string& label : context.domain_labels) {
    const std::string wanted = FoldToAlnum(label);
    if (!doubtful || wanted.size() < kShortest || folded == wanted) continue;
    if (EditDistance(folded, wanted) > 1 + wanted.size() / 8) continue;
    Candidate spelt = read;
    const bool capitals = read.piece.text == UpperCase(read.piece.text);
    spelt.piece.text = capitals ? UpperCase(wanted) : TitleCase(wanted);
    spelt.piece.tokens = Tokenize(spelt.piece.text);
    return spelt;
  }
  return std::nullopt;
}

}  // namespace

bool IsRightBelow(const Piece& a, const Piece& b, double most_lines) {
  const double size = std::max(a.height, b.height);
  const double gap = b.box.y - a.box.bottom();
  if (gap < -0.5 * size || gap > most_lines * size || b.box.y <= a.box.y) return false;
  const int shared = std::min(a.box.right(), b.box.right()) - std::max(a.box.x, b.box.x);
  return 2 * shared >= std::min(a.box.width, b.box.width) || std::abs(a.box.x - b.box.x) < size ||
         std::abs(a.box.right() - b.box.right()) < size;
}

Piece JoinPieces(const Piece& a, const Piece& b) {
  Piece joined = a;
  joined.text = a.text + " " + b.text;
  joined.tokens = Tokenize(joined.text);
  joined.box = Union(a.box, b.box);
  joined.height = std::max(a.height, b.height);
  const auto length_a = static_cast<double>(a.text.size());
  const auto length_b = static_cast<double>(b.text.size());
  joined.confidence =
      (a.confidence * length_a + b.confidence * length_b) / std::max(1.0, length_a + length_b);
  joined.agreement = std::min(a.agreement, b.agreement);
  return joined;
}

std::vector<Candidate> NameCandidates(const std::vector<Piece>& pieces, const CardContext& context) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kMostWordsALine = 2;
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    candidates.push_back(Single(pieces[i], i));
    if (auto half = FirstHalf(pieces[i], i)) candidates.push_back(std::move(*half));
    if (auto name = BeforeTitle(pieces[i], i, context)) candidates.push_back(std::move(*name));
    for (std::size_t j = 0; j < pieces.size(); ++j) {
      const std::size_t words = pieces[i].tokens.size() + pieces[j].tokens.size();
      if (i == j || words > kMostWords || !SameSize(pieces[i], pieces[j], 1.4)) continue;
      const bool short_lines = std::max(pieces[i].tokens.size(), pieces[j].tokens.size()) <= kMostWordsALine;
      const bool stacked = short_lines && IsRightBelow(pieces[i], pieces[j], 1.2);
      const bool beside = IsRightBeside(pieces[i], pieces[j], 4);
      if (stacked || beside) candidates.push_back(Pair(pieces, i, j));
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.signs = NameSigns(candidate.piece, context);
    AddRest(context, candidate);
    if (candidate.parts.size() > 1) candidate.signs.Add(Sign::kNameOnTwoLines);
    candidate.score = Score(candidate.signs);
  }
  return candidates;
}

std::vector<Candidate> OrganizationCandidates(const std::vector<Piece>& pieces, const CardContext& context) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    candidates.push_back(Single(pieces[i], i));
    if (auto behind = BehindTitle(pieces[i], i)) candidates.push_back(std::move(*behind));
    for (std::size_t j = 0; j < pieces.size(); ++j) {
      if (i == j || !SameSize(pieces[i], pieces[j], 2.0) || Repeats(pieces[i], pieces[j])) continue;
      if (!IsRightBelow(pieces[i], pieces[j], 1.0) && !IsRightBeside(pieces[i], pieces[j], 4)) continue;
      Candidate pair = Pair(pieces, i, j);
      AddJoin(pieces[i], pieces[j], pair.signs);
      candidates.push_back(pair);
      for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (k == i || k == j || !LooksContinued(pieces[j], pieces[k]) || Repeats(pair.piece, pieces[k]))
          continue;
        Candidate three = pair;
        three.piece = JoinPieces(pair.piece, pieces[k]);
        three.parts.push_back(k);
        AddJoin(pieces[j], pieces[k], three.signs);
        candidates.push_back(std::move(three));
      }
    }
  }
  const std::size_t as_read = candidates.size();
  for (std::size_t i = 0; i < as_read; ++i) {
    if (auto spelt = SpeltAsDomain(candidates[i], context)) candidates.push_back(std::move(*spelt));
  }
  for (Candidate& candidate : candidates) {
    candidate.signs.Add(OrganizationSigns(candidate.piece, context));
    AddRest(context, candidate);
    candidate.score = Score(candidate.signs);
  }
  return candidates;
}

}  // namespace kith::parse
