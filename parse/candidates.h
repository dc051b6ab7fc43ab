// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parse/features.h"

namespace kith::parse {

/// A text that may be the name or the organization of the card.
struct Candidate {
  Piece piece;                     ///< the pieces joined, or a part of one
  std::vector<std::size_t> parts;  ///< the pieces that it uses up, in reading order
  std::string rest;                ///< what the piece says besides: "Engineer" of "Anna Example, Engineer"
  Signs signs;                     ///< what speaks for and against it
  double score = 0;                ///< their score
};

/// The pieces themselves, the first half of "Name, title", and names printed on two lines or with a wide gap.
std::vector<Candidate> NameCandidates(const std::vector<Piece>& pieces, const CardContext& context);

/// The pieces themselves, two or three of one type size under or beside each other, and doubtful ones that
/// nearly spell a domain of the card, spelt like it.
std::vector<Candidate> OrganizationCandidates(const std::vector<Piece>& pieces, const CardContext& context);

/// Whether b stands right under a, in the same column.
bool IsRightBelow(const Piece& a, const Piece& b, double most_lines);

/// Two pieces as one, the first text before the second.
Piece JoinPieces(const Piece& a, const Piece& b);

}  // namespace kith::parse
