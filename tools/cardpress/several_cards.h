// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tools/cardpress/composer.h"
#include "tools/cardpress/strangers.h"

namespace kith::tools {

/// Cards laid out on a table beside each other, each any way round, all whole in the picture, photographed as
/// PhotographCard does. The truth has the cards in the order given, with corners and rotation.
Scene PhotographTable(const std::vector<Composition>& cards, Rng& rng, bool hard);

/// Cards on a flatbed scanner's glass, four to ten of them: a page of A4 or letter paper's size at 150 to 300
/// dots an inch under a white or grey lid, each card a little askew, any way round.
Scene ScanPage(const std::vector<Composition>& cards, Rng& rng);

}  // namespace kith::tools
