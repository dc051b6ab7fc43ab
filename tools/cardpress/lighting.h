// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "tools/cardpress/random.h"

namespace kith::tools {

/// Light that falls off across the picture, sometimes with the edge of a shadow: multiplies the pixels.
void LightUnevenly(cv::Mat& picture, Rng& rng, bool hard);

/// Where glare washes the picture out.
struct Glare {
  cv::Point2d centre;
  double along = 0;  ///< half axes, pixels
  double across = 0;
  double angle = 0;  ///< degrees
  double strength = 0;

  /// Share of white at a point, 0 to 1.
  double At(cv::Point2d point) const;
};

Glare PickGlare(Rng& rng, const Quad& corners, bool hard);
void AddGlare(cv::Mat& picture, const Glare& glare);
/// Adds to a mask (CV_8U) where glare leaves no contrast to read by.
void MarkWashedOut(cv::Mat& mask, const Glare& glare);

/// The soft shadow that a card throws on what it lies on: darkens the table before the card is laid down.
void DropShadow(cv::Mat& table, const Quad& corners, Rng& rng);

}  // namespace kith::tools
