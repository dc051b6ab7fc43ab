// SPDX-License-Identifier: Apache-2.0
#include "capture/frame_rate.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

/// Had this many pictures waiting when it was opened, and makes at most 50 a second from then on.
class LateSource final : public FrameSource {
 public:
  explicit LateSource(int backlog) : backlog_(backlog) {}
  Result<Frame> Next(std::stop_token) override {
    if (backlog_ > 0) {
      --backlog_;
    } else {
      std::this_thread::sleep_for(20ms);  // as long as the camera exposes
    }
    return Frame{Image(32, 24, PixelFormat::kBgr24, std::vector<std::uint8_t>(std::size_t{32} * 24 * 3)),
                 "late"};
  }
  bool IsLive() const override { return true; }
  std::string Description() const override { return "late"; }

 private:
  int backlog_;
};

TEST(FrameRate, LeavesOutWhatWasWaitingWhenTheSourceWasOpened) {
  LateSource source(200);
  const auto rate = MeasureFrameRate(source, 500ms);
  ASSERT_TRUE(rate);
  EXPECT_GT(rate->fps, 0);
  EXPECT_LE(rate->fps, 50);
  EXPECT_EQ(rate->width, 32);
  EXPECT_EQ(rate->height, 24);
}

}  // namespace
}  // namespace kith::capture
