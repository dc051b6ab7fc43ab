// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/card_design.h"

namespace kith::tools {

/// As OpenCV draws it.
cv::Scalar Bgr(Ink ink);

/// Paper with its printed ground, BGR. A texture depends on the background's seed, not on the size.
cv::Mat DrawBackground(const Background& background, cv::Size size);

/// Smooth noise of 0 to 1: random values on a grid of `cells` across, interpolated, with `octaves` finer ones
/// added at half the strength each.
cv::Mat SmoothNoise(cv::Size size, double cells, int octaves, std::uint64_t seed);

}  // namespace kith::tools
