// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tools/cardpress/composer.h"

namespace kith::tools {

struct Clip {
  CardTruth truth;  ///< of the front; `corners` in the middle of its held span
  ClipTruth clip;
};

/// Films a card that a hand brings in, waves about, holds with a tremble and takes away (see film_script.h),
/// with `back` also turns over: 1280x720 at `fps` frames a second, Motion JPEG in AVI, which every OpenCV
/// reads without other libraries. With `camouflaged` the table has the card's colour.
Result<Clip> FilmCard(const Composition& front, const Composition* back, int fps, Rng& rng,
                      const std::string& path, bool camouflaged = false);

}  // namespace kith::tools
