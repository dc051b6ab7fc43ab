// SPDX-License-Identifier: Apache-2.0
#include "capture/card_watcher.h"

#include <chrono>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/demo_source.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using test::CardLook;
using test::Placement;

/// A camera at ten frames a second over a table.
class Camera {
 public:
  Observation See(const CardLook& look, const Placement& placement, double blur = 0, double light = 1) {
    cv::Mat scene = test::DrawTable();
    test::LayCard(test::DrawCard(look), placement, scene);
    if (blur > 0) cv::GaussianBlur(scene, scene, {0, 0}, blur);
    scene *= light;
    return Show(imaging::ToImage(scene));
  }
  Observation SeeTable() { return Show(imaging::ToImage(test::DrawTable())); }
  /// How many card images came out of that many frames, and the last hint.
  int CountCaptures(const CardLook& look, const Placement& placement, int frames, double blur = 0,
                    double light = 1) {
    int captures = 0;
    for (int i = 0; i < frames; ++i) {
      const Observation observation = See(look, placement, blur, light);
      hint = observation.hint;
      if (observation.card) {
        ++captures;
        card = *observation.card;
      }
    }
    return captures;
  }

  Hint hint = Hint::kShowCard;
  Image card;

 private:
  Observation Show(const Image& frame) {
    now_ += 100ms;
    return watcher_.Observe(frame, now_);
  }

  CardWatcher watcher_;
  Instant now_{};
};

constexpr Placement kHeld{.width = 0.5, .degrees = 4};

TEST(CardWatcher, AsksForACardOnAnEmptyTable) {
  Camera camera;
  const Observation observation = camera.SeeTable();
  EXPECT_EQ(observation.hint, Hint::kShowCard);
  EXPECT_FALSE(observation.corners);
}

TEST(CardWatcher, CapturesACardOnceItWasHeldStillForHalfASecond) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 5), 0);
  EXPECT_EQ(camera.hint, Hint::kHoldStill);
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 2), 1);
  EXPECT_EQ(camera.hint, Hint::kGot);
  EXPECT_NEAR(double(camera.card.width()) / camera.card.height(), 1.7, 0.1);
}

TEST(CardWatcher, CapturesACardOnceAVisit) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 30), 1);
  for (int i = 0; i < 6; ++i)
    camera.SeeTable();
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 30), 1);
}

TEST(CardWatcher, DoesNotCaptureTheSameCardAgainWhenItIsMovedAbout) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  EXPECT_EQ(camera.CountCaptures({}, {.x = 0.4, .width = 0.45, .degrees = -15}, 10), 0);
  EXPECT_EQ(camera.CountCaptures({}, {.x = 0.55, .width = 0.45, .degrees = 176}, 10), 0);
}

TEST(CardWatcher, CapturesAnotherCardThatTakesThePlaceOfTheFirst) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({.seed = 1}, kHeld, 10), 1);
  EXPECT_EQ(camera.CountCaptures({.paper = {60, 40, 40}, .ink = {230, 230, 230}, .seed = 2}, kHeld, 10), 1);
  EXPECT_EQ(camera.CountCaptures({.panel = true, .seed = 3}, kHeld, 10), 1);
}

TEST(CardWatcher, SurvivesASingleFrameWithoutTheCard) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  camera.SeeTable();
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 0);
}

TEST(CardWatcher, WaitsWhileTheCardMoves) {
  Camera camera;
  for (int i = 0; i < 15; ++i) {
    const Observation observation = camera.See({}, {.x = 0.40 + 0.012 * i, .width = 0.4});
    EXPECT_FALSE(observation.card);
    EXPECT_EQ(observation.hint, Hint::kHoldStill) << i;
  }
}

TEST(CardWatcher, AsksToComeCloser) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, {.width = 0.25}, 10), 0);
  EXPECT_EQ(camera.hint, Hint::kCloser);
}

TEST(CardWatcher, AsksForMoreLight) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10, 0, 0.15), 0);
  EXPECT_EQ(camera.hint, Hint::kMoreLight);
}

TEST(CardWatcher, DoesNotCaptureABlurredCard) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10, 5), 0);
  EXPECT_EQ(camera.hint, Hint::kTooBlurry);
}

TEST(CardWatcher, TakesTheSharpestOfTheSteadyFrames) {
  Camera sharp, mixed;
  ASSERT_EQ(sharp.CountCaptures({}, kHeld, 10), 1);
  mixed.CountCaptures({}, kHeld, 3, 2.5);
  mixed.CountCaptures({}, kHeld, 1);
  ASSERT_EQ(mixed.CountCaptures({}, kHeld, 3, 2.5), 1);
  cv::Mat resized;
  cv::resize(imaging::ViewAsMat(mixed.card), resized, {sharp.card.width(), sharp.card.height()});
  EXPECT_LT(
      cv::norm(resized, imaging::ViewAsMat(sharp.card), cv::NORM_L1) / static_cast<double>(resized.total()),
      4);
}

TEST(CardWatcher, CapturesEveryCardOfTheDemoOnce) {
  std::vector<Image> cards;
  for (int seed = 1; seed <= 3; ++seed)
    cards.push_back(imaging::ToImage(test::DrawCard({.seed = seed})));
  CardWatcher watcher;
  int captures = 0;
  for (std::int64_t frame = 0; frame < 3 * kDemoFramesPerCard; frame += 4) {  // 7.5 frames a second
    const Instant at{std::chrono::milliseconds(frame * 1000 / 30)};
    if (watcher.Observe(DrawDemoFrame(cards, frame), at).card) ++captures;
  }
  EXPECT_EQ(captures, 3);
}

}  // namespace
}  // namespace kith::capture
