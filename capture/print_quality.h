// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

/// How well the print of a card image can be read, in numbers that don't depend on its design. All take an
/// 8UC1 card image at the resolution of its frame; pure.
namespace kith::capture {

/// How steep the steepest edges of the print are for their height: the gradient over two pixels as a share of
/// the whole range of lightness, 0 to about 0.5. Blur lowers it, dim light doesn't.
double Sharpness(const cv::Mat& card);

/// The grey level, 0 to 255, of what is brightest on the card, two hundredths of it: paper, or the print of a
/// black card.
double Light(const cv::Mat& card);

}  // namespace kith::capture
