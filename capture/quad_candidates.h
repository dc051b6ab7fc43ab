// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "capture/lines.h"
#include "capture/quad.h"
#include "capture/work_picture.h"

namespace kith::capture {

/// Quads that might be a card, in pixels of the work picture, clockwise. Generous: the evidence decides.

/// Corners of a card seen at an angle are 40 to 140 degrees.
inline constexpr double kSharpestCorner = 40;

/// Whether a quad is convex, large enough (`smallest`: square pixels) and of a shape that a card can have.
bool IsCardLike(const Quad& quad, double smallest);

/// From straight edges of a work picture of that size, the likeliest first: any two pairs of lines that
/// enclose a card-like shape with enough edge along each side. Finds cards whose corners or parts of an edge
/// are covered.
std::vector<Quad> QuadsFromLines(const std::vector<SupportedLine>& lines, cv::Size size,
                                 double smallest_area);

/// From the same: any three lines of which two end where the fourth side of a card may be. That side is under
/// a hand, or looks as what is beside it.
std::vector<Quad> QuadsOfThreeSides(const std::vector<SupportedLine>& lines, cv::Size size,
                                    double smallest_area);

/// From regions that differ from the table, or are lighter, darker or more colourful than the rest. Finds
/// cards with soft or bowed edges.
std::vector<Quad> QuadsFromRegions(const WorkPicture& work, double smallest_area);

}  // namespace kith::capture
