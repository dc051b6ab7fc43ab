// SPDX-License-Identifier: Apache-2.0
#include "parse/candidates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "core/text.h"
#include "parse/weights.h"

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

/// "Anna Example, Engineer" or "Anna Example - Engineer": before and behind the first mark.
std::optional<Candidate> FirstHalf(const Piece& piece, std::size_t index) {
  std::size_t mark = std::string::npos;
  std::size_t length = 0;
  for (const std::string_view separator : {", ", " - ", " \u2013 ", " | ", " \u2022 ", " / "}) {
    const std::size_t at = piece.text.find(separator);
    if (at == std::string::npos || at >= mark) continue;
    mark = at;
    length = separator.size();
  }
  if (mark == std::string::npos || mark == 0) return std::nullopt;
  Candidate candidate;
  candidate.rest = piece.text.substr(mark + length);
  candidate.piece = PartOf(piece, piece.text.substr(0, mark), true);
  candidate.parts = {index};
  const std::vector<Token> rest = WithoutAffixes(Tokenize(candidate.rest));
  if (candidate.piece.tokens.size() < 2 || rest.empty()) return std::nullopt;
  return candidate;
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

/// "example" -> "Example".
std::string Capitalised(const std::string& label) {
  constexpr std::size_t kAcronym = 3;
  return label.size() <= kAcronym ? UpperCase(label) : TitleCase(label);
}

std::vector<Candidate> OfDomains(const CardContext& context) {
  std::vector<Candidate> candidates;
  for (const std::string& label : context.domain_labels) {
    Candidate candidate;
    candidate.piece.text = Capitalised(label);
    candidate.piece.tokens = Tokenize(candidate.piece.text);
    candidate.inferred = true;
    candidate.score = weights::kOrgOfDomain;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
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
    candidate.score = NameEvidence(candidate.piece, context);
    if (candidate.parts.size() > 1) candidate.score += weights::kNameOnTwoLines;
  }
  return candidates;
}

std::vector<Candidate> OrganizationCandidates(const std::vector<Piece>& pieces, const CardContext& context) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    candidates.push_back(Single(pieces[i], i));
    for (std::size_t j = 0; j < pieces.size(); ++j) {
      if (i == j || !SameSize(pieces[i], pieces[j], 1.6)) continue;
      if (!IsRightBelow(pieces[i], pieces[j], 1.0) && !IsRightBeside(pieces[i], pieces[j], 4)) continue;
      candidates.push_back(Pair(pieces, i, j));
      for (std::size_t k = 0; k < pieces.size(); ++k) {
        if (k == i || k == j || !SameSize(pieces[j], pieces[k], 1.4) ||
            !IsRightBelow(pieces[j], pieces[k], 1.0))
          continue;
        Candidate three = candidates.back();
        three.piece = JoinPieces(three.piece, pieces[k]);
        three.parts.push_back(k);
        candidates.push_back(std::move(three));
        candidates[candidates.size() - 1].parts = {i, j, k};
        std::swap(candidates[candidates.size() - 1], candidates[candidates.size() - 2]);
      }
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.score = OrganizationEvidence(candidate.piece, context) +
                      weights::kOrgJoined * static_cast<double>(candidate.parts.size() - 1);
  }
  for (Candidate& candidate : OfDomains(context))
    candidates.push_back(std::move(candidate));
  return candidates;
}

}  // namespace kith::parse
