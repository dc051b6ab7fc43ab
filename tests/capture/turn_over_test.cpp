// SPDX-License-Identifier: Apache-2.0
#include "capture/turn_over.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

/// A card 600 pixels wide that leans about its upright axis, as a webcam sees it.
Quad Leaning(double degrees, double x = 640) {
  const double lean = degrees * std::numbers::pi / 180;
  const auto at = [&](double side, double end) {
    const double nearness = 1 / (1 + side * 0.2 * std::sin(lean));
    return Point{x + side * 300 * std::cos(lean) * nearness, 360 + end * 185 * nearness};
  };
  return {at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)};
}

Quad Shifted(double x) {
  return Leaning(0, 640 + x);
}

/// Frames at 15 a second after the front was last seen.
class Story {
 public:
  Story() { turn_over_.Front(Leaning(0), at_); }
  Story& See(const std::optional<Quad>& corners, int frames = 1) {
    for (int i = 0; i < frames; ++i)
      turn_over_.See(corners, at_ += 66ms);
    return *this;
  }
  bool EndsTurned() {
    See(Leaning(0), 5);
    return turn_over_.WasTurned(Leaning(0), at_);
  }
  bool IsAwaited() const { return turn_over_.Awaited(at_).has_value(); }

 private:
  Instant at_{};
  TurnOver turn_over_;
};

TEST(TurnOver, SeesACardThatNarrowsVanishesAndWidens) {
  EXPECT_TRUE(Story().See(Leaning(30)).See(std::nullopt, 3).See(Leaning(-40)).EndsTurned());
  EXPECT_TRUE(Story().See(Leaning(35)).See(std::nullopt, 5).EndsTurned()) << "fast";
}

TEST(TurnOver, IsNotFooledByASheetSeenWhileTheCardIsEdgeOn) {
  Quad sheet = Shifted(400);
  sheet[1].x += 300;
  sheet[2].x += 300;
  EXPECT_TRUE(Story().See(Leaning(30)).See(sheet, 3).See(Leaning(-30)).EndsTurned());
}

TEST(TurnOver, KnowsThatACardWasLaidUponTheOther) {
  EXPECT_FALSE(Story().See(Leaning(0), 4).EndsTurned());
  EXPECT_FALSE(Story().See(std::nullopt, 4).EndsTurned());
}

TEST(TurnOver, KnowsThatACardWasSlidAway) {
  EXPECT_FALSE(
      Story().See(Shifted(200)).See(Shifted(400)).See(std::nullopt, 3).See(Shifted(-300)).EndsTurned());
  EXPECT_FALSE(
      Story().See(Leaning(25)).See(Shifted(300)).See(Shifted(450)).See(std::nullopt, 2).EndsTurned());
}

TEST(TurnOver, KnowsThatACardWasGoneTooLong) {
  EXPECT_FALSE(Story().See(Leaning(30)).See(std::nullopt, 14).EndsTurned());
  EXPECT_FALSE(Story().See(Leaning(30)).See(Leaning(0), 80).EndsTurned()) << "long ago";
}

TEST(TurnOver, WantsTheBackToBeAsLargeAsTheFront) {
  TurnOver turn_over;
  turn_over.Front(Leaning(0), Instant{});
  turn_over.See(Leaning(30), Instant{66ms});
  EXPECT_FALSE(turn_over.WasTurned(Leaning(50), Instant{132ms}));
}

TEST(TurnOver, AwaitsTheBackWhileTheCardMayBeEdgeOn) {
  EXPECT_FALSE(Story().IsAwaited()) << "the front is still seen";
  EXPECT_TRUE(Story().See(Leaning(30)).See(std::nullopt, 3).IsAwaited());
  EXPECT_FALSE(Story().See(Leaning(30)).See(std::nullopt, 14).IsAwaited()) << "gone";
  EXPECT_FALSE(Story().See(Leaning(30)).See(std::nullopt, 14).See(Leaning(0)).IsAwaited()) << "was gone";
}

TEST(TurnOver, AwaitsNoBackOfACardThatWasSeenMovingAway) {
  EXPECT_TRUE(Story().See(Shifted(300)).IsAwaited()) << "may be something else that lies there";
  EXPECT_FALSE(Story().See(Shifted(300)).See(Shifted(400)).IsAwaited());
  EXPECT_FALSE(Story().See(Shifted(300)).See(Shifted(400)).See(std::nullopt).IsAwaited());
}

TEST(TurnOver, HasNothingToTurnWithoutAFront) {
  TurnOver turn_over;
  turn_over.See(Leaning(30), Instant{66ms});
  EXPECT_FALSE(turn_over.WasTurned(Leaning(0), Instant{132ms}));
  EXPECT_FALSE(turn_over.HasFront());
}

}  // namespace
}  // namespace kith::capture
