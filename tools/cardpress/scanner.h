// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/cardpress/composer.h"
#include "tools/cardpress/hidden_values.h"

namespace kith::tools {

/// A card as it comes out of an office scanner: 450 to 1150 pixels wide, a bit askew, sometimes cut off at an
/// edge or with a strip of the scanner's lid beside it, pale, noisy, compressed. Values that run off the
/// picture are in the truth's `cut`. `Compose` the card at twice the pixels per millimetre of the scan or
/// more.
Picture ScanCard(const Composition& card, Rng& rng);

}  // namespace kith::tools
