// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/draft.h"
#include "parse/candidates.h"
#include "parse/features.h"
#include "parse/signs.h"

namespace kith::parse {

/// What a piece can be besides name and organization.
inline constexpr std::array<FieldKind, 4> kOtherKinds = {FieldKind::kNote, FieldKind::kTitle,
                                                         FieldKind::kDepartment, FieldKind::kAddress};

/// All ways to label a card: one candidate for the name, one for the organization, and a kind for every piece
/// that neither of them uses up. The probability of a way is proportional to the exponential of the sum of
/// its scores: a conditional random field, whose weights tools/weights learns.
class CardModel {
 public:
  /// `pieces` must outlive the model.
  CardModel(const std::vector<Piece>& pieces, const CardContext& context);

  /// The last one is "none of the lines", without parts.
  const std::vector<Candidate>& names() const { return names_; }
  const std::vector<Candidate>& organizations() const { return organizations_; }

  /// What speaks for a piece being one of kOtherKinds if `name` is the name; `below_title`: it stands right
  /// below a title.
  Signs SignsOf(std::size_t piece, FieldKind kind, const Candidate& name, bool below_title) const;

 private:
  void FindAddressNeighbours();

  const std::vector<Piece>& pieces_;
  std::vector<Candidate> names_;
  std::vector<Candidate> organizations_;
  std::vector<Signs> titles_;  ///< of each piece by itself, like the next ones
  std::vector<Signs> departments_;
  std::vector<Signs> addresses_;
};

/// Whether one candidate uses up a piece that the other does.
bool ShareParts(const Candidate& a, const Candidate& b);

}  // namespace kith::parse
