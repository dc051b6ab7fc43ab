// SPDX-License-Identifier: Apache-2.0
#include "capture/retry_pause.h"

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

TEST(RetryPause, DoublesUpToEightSecondsAndIsShortAgainAfterSuccess) {
  RetryPause pause;
  for (const auto expected : {500ms, 1000ms, 2000ms, 4000ms, 8000ms, 8000ms})
    EXPECT_EQ(pause.Next(), expected);
  pause.Reset();
  EXPECT_EQ(pause.Next(), 500ms);
}

}  // namespace
}  // namespace kith::capture
