// SPDX-License-Identifier: Apache-2.0
#include "core/geometry.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(Box, EndsBehindItsLastPixel) {
  const Box box{10, 20, 30, 40};
  EXPECT_EQ(box.right(), 40);
  EXPECT_EQ(box.bottom(), 60);
}

TEST(Box, IsEmptyWithoutWidthOrHeight) {
  EXPECT_TRUE(Box().empty());
  EXPECT_TRUE((Box{1, 1, 0, 5}.empty()));
  EXPECT_TRUE((Box{1, 1, 5, -1}.empty()));
  EXPECT_FALSE((Box{-3, -3, 1, 1}.empty()));
}

TEST(Union, HoldsBothBoxes) {
  EXPECT_EQ(Union({10, 20, 30, 40}, {0, 50, 15, 30}), (Box{0, 20, 40, 60}));
  EXPECT_EQ(Union({0, 0, 10, 10}, {2, 3, 4, 4}), (Box{0, 0, 10, 10}));
}

TEST(Union, GainsNothingFromAnEmptyBox) {
  const Box box{10, 20, 30, 40};
  EXPECT_EQ(Union(box, {}), box);
  EXPECT_EQ(Union({500, 500, 0, 9}, box), box);
}

TEST(Intersection, IsThePartThatBothShare) {
  EXPECT_EQ(Intersection({10, 20, 30, 40}, {0, 50, 15, 30}), (Box{10, 50, 5, 10}));
  EXPECT_EQ(Intersection({0, 0, 10, 10}, {2, 3, 4, 4}), (Box{2, 3, 4, 4}));
}

TEST(Intersection, IsEmptyWhereBoxesOnlyTouchOrAreApart) {
  EXPECT_TRUE(Intersection({0, 0, 10, 10}, {10, 0, 10, 10}).empty());
  EXPECT_TRUE(Intersection({0, 0, 10, 10}, {50, 50, 10, 10}).empty());
}

}  // namespace
}  // namespace kith
