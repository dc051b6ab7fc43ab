// SPDX-License-Identifier: Apache-2.0
#include "capture/card_watcher.h"

#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
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
  static Image DrawThing(const cv::Mat& thing, const Placement& placement, double blur = 0,
                         double light = 1) {
    cv::Mat scene = test::DrawTable();
    test::LayCard(thing, placement, scene);
    if (blur > 0) cv::GaussianBlur(scene, scene, {0, 0}, blur);
    scene *= light;
    return imaging::ToImage(scene);
  }
  static Image Draw(const CardLook& look, const Placement& placement, double blur = 0, double light = 1) {
    return DrawThing(test::DrawCard(look), placement, blur, light);
  }
  static Image DrawShining(const CardLook& look, const Placement& placement, cv::Point lamp = {480, 330}) {
    cv::Mat scene = test::DrawTable();
    test::LayCard(test::DrawCard(look), placement, scene);
    cv::Mat spot = cv::Mat::zeros(scene.size(), CV_8UC3);
    cv::ellipse(spot, lamp, {80, 45}, 20, 0, 360, {255, 255, 255}, cv::FILLED);
    cv::GaussianBlur(spot, spot, {0, 0}, 22);
    scene += spot * 2;
    return imaging::ToImage(scene);
  }
  Observation See(const CardLook& look, const Placement& placement) { return Show(Draw(look, placement)); }
  Observation SeeShining(const CardLook& look, const Placement& placement) {
    return Show(DrawShining(look, placement));
  }
  Observation SeeTwo(const CardLook& below, const Placement& there, const CardLook& above,
                     const Placement& placement) {
    cv::Mat scene = test::DrawTable();
    test::LayCard(test::DrawCard(below), there, scene);
    test::LayCard(test::DrawCard(above), placement, scene);
    return Show(imaging::ToImage(scene));
  }
  Observation Show(const Image& frame) {
    now_ += 100ms;
    return watcher_.Observe(frame, now_, wanted);
  }
  Observation SeeTable() { return Show(table_); }
  /// How many card images came out of that many frames, and the last hint.
  int CountCaptures(const Image& frame, int frames) {
    int captures = 0;
    for (int i = 0; i < frames; ++i) {
      const Observation observation = Show(frame);
      hint = observation.hint;
      if (observation.card) {
        ++captures;
        card = observation.card->image;
        is_back = observation.card->is_back;
      }
    }
    return captures;
  }
  int CountCaptures(const CardLook& look, const Placement& placement, int frames, double blur = 0,
                    double light = 1) {
    return CountCaptures(Draw(look, placement, blur, light), frames);
  }

  int CountShining(const CardLook& look, const Placement& placement, cv::Point lamp, int frames) {
    int captures = 0;
    const Image frame = DrawShining(look, placement, lamp);
    for (int i = 0; i < frames; ++i)
      captures += Show(frame).card ? 1 : 0;
    return captures;
  }

  /// A card of two sides is turned about its upright axis in 0.6 s.
  int Turn(const CardLook& from, const CardLook& to, const Placement& placement) {
    int captures = 0;
    for (int step = 1; step < 6; ++step) {
      const double angle = step * std::numbers::pi / 6;
      if (step == 3) {  // edge on
        captures += SeeTable().card ? 1 : 0;
        continue;
      }
      const double lean = step < 3 ? angle : angle - std::numbers::pi;
      cv::Mat scene = test::DrawTable();
      LayLeaning(test::DrawCard(step < 3 ? from : to), placement, lean, scene);
      captures += Show(imaging::ToImage(scene)).card ? 1 : 0;
    }
    return captures;
  }
  void LookAtTable(int frames) {
    for (int i = 0; i < frames; ++i)
      SeeTable();
  }
  void Wait(std::chrono::milliseconds time) { now_ += time; }
  CardWatcher::Wanted wanted = CardWatcher::Wanted::kCards;

  Hint hint = Hint::kShowCard;
  Image card;
  bool is_back = false;

 private:
  static void LayLeaning(const cv::Mat& card, const Placement& placement, double lean, cv::Mat& scene) {
    const double half = placement.width * scene.cols / 2, tall = half * card.rows / card.cols;
    const double distance = 1.2 * scene.cols;
    const auto at = [&](double side, double end) {
      const double nearness = distance / (distance + side * half * std::sin(lean));
      return cv::Point2f(static_cast<float>(scene.cols / 2.0 + side * half * std::cos(lean) * nearness),
                         static_cast<float>(scene.rows / 2.0 + end * tall * nearness));
    };
    const std::array<cv::Point2f, 4> to = {at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)};
    const auto width = static_cast<float>(card.cols), height = static_cast<float>(card.rows);
    const std::array<cv::Point2f, 4> from = {cv::Point2f(0, 0), {width, 0}, {width, height}, {0, height}};
    cv::Mat above, mask;
    const cv::Mat scene_from_card = cv::getPerspectiveTransform(from.data(), to.data());
    cv::warpPerspective(card, above, scene_from_card, scene.size());
    cv::warpPerspective(cv::Mat(card.size(), CV_8U, cv::Scalar(255)), mask, scene_from_card, scene.size());
    above.copyTo(scene, mask);
  }

  CardWatcher watcher_;
  Instant now_{};
  Image table_ = imaging::ToImage(test::DrawTable());
};

constexpr Placement kHeld{.width = 0.5, .degrees = 4};

TEST(CardWatcher, AsksForACardOnAnEmptyTable) {
  Camera camera;
  const Observation observation = camera.SeeTable();
  EXPECT_EQ(observation.hint, Hint::kShowCard);
  EXPECT_FALSE(observation.corners);
}

TEST(CardWatcher, CapturesACardOnceItWasHeldStillForAThirdOfASecond) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 3), 0);
  EXPECT_EQ(camera.hint, Hint::kHoldStill);
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 2), 1);
  EXPECT_EQ(camera.hint, Hint::kGot);
  EXPECT_NEAR(double(camera.card.width()) / camera.card.height(), 1.7, 0.1);
}

TEST(CardWatcher, DoesNotCaptureACardAgainThatComesBackWithinSeconds) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  camera.LookAtTable(8);
  EXPECT_EQ(camera.CountCaptures({}, {.x = 0.45, .width = 0.55, .degrees = 184}, 10, 0.8, 0.8), 0);
  EXPECT_EQ(camera.hint, Hint::kGot);
}

TEST(CardWatcher, CapturesACardAgainThatComesBackLater) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  for (int i = 0; i < 13; ++i) {
    camera.Wait(800ms);
    camera.SeeTable();
  }
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
}

TEST(CardWatcher, StillKnowsACardThatLayThereWhileNobodyLooked) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  camera.Wait(5min);
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 0);
}

TEST(CardWatcher, TakesTheCardsOfTwoPeopleOfOneFirmForTwo) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({.panel = true, .seed = 1}, kHeld, 10), 1);
  camera.LookAtTable(6);
  EXPECT_EQ(camera.CountCaptures({.panel = true, .seed = 2}, kHeld, 10), 1);
  EXPECT_FALSE(camera.is_back);
  camera.LookAtTable(6);
  EXPECT_EQ(camera.CountCaptures({.panel = true, .seed = 1}, kHeld, 10), 0) << "still known";
}

TEST(CardWatcher, TakesTheOtherSideOfACardThatIsTurnedOver) {
  Camera camera;
  const CardLook front{.seed = 1}, back{.paper = {90, 60, 40}, .ink = {240, 240, 240}, .seed = 2};
  constexpr Placement kMiddle{.width = 0.5};
  ASSERT_EQ(camera.CountCaptures(front, kMiddle, 10), 1);
  EXPECT_FALSE(camera.is_back);
  EXPECT_EQ(camera.Turn(front, back, kMiddle), 0);
  EXPECT_EQ(camera.CountCaptures(back, kMiddle, 10), 1);
  EXPECT_TRUE(camera.is_back);
  EXPECT_EQ(camera.Turn(back, front, kMiddle), 0);
  EXPECT_EQ(camera.CountCaptures(front, kMiddle, 10), 0) << "both sides are known";
}

TEST(CardWatcher, NeverTakesAnotherCardForABack) {
  const CardLook first{.seed = 1}, second{.paper = {90, 60, 40}, .ink = {240, 240, 240}, .seed = 2};
  for (const double x : {0.5, 0.7, 0.9, 1.2}) {  // how far the first one is seen on its way out
    Camera camera;
    ASSERT_EQ(camera.CountCaptures(first, kHeld, 10), 1);
    for (double at = 0.5; at < x; at += 0.1)
      camera.See(first, {.x = at, .width = 0.5, .degrees = 4});
    EXPECT_EQ(camera.CountCaptures(second, kHeld, 10), 1);
    EXPECT_FALSE(camera.is_back) << x;
  }
}

TEST(CardWatcher, TakesNothingButTheBackWhileOnlyThatIsWanted) {
  Camera camera;
  const CardLook front{.seed = 1}, back{.paper = {90, 60, 40}, .ink = {240, 240, 240}, .seed = 2};
  constexpr Placement kMiddle{.width = 0.5};
  ASSERT_EQ(camera.CountCaptures(front, kMiddle, 10), 1);
  camera.wanted = CardWatcher::Wanted::kOnlyBack;
  EXPECT_EQ(camera.CountCaptures({.panel = true, .seed = 3}, kMiddle, 10), 0) << "laid upon it";
  EXPECT_EQ(camera.CountCaptures(front, kMiddle, 10), 0);
  camera.Turn(front, back, kMiddle);
  EXPECT_EQ(camera.CountCaptures(back, kMiddle, 10), 1);
  EXPECT_TRUE(camera.is_back);
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
    EXPECT_EQ(observation.hint, i < 2 ? Hint::kShowCard : Hint::kHoldStill) << i;
  }
}

TEST(CardWatcher, AsksToTiltACardWithGlareOverItsPrint) {
  Camera camera;
  int captures = 0;
  Hint hint = Hint::kShowCard;
  for (int i = 0; i < 12; ++i) {
    const Observation observation = camera.SeeShining({.paper = {190, 190, 190}}, kHeld);
    captures += observation.card ? 1 : 0;
    hint = observation.hint;
  }
  EXPECT_EQ(captures, 0);
  EXPECT_EQ(hint, Hint::kTilt);
  EXPECT_EQ(camera.CountCaptures({.paper = {190, 190, 190}}, kHeld, 8), 1);
}

TEST(CardWatcher, CapturesACardOnceHoweverTheGlareMoves) {
  Camera camera;
  const CardLook look{.paper = {190, 190, 190}};
  EXPECT_EQ(camera.CountShining(look, kHeld, {480, 330}, 40), 1) << "it doesn't go away";
  EXPECT_EQ(camera.CountShining(look, kHeld, {640, 380}, 40), 0);
  EXPECT_EQ(camera.CountCaptures(look, kHeld, 10), 0);
  EXPECT_EQ(camera.CountShining(look, kHeld, {560, 420}, 40), 0);
}

TEST(CardWatcher, TakesTheCardsOfTwoPeopleOfOneFirmForTwoWithGlare) {
  Camera camera;
  EXPECT_EQ(camera.CountShining({.paper = {190, 190, 190}, .seed = 1}, kHeld, {640, 440}, 40), 1);
  camera.LookAtTable(6);
  EXPECT_EQ(camera.CountShining({.paper = {190, 190, 190}, .seed = 2}, kHeld, {640, 440}, 40), 1);
  EXPECT_FALSE(camera.is_back);
}

TEST(CardWatcher, DoesNotCaptureACardAgainThatComesBackAfterThreeSeconds) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
  camera.LookAtTable(30);
  EXPECT_EQ(camera.CountCaptures({}, {.x = 0.52, .width = 0.48, .degrees = -6}, 10), 0);
  EXPECT_EQ(camera.hint, Hint::kGot);
}

TEST(CardWatcher, CapturesACardThatIsSlidOverAnother) {
  Camera camera;
  const CardLook below{.seed = 1}, above{.panel = true, .seed = 2};
  ASSERT_EQ(camera.CountCaptures(below, kHeld, 10), 1);
  int captures = 0;
  for (double x = 0.9; x > 0.5; x -= 0.1)
    captures += camera.SeeTwo(below, kHeld, above, {.x = x, .width = 0.5, .degrees = 4}).card ? 1 : 0;
  EXPECT_EQ(captures, 0) << "one covers the other";
  EXPECT_EQ(camera.CountCaptures(above, kHeld, 10), 1);
  EXPECT_FALSE(camera.is_back);
}

TEST(CardWatcher, CapturesACardOfTheTablesOwnColour) {
  Camera camera;
  const cv::Mat table = test::DrawWood();
  cv::Mat scene = table.clone();
  test::LayCard(test::DrawCard(test::WoodenCard()), kHeld, scene);
  int seed = 0;
  const auto show = [&](const cv::Mat& picture) {
    return camera.Show(imaging::ToImage(test::WithNoise(picture, 2, ++seed)));
  };
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(show(table).hint, Hint::kShowCard);
  int captures = 0;
  for (int i = 0; i < 20; ++i)
    captures += show(scene).card ? 1 : 0;
  EXPECT_EQ(captures, 1);
}

TEST(CardWatcher, AsksForACardWhileAnEnvelopeIsShown) {
  Camera camera;
  EXPECT_EQ(camera.CountCaptures(Camera::DrawThing(test::DrawEnvelope(), kHeld), 30), 0);
  EXPECT_EQ(camera.hint, Hint::kShowCard);
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 10), 1);
}

TEST(CardWatcher, TakesABackThatHasNothingButASign) {
  Camera camera;
  const CardLook front{.seed = 1}, back{.paper = {110, 60, 20}, .ink = {230, 230, 230}, .only_sign = true};
  constexpr Placement kMiddle{.width = 0.5};
  ASSERT_EQ(camera.CountCaptures(front, kMiddle, 10), 1);
  EXPECT_EQ(camera.Turn(front, back, kMiddle), 0);
  EXPECT_EQ(camera.CountCaptures(back, kMiddle, 10), 1);
  EXPECT_TRUE(camera.is_back);
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
  // The span of 0.3 s is full with the first frame after the sharp one.
  ASSERT_EQ(mixed.CountCaptures({}, kHeld, 2, 2.5), 0);
  ASSERT_EQ(mixed.CountCaptures({}, kHeld, 1), 0);
  ASSERT_EQ(mixed.CountCaptures({}, kHeld, 3, 2.5), 1);
  cv::Mat resized;
  cv::resize(imaging::ViewAsMat(mixed.card), resized, {sharp.card.width(), sharp.card.height()});
  EXPECT_LT(
      cv::norm(resized, imaging::ViewAsMat(sharp.card), cv::NORM_L1) / static_cast<double>(resized.total()),
      4);
}

TEST(CardWatcher, WaitsWhileTheCameraStillFindsItsFocus) {
  Camera camera;
  for (const double blur : {1.8, 1.6, 1.4, 1.2, 1.0, 0.8, 0.6})
    EXPECT_EQ(camera.CountCaptures({}, kHeld, 1, blur), 0) << blur;
  EXPECT_EQ(camera.CountCaptures({}, kHeld, 6, 0.6), 1);
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

/// Two cards side by side, in two hands that tremble a little.
class TwoCards : public testing::Test {
 protected:
  static constexpr Placement kLeft{.x = 0.27, .width = 0.42, .degrees = 3};
  static constexpr Placement kRight{.x = 0.74, .width = 0.42, .degrees = -2};

  void Show(const CardLook& left, const CardLook& right, int frames, double right_from = 0) {
    for (int i = 0; i < frames; ++i) {
      Placement there = kRight;
      there.y += i == 0 ? right_from : 0;
      there.x += 0.0005 * (i % 3);
      Note(camera_.SeeTwo(left, kLeft, right, there));
    }
  }
  void ShowOne(const CardLook& look, const Placement& placement, int frames) {
    for (int i = 0; i < frames; ++i)
      Note(camera_.See(look, placement));
  }
  void Note(const Observation& observation) {
    if (!observation.card) return;
    ++captures_;
    together_ += observation.card->together ? 1 : 0;
    EXPECT_FALSE(observation.card->is_back);
  }

  const CardLook first_{.seed = 1}, second_{.paper = {200, 220, 240}, .seed = 2};
  Camera camera_;
  int captures_ = 0;
  int together_ = 0;
};

TEST_F(TwoCards, HeldUpTogetherAreBothTakenOnceAndSaidToBeTogether) {
  Show(first_, second_, 40);
  EXPECT_EQ(captures_, 2);
  EXPECT_EQ(together_, 1);
  camera_.LookAtTable(6);
  ShowOne(second_, kRight, 10);
  ShowOne(first_, kLeft, 10);
  EXPECT_EQ(captures_, 2) << "both are known";
}

TEST_F(TwoCards, AreBothStillKnownAfterLyingThereForLong) {
  Show(first_, second_, 10);
  for (int i = 0; i < 20; ++i) {
    camera_.Wait(800ms);
    Show(first_, second_, 1);
  }
  ShowOne(second_, kRight, 10);
  ShowOne(first_, kLeft, 10);
  EXPECT_EQ(captures_, 2);
}

TEST_F(TwoCards, OneAloneIsTogetherWithNobody) {
  ShowOne(first_, kHeld, 30);
  EXPECT_EQ(captures_, 1);
  EXPECT_EQ(together_, 0);
}

TEST_F(TwoCards, OneAfterTheOtherAreNotTogether) {
  ShowOne(first_, kHeld, 10);
  camera_.LookAtTable(6);
  ShowOne(second_, kHeld, 10);
  EXPECT_EQ(captures_, 2);
  EXPECT_EQ(together_, 0);
}

TEST_F(TwoCards, OneThatIsLaidBesideTheOtherAfterwardsIsNotTogetherWithIt) {
  ShowOne(first_, kLeft, 10);
  Show(first_, second_, 10);
  ShowOne(second_, kRight, 10);
  EXPECT_EQ(captures_, 2);
  EXPECT_EQ(together_, 0);
}

TEST_F(TwoCards, TheSecondOneIsWaitedForUntilItLiesStill) {
  Show(first_, second_, 2);
  Show(first_, second_, 10, 0.06);
  EXPECT_EQ(captures_, 2);
  EXPECT_EQ(together_, 1);
}

TEST_F(TwoCards, WhatIsNotTakenAloneIsNotTakenBesideACard) {
  const CardLook sign{.paper = {110, 60, 20}, .ink = {230, 230, 230}, .only_sign = true};
  const CardLook blank{.ink = {250, 250, 250}};
  for (const CardLook& other : {sign, blank}) {
    Camera alone;
    ASSERT_EQ(alone.CountCaptures(other, kRight, 8), 0);
    Camera both;
    int captures = 0;
    for (int i = 0; i < 12; ++i)
      captures += both.SeeTwo(first_, kLeft, other, kRight).card ? 1 : 0;
    EXPECT_EQ(captures, 1);
  }
}

TEST_F(TwoCards, OfThreeNoneAreTogether) {
  const Placement left{.x = 0.19, .width = 0.34}, middle{.x = 0.55, .y = 0.25, .width = 0.34},
      right{.x = 0.8, .y = 0.75, .width = 0.34};
  for (int i = 0; i < 20; ++i) {
    cv::Mat scene = test::DrawTable();
    test::LayCard(test::DrawCard(first_), left, scene);
    test::LayCard(test::DrawCard(second_), middle, scene);
    test::LayCard(test::DrawCard({.seed = 4}), right, scene);
    Note(camera_.Show(imaging::ToImage(scene)));
  }
  EXPECT_EQ(captures_, 1);
  EXPECT_EQ(together_, 0);
}

}  // namespace
}  // namespace kith::capture
