// SPDX-License-Identifier: Apache-2.0
#include "capture/card_print.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/rectify.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

/// As the gate cuts it out of a frame, with corners that are a little off.
CardPrint Seen(const test::CardLook& look, const test::Placement& placement = {}, double off = 0,
               double light = 1) {
  cv::Mat scene = test::DrawTable();
  Quad corners = test::LayCard(test::DrawCard(look), placement, scene);
  corners[0].x += off;
  corners[2].y -= off;
  return CardPrint(imaging::ToGray(Rectify(imaging::ToImage(scene * light), corners)));
}

TEST(CardPrint, KnowsACardAgainHoweverItIsHeld) {
  const CardPrint first = Seen({.panel = true});
  EXPECT_TRUE(first.IsSameAs(Seen({.panel = true}, {.x = 0.45, .width = 0.6, .degrees = 12}, 6, 0.6)));
  EXPECT_TRUE(first.IsSameAs(Seen({.panel = true}, {.degrees = 180, .tilt = 0.1}, 4)));
}

TEST(CardPrint, TellsTwoPeopleOfOneFirmApart) {
  for (int seed = 1; seed < 6; ++seed) {
    for (const bool panel : {false, true}) {
      EXPECT_FALSE(Seen({.panel = panel, .seed = seed})
                       .IsSameAs(Seen({.panel = panel, .seed = seed + 1}, {.degrees = 5}, 3)))
          << seed;
    }
  }
}

/// … with a lamp above it.
CardPrint SeenShining(const test::CardLook& look, cv::Point lamp) {
  cv::Mat scene = test::DrawTable();
  const Quad corners = test::LayCard(test::DrawCard(look), {}, scene);
  cv::Mat spot = cv::Mat::zeros(scene.size(), CV_8UC3);
  cv::ellipse(spot, lamp, {70, 40}, 20, 0, 360, {255, 255, 255}, cv::FILLED);
  cv::GaussianBlur(spot, spot, {0, 0}, 20);
  return CardPrint(imaging::ToGray(Rectify(imaging::ToImage(scene + 2 * spot), corners)));
}

TEST(CardPrint, KnowsACardAgainWhoseGlareMoved) {
  const test::CardLook look{.paper = {190, 190, 190}};
  const CardPrint clear = Seen(look);
  for (const int x : {420, 560, 700}) {
    EXPECT_TRUE(clear.IsSameAs(SeenShining(look, {x, 330}))) << x;
    EXPECT_TRUE(SeenShining(look, {x, 330}).IsSameAs(SeenShining(look, {x + 150, 400}))) << x;
  }
}

TEST(CardPrint, TellsTwoPeopleOfOneFirmApartUnderGlare) {
  for (int seed = 1; seed < 6; ++seed) {
    const CardPrint other = Seen({.paper = {190, 190, 190}, .seed = seed + 1});
    for (const int x : {560, 700})
      EXPECT_FALSE(SeenShining({.paper = {190, 190, 190}, .seed = seed}, {x, 400}).IsSameAs(other)) << seed;
  }
}

TEST(CardPrint, TakesOnlyClearlyOtherPrintForAnotherCardThatStayed) {
  const CardPrint first = Seen({.seed = 1}), second = Seen({.seed = 2});
  EXPECT_TRUE(first.IsSameAs(Seen({.seed = 1}), CardPrint::Doubt::kItStayed));
  EXPECT_FALSE(first.IsSameAs(second, CardPrint::Doubt::kItStayed));
}

TEST(CardPrint, KnowsACardWithoutPrintFromNoOther) {
  const CardPrint blank(cv::Mat(300, 500, CV_8U, cv::Scalar(200)));
  EXPECT_FALSE(blank.IsSameAs(Seen({})));
  EXPECT_FALSE(Seen({}).IsSameAs(blank));
}

TEST(RoughLook, ChangesWhenAnotherCardLiesThere) {
  cv::Mat first = test::DrawTable({.seed = 1}), again = test::DrawTable({.seed = 2}), other = first.clone();
  const Quad corners = test::LayCard(test::DrawCard({.seed = 1}), {}, first);
  test::LayCard(test::DrawCard({.seed = 1}), {}, again);
  test::LayCard(test::DrawCard({.panel = true, .seed = 2}), {}, other);
  const cv::Mat look = RoughLook(imaging::ToImage(first), corners);
  EXPECT_GT(LookLikeness(look, RoughLook(imaging::ToImage(again * 0.7), corners)), 0.95);
  EXPECT_LT(LookLikeness(look, RoughLook(imaging::ToImage(other), corners)), 0.8);
}

}  // namespace
}  // namespace kith::capture
