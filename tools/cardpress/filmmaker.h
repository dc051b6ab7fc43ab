// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tools/cardpress/composer.h"

namespace kith::tools {

struct Clip {
  CardTruth truth;  ///< `corners` in the middle of the held span
  HeldSpan held;
};

/// Films a card that a hand brings in, holds with a tremble and takes away: five seconds of 1280x720 at 15
/// frames a second, Motion JPEG in AVI, which every OpenCV reads without other libraries.
Result<Clip> FilmCard(const Composition& card, Rng& rng, const std::string& path);

}  // namespace kith::tools
