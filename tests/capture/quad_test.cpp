// SPDX-License-Identifier: Apache-2.0
#include "capture/quad.h"

#include <gtest/gtest.h>

namespace kith::capture {
namespace {

constexpr Quad kBox = {Point{0, 0}, Point{30, 0}, Point{30, 20}, Point{0, 20}};

TEST(QuadGeometry, MeasuresABox) {
  EXPECT_DOUBLE_EQ(Area(kBox), 600);
  EXPECT_DOUBLE_EQ(AspectRatio(kBox), 1.5);
  EXPECT_TRUE(IsConvex(kBox));
  EXPECT_NEAR(AngleRange(kBox).first, 90, 1e-9);
  EXPECT_NEAR(AngleRange(kBox).second, 90, 1e-9);
}

TEST(QuadGeometry, TellsCrossedAndDentedQuadsFromConvexOnes) {
  EXPECT_FALSE(IsConvex({Point{0, 0}, Point{30, 20}, Point{30, 0}, Point{0, 20}}));
  EXPECT_FALSE(IsConvex({Point{0, 0}, Point{30, 0}, Point{8, 6}, Point{0, 20}}));
}

TEST(QuadGeometry, ComparesQuadsWhereverTheyBegin) {
  const Quad turned = {kBox[2], kBox[3], kBox[0], kBox[1]};
  EXPECT_DOUBLE_EQ(CornerError(turned, kBox), 0);
  Quad moved = kBox;
  for (Point& corner : moved)
    corner.x += 3;
  EXPECT_NEAR(CornerError(moved, kBox), 3 / Diagonal(kBox), 1e-9);
}

TEST(QuadGeometry, OrdersCornersFromTheTopLeftOfTheLandscapeCard) {
  for (std::size_t first = 0; first < 4; ++first) {
    const Quad begun = {kBox[first], kBox[(first + 1) % 4], kBox[(first + 2) % 4], kBox[(first + 3) % 4]};
    EXPECT_EQ(InOrder(begun), kBox);
  }
}

TEST(QuadGeometry, OrdersAnUprightCardSoThatItsLongSideComesFirst) {
  const Quad portrait = {Point{0, 0}, Point{20, 0}, Point{20, 30}, Point{0, 30}};
  const Quad ordered = InOrder(portrait);
  EXPECT_NEAR(Distance(ordered[0], ordered[1]), 30, 1e-9);
  EXPECT_GT(Area(ordered), 0);
}

TEST(QuadGeometry, GrowsEverySideOutwards) {
  const Quad grown = Grown(kBox, 2);
  EXPECT_NEAR(Distance(grown[0], {-2, -2}), 0, 1e-9);
  EXPECT_NEAR(Distance(grown[2], {32, 22}), 0, 1e-9);
  EXPECT_TRUE(Contains(grown, {-1, -1}));
  EXPECT_FALSE(Contains(kBox, {-1, -1}));
}

TEST(QuadGeometry, FindsWhereLinesMeet) {
  const auto corner = Intersect(LineThrough({0, 0}, {10, 10}), LineThrough({0, 10}, {10, 0}));
  ASSERT_TRUE(corner);
  EXPECT_NEAR(Distance(*corner, {5, 5}), 0, 1e-9);
  EXPECT_FALSE(Intersect(LineThrough({0, 0}, {1, 0}), LineThrough({0, 5}, {1, 5})));
}

}  // namespace
}  // namespace kith::capture
