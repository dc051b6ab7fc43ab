// SPDX-License-Identifier: Apache-2.0
#include "capture/quad.h"

#include <cmath>
#include <numbers>
#include <vector>

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

TEST(LineFit, PassesThroughMostPointsWhateverTheOthersDo) {
  std::vector<Point> points;
  for (int i = 0; i < 40; ++i)
    points.push_back({1.0 * i, 0.5 * i + 3});
  for (int i = 10; i < 22; ++i)  // a finger over the edge
    points.push_back({1.0 * i, 0.5 * i + 9});
  const Line line = FitLine(points, LineThrough({0, 4}, {40, 23}), 2);
  EXPECT_NEAR(line.DistanceTo({0, 3}), 0, 0.05);
  EXPECT_NEAR(line.DistanceTo({39, 22.5}), 0, 0.05);
}

TEST(LineFit, StaysWhereItBeganIfNoPointIsNear) {
  const Line start = LineThrough({0, 0}, {10, 0});
  const Line line = FitLine(std::vector<Point>{{0, 900}, {10, 900}}, start, 1);
  EXPECT_DOUBLE_EQ(line.b, start.b);
  EXPECT_DOUBLE_EQ(line.c, start.c);
}

/// A card of 90 x 60, leaning by `degrees` about its long middle, as a camera sees it at a distance of 200.
Quad Leaning(double degrees, double focal, const Point& centre) {
  const double angle = degrees * std::numbers::pi / 180;
  Quad quad;
  for (std::size_t i = 0; i < 4; ++i) {
    const double x = i == 0 || i == 3 ? -45 : 45, y = i < 2 ? -30 : 30;
    const double depth = 200 - y * std::sin(angle);
    quad[i] = {centre.x + focal * x / depth, centre.y + focal * y * std::cos(angle) / depth};
  }
  return quad;
}

TEST(RectangleInPerspective, HasItsTrueShapeHoweverItLeans) {
  const Point centre{640, 360};
  for (const double degrees : {0.0, 20.0, 45.0}) {
    const Rectangle shape = AsRectangle(Leaning(degrees, 1000, centre), centre, 1000);
    EXPECT_NEAR(shape.aspect, 1.5, 1e-6) << degrees;
    EXPECT_NEAR(shape.skew, 0, 1e-6) << degrees;
  }
}

TEST(RectangleInPerspective, TellsAParallelogramFromARectangle) {
  const Quad parallelogram = {Point{600, 300}, Point{700, 300}, Point{740, 360}, Point{640, 360}};
  EXPECT_GT(AsRectangle(parallelogram, {640, 360}, 1000).skew, 0.3);
}

}  // namespace
}  // namespace kith::capture
