// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_rate.h"

namespace kith::capture {

Result<FrameRate> MeasureFrameRate(FrameSource& source, std::chrono::milliseconds time) {
  using SteadyClock = std::chrono::steady_clock;
  FrameRate rate;
  SteadyClock::time_point first, last;
  for (int count = 0;; ++count) {
    const Result<Frame> frame = source.Next({});
    if (!frame) return frame.error();
    last = SteadyClock::now();
    if (count == 0) {
      first = last;
      rate.width = frame->image.width();
      rate.height = frame->image.height();
    }
    if (last - first < time) continue;
    rate.fps = count / std::chrono::duration<double>(last - first).count();
    return rate;
  }
}

}  // namespace kith::capture
