// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

#include "capture/quad.h"

namespace kith::capture {

/// An outline that was moved onto edges.
struct RefinedQuad {
  Quad corners{};
  /// By side, from corner i to the next one: the share of its way, 0 to 1, of which the strongest edge within
  /// reach is on the refined side. Of a side that lies on nothing it is what chance gives, a fifth or so.
  std::array<double, 4> support{};
};

/// Moves the sides of a quad onto the strongest edges within `reach` pixels of them and fits a line to each:
/// the corners are where those lines meet, good to a fraction of a pixel also where they are rounded or
/// covered. A side that finds no edge stays. `picture` is 8UC1, 8UC3 or 8UC4.
RefinedQuad RefineCorners(const cv::Mat& picture, const Quad& quad, double reach);

}  // namespace kith::capture
