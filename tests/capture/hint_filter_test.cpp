// SPDX-License-Identifier: Apache-2.0
#include "capture/hint_filter.h"

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

TEST(HintFilter, ShowsAHintOnceItHasHeld) {
  HintFilter filter;
  EXPECT_EQ(filter.Show(Hint::kCloser, Instant{1000ms}), Hint::kShowCard);
  EXPECT_EQ(filter.Show(Hint::kCloser, Instant{1100ms}), Hint::kShowCard);
  EXPECT_EQ(filter.Show(Hint::kCloser, Instant{1200ms}), Hint::kCloser);
}

TEST(HintFilter, DoesNotFlickerBetweenTwo) {
  HintFilter filter;
  Instant at{1000ms};
  for (int i = 0; i < 3; ++i)
    filter.Show(Hint::kCloser, at += 100ms);
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(filter.Show(i % 2 == 0 ? Hint::kHoldStill : Hint::kCloser, at += 50ms), Hint::kCloser);
}

TEST(HintFilter, DoesNotStickToWhatIsWrong) {
  HintFilter filter;
  Instant at{1000ms};
  for (int i = 0; i < 3; ++i)
    filter.Show(Hint::kCloser, at += 100ms);
  for (int i = 0; i < 20; ++i)
    filter.Show(i % 2 == 0 ? Hint::kHoldStill : Hint::kMoreLight, at += 50ms);
  EXPECT_NE(filter.shown(), Hint::kCloser);
}

TEST(HintFilter, TellsGoodNewsAtOnce) {
  HintFilter filter;
  EXPECT_EQ(filter.Show(Hint::kGot, Instant{1000ms}), Hint::kGot);
}

}  // namespace
}  // namespace kith::capture
