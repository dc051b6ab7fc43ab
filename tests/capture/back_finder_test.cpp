// SPDX-License-Identifier: Apache-2.0
#include "capture/back_finder.h"

#include <gtest/gtest.h>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

struct Scene {
  Image frame;
  Quad corners;
};

Scene WithBack(const test::Placement& placement) {
  const cv::Mat back = test::DrawCard({.paper = {110, 60, 20}, .ink = {230, 230, 230}, .only_sign = true});
  cv::Mat scene = test::DrawTable();
  const Quad corners = test::LayCard(back, placement, scene);
  return {imaging::ToImage(scene), corners};
}

TEST(FindBack, FindsACardWithNothingButASignWhereTheFrontWas) {
  const Scene scene = WithBack({.x = 0.51, .width = 0.5, .degrees = 3});
  const Quad front = WithBack({.width = 0.5}).corners;
  ASSERT_TRUE(FindCards(scene.frame, FinderOptions::OfCamera()).empty()) << "that alone is no card";
  const std::optional<Quad> back = FindBack(scene.frame, front);
  ASSERT_TRUE(back);
  EXPECT_LT(CornerError(*back, scene.corners), 0.01);
}

TEST(FindBack, WantsItsPlaceItsSizeAndItsShape) {
  const Quad front = WithBack({.width = 0.5}).corners;
  EXPECT_FALSE(FindBack(WithBack({.x = 0.75, .width = 0.45}).frame, front)) << "elsewhere";
  EXPECT_FALSE(FindBack(WithBack({.width = 0.36}).frame, front)) << "smaller";
  EXPECT_FALSE(FindBack(WithBack({.width = 0.5, .degrees = 60}).frame, front)) << "turned";
  EXPECT_FALSE(FindBack(imaging::ToImage(test::DrawTable()), front)) << "an empty table";
  EXPECT_FALSE(FindBack({}, front));
}

}  // namespace
}  // namespace kith::capture
