// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "parse/features.h"
#include "parse/layout.h"
#include "parse/values.h"

namespace kith::parse {

/// What is left of the lines when the words of `values` and stray labels are taken out, in reading order.
/// Lines that hold nothing legible are left out.
std::vector<Piece> RemainingPieces(const std::vector<LineGroup>& groups,
                                   const std::vector<ContactValue>& values);

/// What `pieces` and `values` tell about the card as a whole.
CardContext ContextOf(int width, int height, const std::vector<LineGroup>& groups,
                      const std::vector<ContactValue>& values);

}  // namespace kith::parse
