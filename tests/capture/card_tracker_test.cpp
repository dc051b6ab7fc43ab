// SPDX-License-Identifier: Apache-2.0
#include "capture/card_tracker.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/quad.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using test::CardLook;
using test::Placement;

constexpr int kFewFrames = 8;     // of 30 a second: a quarter of a second
constexpr double kRight = 0.015;  // mean distance of corners, of the diagonal

/// A camera at 30 frames a second over a table, and what the tracker says of each frame.
class TrackedScene {
 public:
  /// Lays the cards on the table, later ones over earlier ones. Returns where the last one is.
  Quad See(const std::vector<std::pair<CardLook, Placement>>& cards) {
    cv::Mat scene = test::DrawTable({.seed = ++frames_});
    Quad corners{};
    for (const auto& [look, placement] : cards)
      corners = test::LayCard(test::DrawCard(look), placement, scene);
    now_ += 33ms;
    frame_ = imaging::ToImage(scene);
    found = tracker_.Find(frame_, now_);
    return corners;
  }
  Quad See(const CardLook& look, const Placement& placement) { return See({{look, placement}}); }
  void Wait(std::chrono::milliseconds time) { now_ += time; }
  int searches() const { return tracker_.searches(); }

  /// Whether it says what a search of this frame does.
  bool AgreesWithTheFinder() const {
    const std::vector<FoundCard> searched = FindCards(frame_, FinderOptions::OfCamera());
    return searched.size() == found.size() &&
           std::ranges::all_of(searched, [&](const FoundCard& card) { return Finds(card.corners); });
  }

  bool Finds(const Quad& corners) const {
    return std::ranges::any_of(
        found, [&](const FoundCard& card) { return CornerError(card.corners, corners) < kRight; });
  }

  std::vector<FoundCard> found;

 private:
  CardTracker tracker_;
  Instant now_{};
  Image frame_;
  int frames_ = 0;
};

constexpr Placement kHeldCard{.width = 0.5, .degrees = 4};

TEST(CardTracker, FollowsACardThatLiesStillWithFewSearches) {
  TrackedScene camera;
  for (int i = 0; i < 60; ++i) {
    const Quad truth = camera.See({}, kHeldCard);
    EXPECT_TRUE(camera.Finds(truth)) << i;
  }
  EXPECT_GE(camera.searches(), 7) << "two seconds, a search every quarter of a second";
  EXPECT_LE(camera.searches(), 10);
}

TEST(CardTracker, FollowsACardThatIsMovedAndTurned) {
  TrackedScene camera;
  for (int i = 0; i < 45; ++i) {
    const Quad truth = camera.See({}, {.x = 0.35 + 0.006 * i, .width = 0.4, .degrees = 0.7 * i});
    EXPECT_TRUE(camera.Finds(truth)) << i;
  }
  EXPECT_LE(camera.searches(), 15);
}

TEST(CardTracker, GivesCornersInTheOrderThatTheFinderDoes) {
  TrackedScene camera;
  for (int i = 0; i < 40; ++i) {
    camera.See({}, {.width = 0.35, .degrees = 70.0 + i});
    ASSERT_EQ(camera.found.size(), 1U) << i;
    EXPECT_EQ(camera.found[0].corners, InOrder(camera.found[0].corners)) << i;
  }
}

TEST(CardTracker, NoticesAtOnceThatACardIsPulledAway) {
  TrackedScene camera;
  for (int i = 0; i < 10; ++i)
    camera.See({}, kHeldCard);
  ASSERT_EQ(camera.found.size(), 1U);
  camera.See({});
  EXPECT_TRUE(camera.found.empty());
}

TEST(CardTracker, NeverFollowsTheTableWhenACardIsPulledAwayQuickly) {
  TrackedScene camera;
  for (int i = 0; i < 10; ++i)
    camera.See({}, kHeldCard);
  for (int i = 1; i < 20; ++i) {
    camera.See({}, {.x = 0.5 + 0.07 * i, .width = 0.5, .degrees = 4});
    EXPECT_TRUE(camera.found.empty() || camera.AgreesWithTheFinder()) << i;
  }
}

TEST(CardTracker, NoticesWithinAFewFramesThatAnotherCardLiesUponTheFirst) {
  const CardLook second{.paper = {90, 60, 40}, .ink = {240, 240, 240}, .seed = 2};
  for (const Placement& upon : {Placement{.x = 0.6, .y = 0.6, .width = 0.5, .degrees = -9},
                                Placement{.x = 0.52, .y = 0.51, .width = 0.5, .degrees = 4},
                                Placement{.width = 0.4, .degrees = 10}}) {
    TrackedScene camera;
    for (int i = 0; i < 10; ++i)
      camera.See({}, kHeldCard);
    for (int i = 0; i < kFewFrames; ++i)
      camera.See({{{}, kHeldCard}, {second, upon}});
    EXPECT_TRUE(camera.AgreesWithTheFinder()) << upon.x << ' ' << upon.width;
  }
}

TEST(CardTracker, SearchesAtOnceWhenWhatIsPrintedChanges) {
  TrackedScene camera;
  for (int i = 0; i < 10; ++i)
    camera.See({.seed = 1}, kHeldCard);
  const int before = camera.searches();
  camera.See({.paper = {90, 60, 40}, .ink = {240, 240, 240}, .seed = 2}, kHeldCard);
  EXPECT_EQ(camera.searches(), before + 1) << "it was turned over, or another one took its place";
  EXPECT_EQ(camera.found.size(), 1U);
}

TEST(CardTracker, NoticesWithinAFewFramesASecondCardBesideTheFirst) {
  TrackedScene camera;
  const Placement left{.x = 0.27, .width = 0.4}, right{.x = 0.75, .width = 0.4};
  for (int i = 0; i < 10; ++i)
    camera.See({}, left);
  Quad truth{};
  for (int i = 0; i < kFewFrames; ++i)
    truth = camera.See({{{}, left}, {{.seed = 2}, right}});
  EXPECT_TRUE(camera.Finds(truth));
  EXPECT_EQ(camera.found.size(), 2U);
}

TEST(CardTracker, SearchesAnEmptyTableFiveTimesASecond) {
  TrackedScene camera;
  for (int i = 0; i < 20; ++i)
    camera.See({});
  const int before = camera.searches();
  for (int i = 0; i < 30; ++i)
    camera.See({});
  EXPECT_GE(camera.searches(), before + 4);
  EXPECT_LE(camera.searches(), before + 6);
}

TEST(CardTracker, FindsACardOnAnEmptyTableWithinTwoFrames) {
  for (int wait = 0; wait < 6; ++wait) {
    TrackedScene camera;
    for (int i = 0; i < 20 + wait; ++i)
      camera.See({});
    camera.See({}, kHeldCard);
    const Quad truth = camera.See({}, kHeldCard);
    EXPECT_TRUE(camera.Finds(truth)) << wait;
  }
}

TEST(CardTracker, FindsAWhiteCardThatIsLaidOnAnEmptyWhiteTableWithinTwoFrames) {
  const test::TableLook white{.colour = {225, 225, 225}, .noise = 1.5};
  CardTracker tracker;
  Instant now{};
  for (int i = 0; i < 25; ++i)
    tracker.Find(imaging::ToImage(test::DrawTable(white)), now += 33ms);
  cv::Mat scene = test::DrawTable(white);
  test::LayCard(test::DrawCard(), kHeldCard, scene);
  tracker.Find(imaging::ToImage(scene), now += 33ms);
  EXPECT_EQ(tracker.Find(imaging::ToImage(scene), now += 33ms).size(), 1U);
}

TEST(CardTracker, FindsAtOnceWhatOnlyShowsAtTheUsualSizeWhenItLooksClosely) {
  cv::Mat scene = test::DrawTable({.colour = {232, 232, 232}, .grain = 8});
  test::LayCard(test::DrawCard(), {.width = 0.3, .degrees = 4}, scene);
  CardTracker usual, close;
  close.LookCloselyUntil(Instant(1s));
  EXPECT_TRUE(usual.Find(imaging::ToImage(scene), Instant(33ms)).empty());
  EXPECT_EQ(close.Find(imaging::ToImage(scene), Instant(33ms)).size(), 1U);
}

TEST(CardTracker, FollowsACardByThreeSidesWhereTheFourthIsHardlySeen) {
  constexpr double kDrift = 0.005;  // mean distance of corners, of the diagonal
  CardTracker tracker;
  Instant now{};
  Quad first_found{}, first_truth{};
  for (int i = 0; i < kFewFrames - 1; ++i) {
    cv::Mat scene = test::DrawTable({.grain = 16, .seed = i + 1});
    Placement moved = kHeldCard;
    moved.x += 0.002 * i;
    const Quad truth = test::LayCard(test::DrawCard(), moved, scene);
    const auto along_left = [&](double share) {
      return cv::Point2d(truth[3].x + share * (truth[0].x - truth[3].x),
                         truth[3].y + share * (truth[0].y - truth[3].y));
    };
    cv::line(scene, along_left(0.15), along_left(0.85), {120, 150, 190}, 70);  // a hand
    const std::vector<FoundCard> found = tracker.Find(imaging::ToImage(scene), now += 33ms);
    ASSERT_EQ(found.size(), 1U);
    if (i == 0) {
      first_found = found[0].corners;
      first_truth = truth;
    }
    Quad expected = first_found;
    for (Point& corner : expected)
      corner = {corner.x + truth[0].x - first_truth[0].x, corner.y + truth[0].y - first_truth[0].y};
    EXPECT_LT(CornerError(found[0].corners, expected), kDrift)
        << "the hand and the grain of the table aren't taken for the side";
  }
  EXPECT_EQ(tracker.searches(), 1);
}

TEST(CardTracker, KeepsACardThatASearchOverlooksAndThatStillHasItsEdges) {
  CardTracker tracker;
  Instant now{};
  int searches_since = 0;  // it was found
  bool has_it = false;
  for (int i = 0; i < 2 * kFewFrames; ++i) {
    cv::Mat scene = test::DrawTable({.colour = {232, 232, 232}, .grain = 8});
    test::LayCard(test::DrawCard(), {.width = 0.3, .degrees = 4}, scene);
    const int before = tracker.searches();
    const bool sees_it = !tracker.Find(imaging::ToImage(scene), now += 33ms).empty();
    EXPECT_TRUE(sees_it || !has_it) << "lost at frame " << i;
    searches_since += has_it ? tracker.searches() - before : 0;
    has_it = sees_it;
  }
  EXPECT_GE(searches_since, 1) << "at the small size, at which it isn't found";
}

TEST(CardTracker, FindsACardOfTheTablesOwnColourThatIsLaidThere) {
  CardTracker tracker;
  const cv::Mat table = test::DrawWood();
  cv::Mat scene = table.clone();
  const Quad corners = test::LayCard(test::DrawCard(test::WoodenCard()), kHeldCard, scene);
  Instant now{};
  int frames = 0;
  const auto see = [&](const cv::Mat& picture) {
    now += 33ms;
    return tracker.Find(imaging::ToImage(test::WithNoise(picture, 2, ++frames)), now);
  };
  for (int i = 0; i < 30; ++i)
    EXPECT_TRUE(see(table).empty()) << i;
  std::vector<FoundCard> found;
  for (int i = 0; i < kFewFrames; ++i)
    found = see(scene);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LT(CornerError(found.front().corners, corners), kRight);
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(see(scene).size(), 1U) << "once found it isn't lost: " << i;
}

TEST(CardTracker, SearchesAnewAfterAGap) {
  TrackedScene camera;
  for (int i = 0; i < 4; ++i)
    camera.See({}, kHeldCard);
  const int before = camera.searches();
  camera.Wait(1s);
  camera.See({}, kHeldCard);
  EXPECT_EQ(camera.searches(), before + 1);
}

}  // namespace
}  // namespace kith::capture
