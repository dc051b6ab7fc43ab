// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/image.h"

namespace kith::imaging {

/// Shares the image's pixels: valid as long as `image` lives, and must not be written to.
cv::Mat ViewAsMat(const Image& image);

/// Copies 8-bit pixels of one (gray), three (BGR) or four (RGBA) channels; an empty matrix gives an empty
/// image.
Image ToImage(const cv::Mat& mat);

/// Left and right exchanged, as a mirror does.
Image Mirrored(const Image& image);

/// BGR, of 8-bit pixels of one (gray), three (BGR) or four (RGBA) channels; copies only if it has to.
cv::Mat ToColour(const cv::Mat& picture);

/// One channel; copies only if it has to.
cv::Mat ToGray(const Image& image);

}  // namespace kith::imaging
