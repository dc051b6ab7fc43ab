// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "core/frame_source.h"

namespace kith::capture {

struct FrameRate {
  double fps = 0;  ///< pictures that arrived a second, from the first one on
  int width = 0;
  int height = 0;
};

/// Looks at a live source for `time` from its first picture on; takes up to 3 seconds longer where no picture
/// comes. The error of the source if it fails meanwhile.
Result<FrameRate> MeasureFrameRate(FrameSource& source, std::chrono::milliseconds time);

}  // namespace kith::capture
