// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_rate.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

/// Had this many pictures waiting when it was opened, and makes 50 a second from then on, by its own clock.
class LateSource final : public FrameSource {
 public:
  explicit LateSource(int backlog) : backlog_(backlog) {}
  Result<Frame> Next(std::stop_token) override {
    if (backlog_-- <= 0) now_ += 20ms;
    return Frame{Image(32, 24, PixelFormat::kBgr24, std::vector<std::uint8_t>(std::size_t{32} * 24 * 3)),
                 "late"};
  }
  bool IsLive() const override { return true; }
  std::string Description() const override { return "late"; }
  std::chrono::steady_clock::time_point now() const { return now_; }

 private:
  int backlog_;
  std::chrono::steady_clock::time_point now_;
};

TEST(FrameRate, LeavesOutWhatWasWaitingWhenTheSourceWasOpened) {
  LateSource source(200);
  const auto rate = MeasureFrameRate(source, 500ms, [&] { return source.now(); });
  ASSERT_TRUE(rate);
  EXPECT_DOUBLE_EQ(rate->fps, 50);
  EXPECT_EQ(rate->width, 32);
  EXPECT_EQ(rate->height, 24);
}

}  // namespace
}  // namespace kith::capture
