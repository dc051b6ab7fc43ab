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

/// A portrait card, its long side lying: a panel with a straight edge, and lines of faint small print across.
cv::Mat CardWithAPanel(int down) {
  cv::Mat card(384, 614, CV_8U, cv::Scalar(140));
  for (int line = 0; line < 4; ++line) {
    cv::Mat text = cv::Mat::zeros(30, 384, CV_8U);
    cv::putText(text, "Department of Lanterns", {20, 22}, cv::FONT_HERSHEY_SIMPLEX, 0.7,
                cv::Scalar(70 + line), 2);
    cv::rotate(text, text, cv::ROTATE_90_CLOCKWISE);
    card(cv::Rect(60 + 60 * line, 0, text.cols, text.rows)) -= text;
  }
  card.colRange(420, card.cols) = 30;
  const cv::Mat move = (cv::Mat_<double>(2, 3) << 1, 0, 0, 0, 1, down);
  cv::warpAffine(card, card, move, card.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return card;
}

TEST(CardPrint, IsLaidOnAnotherByItsLettersNotByStraightEdgesOfPanels) {
  const PrintMatch match = CardPrint(CardWithAPanel(0)).MatchOn(CardPrint(CardWithAPanel(9)));
  EXPECT_LT(match.other, 0.01);
  EXPECT_GT(match.same, 0.95);
}

TEST(CardPrint, LeavesOutWhatMayHaveVanishedInWhite) {
  const cv::Mat clear = test::GrayCard({.paper = {243, 243, 243}});
  cv::Mat lamp = cv::Mat::zeros(clear.size(), CV_8U);  // too large for what is told as glare
  cv::ellipse(lamp, {630, 300}, {330, 240}, 0, 0, 360, cv::Scalar(255), cv::FILLED);
  const cv::Mat washed = clear + test::Blurred(lamp, 25);
  EXPECT_TRUE(CardPrint(clear).IsSameAs(CardPrint(washed)));
  EXPECT_TRUE(CardPrint(washed).IsSameAs(CardPrint(clear)));
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
