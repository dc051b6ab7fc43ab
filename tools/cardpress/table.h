// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/random.h"

namespace kith::tools {

/// A table top, BGR: wood, cloth, speckled laminate, plain or shaded boards, with or without other things on
/// it (papers, pens, cups). `grey_of_card` is the card's lightness, 0 to 255: white cards sometimes lie on
/// tables that are nearly as bright.
cv::Mat DrawTable(cv::Size size, Rng& rng, double grey_of_card, bool hard);

/// A plain one, nearly of this colour (BGR), on which a card of it is hard to make out.
cv::Mat DrawTableLike(cv::Size size, Rng& rng, const cv::Scalar& colour, bool hard);

}  // namespace kith::tools
