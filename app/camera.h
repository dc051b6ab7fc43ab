// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/config.h"
#include "app/finding.h"
#include "capture/cameras.h"
#include "capture/frame_rate.h"
#include "capture/frame_sources.h"

namespace kith::app {

/// The camera that is looked through: the configured one, else the first webcam, else demo.
std::string CameraSpec(const Config& config);

/// How it is opened.
capture::SourceOptions CameraOptions(const Config& config);

/// For `kith doctor`: the webcams of this machine with what they can do, and how fast the camera that is
/// looked through is. Takes about 2 seconds, up to 9 where a camera doesn't answer.
std::vector<Finding> CheckCameras(const Config& config);

/// The parts of it: one webcam; a rate that was measured.
Finding DescribeCamera(const capture::CameraInfo& camera);
Finding JudgeRate(const std::string& camera, const capture::FrameRate& rate);

}  // namespace kith::app
