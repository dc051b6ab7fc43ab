// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "capture/quad.h"

namespace kith::capture {

/// Moves the sides of a quad onto the strongest edges within `reach` pixels of them and fits a line to each:
/// the corners are where those lines meet, good to a fraction of a pixel also where they are rounded or
/// covered. A side that finds no edge stays. `picture` is 8UC1, 8UC3 or 8UC4.
Quad RefineCorners(const cv::Mat& picture, const Quad& quad, double reach);

}  // namespace kith::capture
