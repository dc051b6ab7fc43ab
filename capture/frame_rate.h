// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

#include "core/frame_source.h"

namespace kith::capture {

struct FrameRate {
  double fps = 0;  ///< pictures that arrived a second
  int width = 0;
  int height = 0;
};

/// Looks at a live source for `time`, from one second after its first picture on: what a stream in film
/// coding sent while it was opened comes all at once. Takes up to 3 seconds longer where no picture comes.
/// The error of the source if it fails meanwhile.
Result<FrameRate> MeasureFrameRate(
    FrameSource& source, std::chrono::milliseconds time,
    const std::function<std::chrono::steady_clock::time_point()>& now = std::chrono::steady_clock::now);

}  // namespace kith::capture
