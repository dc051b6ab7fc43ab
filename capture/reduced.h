// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// A picture made `scale` times smaller, 1 or more: halved as often as can be, which OpenCV does many times
/// more quickly than it takes the mean of three by three pixels or of areas that aren't whole, and
/// interpolated from there.
cv::Mat Reduced(const cv::Mat& full, double scale);

}  // namespace kith::capture
