// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/random.h"

namespace kith::tools {

/// The pixels of some webcam or phone.
cv::Size PickPictureSize(Rng& rng);

/// The mean lightness of a BGR picture, 0 to 255.
double MeanGrey(const cv::Mat& picture);

/// How one photograph is spoiled.
struct Lens {
  double defocus = 0;  ///< pixels
  double motion = 0;   ///< pixels
  double motion_angle = 0;
  double noise = 0;  ///< grey levels
  int quality = 90;
};

/// Blur is measured in letters: `pixels_per_mm` on what is photographed turns it into pixels.
Lens PickLens(Rng& rng, double pixels_per_mm, bool hard);

/// From the light that falls in to the stored picture: blur, automatic exposure, white balance, noise, JPEG.
void ExposeAndStore(cv::Mat& picture, const Lens& lens, Rng& rng, bool hard);

}  // namespace kith::tools
