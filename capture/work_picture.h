// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/image.h"

namespace kith::capture {

/// The usual long side of the picture on which cards are looked for: an edge of 15 grey levels stands out,
/// letters don't, and a step over all of it takes a fraction of a millisecond.
inline constexpr int kWorkSide = 640;
/// Where time counts more.
inline constexpr int kSmallWorkSide = 448;

/// Directions that WorkPicture::direction tells apart, over half a turn.
inline constexpr int kDirections = 60;

/// What the steps of the finder look at.
struct WorkPicture {
  double scale = 1;                    ///< frame pixels per pixel here
  std::array<cv::Mat, 3> planes;       ///< 8UC1 each: CIE L*, a*, b* as OpenCV scales them, slightly blurred
  cv::Mat dx, dy;                      ///< 16SC1, Sobel of the plane that changes most at each pixel
  cv::Mat edges;                       ///< 8UC1, 255 on thin edges
  cv::Mat direction;                   ///< 8UC1, on edges 1 + the gradient's direction, 0 elsewhere
  std::vector<cv::Point> edge_points;  ///< the pixels that have one, row by row
  cv::Mat edges_before;    ///< 16UC1, how many edge pixels of its row are before it; one column more
  cv::Mat off_table;       ///< 8UC1, how far a pixel is from the table's colour there; see table_model.h
  cv::Mat shade;           ///< 8UC1, 255 where a pixel has the table's hue but is darker, as in a shadow
  double table_noise = 0;  ///< deviation of the table's lightness, 0 to 255
  double table_share = 0;  ///< share of the picture's border that the table's colour explains, 0 to 1

  cv::Size size() const { return edges.size(); }
};

/// `side`: its long side, in pixels; never more than the frame's.
WorkPicture MakeWorkPicture(const Image& frame, int side = kWorkSide);

}  // namespace kith::capture
