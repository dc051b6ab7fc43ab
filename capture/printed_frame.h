// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/quad.h"

namespace kith::capture {

/// A frame printed along the edges of a card is an outline, too, and so is whatever has some sides of either.
/// Quads are as InOrder has them.

/// Whether `frame` lies in `card` as such a frame does: near its sides, and about as far from each.
bool MayBeFrameOf(const Quad& frame, const Quad& card);

/// Whether each side of `inner` is on one of `outer`, or as little within as a frame may be.
bool LiesCloselyIn(const Quad& inner, const Quad& outer);

}  // namespace kith::capture
