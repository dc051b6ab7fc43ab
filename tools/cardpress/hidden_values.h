// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tools/cardpress/typeset.h"

namespace kith::tools {

/// A card that a picture was made of, and the truth about that picture.
struct Picture {
  Image image;
  CardTruth truth;
};

/// The values of runs for which `is_hidden(run)` holds.
template <typename F>
std::vector<ValueRef> HiddenValues(const std::vector<PrintedRun>& runs, F is_hidden) {
  std::vector<ValueRef> hidden;
  for (const PrintedRun& run : runs) {
    if (run.value.kind != ValueKind::kNothing && run.ink.width > 0 && is_hidden(run))
      hidden.push_back(run.value);
  }
  return hidden;
}

/// Moves values that can't be read as a whole from their fields to `cut`, where they stand as printed.
CardTruth WithoutHidden(const CardTruth& truth, const std::vector<ValueRef>& hidden);

}  // namespace kith::tools
