// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/draft.h"
#include "parse/features.h"

namespace kith::parse {

/// A text that was given a kind.
struct Labelled {
  FieldKind kind = FieldKind::kNote;
  std::string text;
  Box box;
  double posterior = 0;   ///< 0 to 1: how clearly this beat the other ways to label the card
  double confidence = 0;  ///< how surely the words were read
  double agreement = 0;   ///< share of the passes that read the same
  bool inferred = false;  ///< not printed like this: made of the e-mail domain
};

/// Labels all pieces together: at most one name and one organization, chosen for the highest sum of evidence
/// of the whole card, with titles near the name; each piece is used once. In reading order.
std::vector<Labelled> DecideTogether(const std::vector<Piece>& pieces, const CardContext& context);

}  // namespace kith::parse
