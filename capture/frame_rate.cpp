// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_rate.h"

namespace kith::capture {

Result<FrameRate> MeasureFrameRate(FrameSource& source, std::chrono::milliseconds time,
                                   const std::function<std::chrono::steady_clock::time_point()>& now) {
  constexpr std::chrono::seconds kBacklog{1};
  const auto pass = [&](std::chrono::milliseconds longest) -> Result<FrameRate> {
    const auto begin = now();
    for (int count = 1;; ++count) {
      const Result<Frame> frame = source.Next({});
      if (!frame) return frame.error();
      const auto passed = now() - begin;
      if (passed < longest) continue;
      const double fps = count / std::chrono::duration<double>(passed).count();
      return FrameRate{fps, frame->image.width(), frame->image.height()};
    }
  };
  if (const Result<Frame> first = source.Next({}); !first) return first.error();
  if (const Result<FrameRate> backlog = pass(kBacklog); !backlog) return backlog;
  return pass(time);
}

}  // namespace kith::capture
