// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include "core/geometry.h"
#include "tools/cardpress/random.h"

namespace kith::tools {

/// How a card lies before a camera.
struct Pose {
  double turn = 0;       ///< degrees clockwise in the picture
  double tilt = 0;       ///< degrees that the card leans away
  double tilt_axis = 0;  ///< degrees; the direction it leans to
  double share = 0.3;    ///< of the picture's shorter side that the card's diagonal takes, about
  cv::Point2d centre;    ///< pixels
};

/// The homography from millimetres on the card to pixels, for a pinhole camera whose focal length is 1.2
/// times the picture's longer side, as of common webcams and phones. `height_mm` raises the plane towards the
/// camera: the upper face of something thick.
cv::Matx33d PictureFromMm(const Pose& pose, cv::Size2d card_mm, cv::Size picture, double height_mm = 0);

/// The card's corners in the picture, clockwise from the top-left of the text.
Quad CornersInPicture(const cv::Matx33d& picture_from_mm, cv::Size2d card_mm);

/// The angle of the text's direction, to the nearest quarter turn: 0, 90, 180 or 270 degrees clockwise.
int QuarterTurn(const Quad& corners);

/// A pose whose corners all lie inside the picture, `margin` of its shorter side from the edge.
Pose PickPose(Rng& rng, cv::Size2d card_mm, cv::Size picture, bool hard);

cv::Point2d Mapped(const cv::Matx33d& homography, double x, double y);

}  // namespace kith::tools
