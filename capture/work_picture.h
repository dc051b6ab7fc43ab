// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/image.h"

namespace kith::capture {

/// The long side of the picture on which cards are looked for: an edge of 15 grey levels stands out, letters
/// don't, and a step over all of it takes a millisecond.
inline constexpr int kWorkSide = 640;

/// What the steps of the finder look at.
struct WorkPicture {
  double scale = 1;        ///< frame pixels per pixel here
  cv::Mat lab;             ///< 8UC3, CIE L*a*b* as OpenCV scales it, slightly blurred
  cv::Mat dx, dy;          ///< 16SC1, Sobel of the channel that changes most at each pixel
  cv::Mat edges;           ///< 8UC1, 255 on thin edges
  cv::Mat distance;        ///< 32FC1, how many deviations a pixel is away from the table's colour there
  cv::Mat shade;           ///< 8UC1, 255 where a pixel has the table's hue but is darker, as in a shadow
  double table_light = 0;  ///< its lightness in the middle of the picture, 0 to 255
  double table_noise = 0;  ///< deviation of the table's lightness, 0 to 255
  double table_share = 0;  ///< share of the picture's border that the table's colour explains, 0 to 1

  cv::Size size() const { return lab.size(); }
};

WorkPicture MakeWorkPicture(const Image& frame);

}  // namespace kith::capture
