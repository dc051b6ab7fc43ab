// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/reading.h"

namespace kith::ocr {

/// Share (0 to 1) of the letters and digits of both passes that stand in words which the other pass read the
/// same, give or take case and punctuation, in the same place. 1 if neither read anything.
double Agreement(const Pass& a, const Pass& b);

/// Whether all passes read the same letters at a place of the card, and believed them.
bool AreSureOf(const std::vector<Pass>& passes, const Box& place);

}  // namespace kith::ocr
