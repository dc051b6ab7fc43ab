// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/random.h"

namespace kith::tools {

/// A room as a camera that looks across it sees it, BGR: walls, a floor, tiles, doors, windows, shelves,
/// pictures, lamps; mostly out of focus.
cv::Mat DrawRoom(cv::Size size, Rng& rng);

/// Somebody before the camera, from the shoulders up.
void DrawPerson(cv::Mat& picture, Rng& rng);

}  // namespace kith::tools
