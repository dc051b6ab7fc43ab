// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/image.h"
#include "tools/cardpress/random.h"
#include "tools/cardpress/truth.h"

namespace kith::tools {

/// A picture that shows any number of cards, also none, and the truth about it.
struct Scene {
  Image image;
  SceneTruth truth;
};

struct StrangerScene {
  Scene scene;
  /// The same table or room, in the same light, before anything was laid there or anybody came.
  Image before;
};

/// What a kiosk's camera sees while nobody shows it a card: tables, with or without phones, books, papers and
/// keyboards; people; rooms and screens. Light, blur and noise as in PhotographCard; `hard` widens the
/// ranges.
StrangerScene PhotographStranger(Rng& rng, bool hard);

}  // namespace kith::tools
