// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::capture {

/// What the person in front of the camera should do: the one thing that helps most.
enum class Hint {
  kShowCard,   ///< no card in the picture
  kWholeCard,  ///< a part of it is outside of the picture
  kCloser,     ///< too small to be read
  kHoldStill,  ///< seen, but still moving
  kMoreLight,  ///< too dark
  kTooBlurry,  ///< steady but out of focus: further away, or wipe the lens
  kTilt,       ///< glare lies over the print
  kGot,        ///< captured; take it away or turn it over
};

}  // namespace kith::capture
