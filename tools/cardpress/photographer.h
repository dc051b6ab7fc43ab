// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/cardpress/composer.h"
#include "tools/cardpress/hidden_values.h"

namespace kith::tools {

/// A card on a table or in a hand, as a webcam or a phone sees it: in perspective, turned, unevenly lit, with
/// a shadow, glare, blur and noise. The truth gets the card's corners and rotation; values that fingers or
/// glare hide are in its `cut`. `hard` widens all ranges; with `camouflaged` the table has the card's colour.
Picture PhotographCard(const Composition& card, Rng& rng, bool hard, bool camouflaged = false);

}  // namespace kith::tools
