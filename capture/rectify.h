// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

/// Card images are no wider or higher than this: letters of 1 mm are 28 px high, more than OCR wants.
inline constexpr int kLongestCardSide = 2400;

/// The card image: what is inside of `corners` (clockwise; corners[0] becomes the top left), straightened, at
/// the resolution of the longer of each two opposite sides, so that nothing that the frame shows is lost.
/// The corners of the frame itself give its pixels unchanged. Corners may lie outside of the frame: what
/// isn't there repeats its edge. A quad without area gives an empty image.
Image Rectify(const Image& frame, const Quad& corners);

/// The same in grey, for what only measures: a third of the time.
Image RectifyGray(const Image& frame, const Quad& corners);

/// The picture turned clockwise by any number of quarter turns; negative: the other way.
Image Turn(const Image& image, int quarter_turns_clockwise);

/// The corners to go with a turned card image: of the same card, begun at the corner that is the top left one
/// after Turn(card image, quarter_turns_clockwise). So Rectify(frame, TurnCorners(corners, k)) shows what
/// Turn(Rectify(frame, corners), k) shows.
Quad TurnCorners(const Quad& corners, int quarter_turns_clockwise);

/// The corners of the picture itself.
Quad WholePicture(const Image& image);

}  // namespace kith::capture
