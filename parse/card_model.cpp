// SPDX-License-Identifier: Apache-2.0
#include "parse/card_model.h"

#include <algorithm>

namespace kith::parse {
namespace {

Candidate None(Sign sign) {
  Candidate none;
  none.signs.Add(sign);
  none.score = Score(none.signs);
  return none;
}

bool StandBeside(const Piece& a, const Piece& b) {
  const int shared = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return 2 * shared > std::min(a.box.height, b.box.height);
}

/// 1 right below the name, less over it and beside it.
double Nearness(const Piece& piece, const Candidate& name) {
  if (name.parts.empty()) return 0;
  if (IsRightBelow(name.piece, piece, 1.5)) return 1;
  if (IsRightBelow(piece, name.piece, 1.0)) return 0.5;
  return StandBeside(name.piece, piece) ? 0.3 : 0;
}

}  // namespace

bool ShareParts(const Candidate& a, const Candidate& b) {
  return std::any_of(a.parts.begin(), a.parts.end(), [&](std::size_t part) {
    return std::find(b.parts.begin(), b.parts.end(), part) != b.parts.end();
  });
}

CardModel::CardModel(const std::vector<Piece>& pieces, const CardContext& context)
    : pieces_(pieces),
      names_(NameCandidates(pieces, context)),
      organizations_(OrganizationCandidates(pieces, context)) {
  names_.push_back(None(Sign::kNoName));
  organizations_.push_back(None(Sign::kNoOrganization));
  for (const Piece& piece : pieces_) {
    const double name = Score(NameSigns(piece, context));
    const double organization = Score(OrganizationSigns(piece, context));
    const double rival = std::max({0.0, name, organization});
    titles_.push_back(TitleSigns(piece, context));
    titles_.back().Add(Sign::kRival, rival);
    departments_.push_back(DepartmentSigns(piece));
    departments_.back().Add(Sign::kRival, rival);
    addresses_.push_back(AddressSigns(piece));
  }
  FindAddressNeighbours();
}

/// A line between lines of an address is one, too.
void CardModel::FindAddressNeighbours() {
  constexpr double kSure = 0.8;
  std::vector<bool> sure;
  for (const Signs& signs : addresses_)
    sure.push_back(Score(signs) > kSure);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    for (std::size_t j = 0; j < pieces_.size(); ++j) {
      if (i == j || !sure[j]) continue;
      if (!IsRightBelow(pieces_[i], pieces_[j], 1.0) && !IsRightBelow(pieces_[j], pieces_[i], 1.0)) continue;
      addresses_[i].Add(Sign::kAddressNeighbour);
      break;
    }
  }
}

Signs CardModel::SignsOf(std::size_t piece, FieldKind kind, const Candidate& name, bool below_title) const {
  if (kind == FieldKind::kDepartment) return departments_[piece];
  if (kind == FieldKind::kAddress) return addresses_[piece];
  if (kind != FieldKind::kTitle) return {};
  Signs signs = titles_[piece];
  signs.Add(Sign::kTitleBelowName, Nearness(pieces_[piece], name));
  if (below_title) signs.Add(Sign::kTitleNearTitle);
  return signs;
}

}  // namespace kith::parse
