// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_rate.h"

namespace kith::capture {
namespace {

using SteadyClock = std::chrono::steady_clock;

struct Seen {
  FrameRate rate;
  SteadyClock::time_point last;
};

/// What came from `begin` on until the first picture after `time`.
Result<Seen> Watch(FrameSource& source, SteadyClock::time_point begin, std::chrono::milliseconds time) {
  for (int count = 1;; ++count) {
    const Result<Frame> frame = source.Next({});
    if (!frame) return frame.error();
    const auto now = SteadyClock::now();
    if (now - begin < time) continue;
    const double fps = count / std::chrono::duration<double>(now - begin).count();
    return Seen{{fps, frame->image.width(), frame->image.height()}, now};
  }
}

}  // namespace

Result<FrameRate> MeasureFrameRate(FrameSource& source, std::chrono::milliseconds time) {
  constexpr std::chrono::seconds kBacklog{1};
  if (const Result<Frame> first = source.Next({}); !first) return first.error();
  const Result<Seen> backlog = Watch(source, SteadyClock::now(), kBacklog);
  if (!backlog) return backlog.error();
  const Result<Seen> seen = Watch(source, backlog->last, time);
  if (!seen) return seen.error();
  return seen->rate;
}

}  // namespace kith::capture
