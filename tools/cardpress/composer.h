// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tools/cardpress/layouts.h"
#include "tools/cardpress/people.h"
#include "tools/cardpress/random.h"
#include "tools/cardpress/style.h"
#include "tools/cardpress/typeset.h"

namespace kith::tools {

struct Composition {
  CardDesign design;
  PrintedCard print;
  Identity person;
  Style style;
};

/// Makes up a person and a card for them, and prints it `width_px` wide (a portrait card: as high). People
/// whose text doesn't fit the layout are put back. Fails with kUnavailable if nothing fits, which says that
/// the fonts aren't those that the layouts were made for.
Result<Composition> ComposeCard(Rng& rng, Domains domains, int width_px,
                                const std::vector<Layout>& layouts = Layouts());

/// The other side of a card, as large: the firm's sign and web address on a ground of its colour, or the same
/// person's details once more in another layout.
Result<Composition> ComposeBack(Rng& rng, const Composition& front, int width_px);

}  // namespace kith::tools
