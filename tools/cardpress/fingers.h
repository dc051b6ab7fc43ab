// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/typeset.h"

namespace kith::tools {

/// Draws one or two fingers that hold the card over one of its edges, where they hide the least text; returns
/// the picture's mask of what they cover (CV_8U).
cv::Mat HoldWithFingers(cv::Mat& picture, const cv::Matx33d& picture_from_mm, cv::Size2d card_mm,
                        const std::vector<PrintedRun>& runs, Rng& rng);

/// Whether more of a run lies under a mask than an eye fills in, or outside the picture: a twenty-fifth of
/// its length.
bool IsCovered(const PrintedRun& run, const cv::Matx33d& picture_from_mm, const cv::Mat& mask);

}  // namespace kith::tools
