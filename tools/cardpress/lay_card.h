// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include "tools/cardpress/typeset.h"

namespace kith::tools {

/// Lays a flat BGR picture whose top-left corner is (0, 0) onto another where `picture_from_mm` says.
/// `share_of_face` (CV_8U) is 255 where it covers what is below. `bulge` as for LayCard.
void LayFlat(const cv::Mat& face, const cv::Mat& share_of_face, double pixels_per_mm,
             const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& picture);

/// Lays a printed card onto a picture where `picture_from_mm` says. `bulge` bends its long edges by that
/// share of its height, as thin cards do; its corners stay.
void LayCard(const PrintedCard& print, const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& picture);

/// The print reduced to about the size that a camera sees it in, so that small type becomes grey, not ragged.
PrintedCard AsFarAway(const PrintedCard& print, double pixels_per_mm);

}  // namespace kith::tools
