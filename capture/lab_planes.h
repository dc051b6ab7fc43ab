// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

namespace kith::capture {

/// CIE L*, a*, b* of an 8UC3 picture (BGR) that is made `gain` times as bright first, 8UC1 each, scaled as
/// OpenCV scales them. Half of the time that cv::cvtColor and cv::split take. Pure.
std::array<cv::Mat, 3> LabPlanes(const cv::Mat& bgr, double gain);

}  // namespace kith::capture
