// SPDX-License-Identifier: Apache-2.0
#include "ui/sizes.h"

#include <gtest/gtest.h>

namespace kith::ui {
namespace {

float Scale(Use use, int width, int height, float content_scale = 1, int text_percent = 100) {
  return SizesFor({.use = use,
                   .width = width,
                   .height = height,
                   .content_scale = content_scale,
                   .text_percent = text_percent})
      .scale;
}

TEST(DotsPerInch, FollowFromTheSizeOfTheMonitor) {
  EXPECT_NEAR(DotsPerInch({1920, 1080, 527, 296}), 92.6F, 0.1F);  // 24"
  EXPECT_NEAR(DotsPerInch({1280, 800, 217, 136}), 149.6F, 0.1F);  // 10"
  EXPECT_NEAR(DotsPerInch({3840, 2160, 344, 194, 2}), 283, 0.5F);
}

TEST(DotsPerInch, FollowFromAScreenThatWasTurned) {
  EXPECT_NEAR(DotsPerInch({1080, 1920, 527, 296}), 92.6F, 0.1F);
}

TEST(DotsPerInch, AreTheUsualOnesWhereTheSizeIsMissingOrNonsense) {
  EXPECT_EQ(DotsPerInch({1920, 1080, 0, 0}), 96);
  EXPECT_EQ(DotsPerInch({1920, 1080, 160, 90}), 96);
  EXPECT_EQ(DotsPerInch({1920, 1080, 16, 9}), 96);
  EXPECT_EQ(DotsPerInch({1920, 1080, 1600, 900}), 96);  // 30 dpi
  EXPECT_EQ(DotsPerInch({1920, 1080, 100, 56}), 96);    // 488 dpi
  EXPECT_EQ(DotsPerInch({1920, 1080, 400, 300}), 96);   // another shape
  EXPECT_EQ(DotsPerInch({0, 0, 527, 296}), 96);
  EXPECT_EQ(DotsPerInch({3840, 2160, 0, 0, 2}), 192);
}

TEST(Sizes, GrowWithTheScreenAtAKioskAndNotAtADesk) {
  EXPECT_EQ(Scale(Use::kKiosk, 1280, 800), 1.0F);
  EXPECT_EQ(Scale(Use::kKiosk, 1920, 1080), 1.375F);
  EXPECT_EQ(Scale(Use::kKiosk, 3840, 2160), 2.75F);
  EXPECT_EQ(Scale(Use::kDesk, 1920, 1080), 1.0F);
  EXPECT_EQ(Scale(Use::kDesk, 2560, 1600, 2), 2.0F);
}

TEST(Sizes, AreTheSameOnAKioskThatStandsUpright) {
  EXPECT_EQ(Scale(Use::kKiosk, 1080, 1920), 1.375F);
}

TEST(Sizes, GrowWithTheDotsOfTheScreen) {
  EXPECT_EQ(SizesFor({.width = 2560, .height = 1440, .dpi = 144}).scale, 1.5F);
  EXPECT_EQ(SizesFor({.width = 1920, .height = 1080, .dpi = 80}).scale, 1.0F);
}

TEST(Sizes, GrowAsMuchAsIsAskedForLargerText) {
  EXPECT_EQ(Scale(Use::kDesk, 1920, 1080, 1, 150), 1.5F);
  EXPECT_EQ(Scale(Use::kDesk, 1280, 800, 1, 200), 2.0F);
  EXPECT_EQ(Scale(Use::kKiosk, 1280, 800, 1, 200), 2.0F);
  EXPECT_EQ(SizesFor({.text_percent = 200}).plain_scale, 1.0F);
}

TEST(Sizes, LeaveRoomForWordsAcrossAScreenThatStandsUpright) {
  EXPECT_EQ(Scale(Use::kKiosk, 1080, 1920, 1, 200), 2.0F);
  EXPECT_EQ(Scale(Use::kDesk, 1080, 1920, 1, 200), 1.75F);
  EXPECT_EQ(Scale(Use::kKiosk, 1080, 1920, 1, 125), 1.75F);
}

TEST(Sizes, AreSmallerInASmallWindow) {
  EXPECT_EQ(Scale(Use::kKiosk, 960, 600), 0.75F);
  EXPECT_EQ(Scale(Use::kDesk, 1280, 800, 2), 1.125F);
  EXPECT_EQ(SizesFor({.width = 1280, .height = 800, .dpi = 149}).scale, 1.125F);
}

}  // namespace
}  // namespace kith::ui
