// SPDX-License-Identifier: Apache-2.0
#include "capture/background.h"

#include <chrono>
#include <optional>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using test::CardLook;
using test::Placement;

constexpr Placement kLaid{.width = 0.5, .degrees = 6};

/// Wood, seen by a camera that stays in its place.
class SeenTable {
 public:
  explicit SeenTable(int seed = 1, cv::Size size = {1280, 720}) : table_(test::DrawWood(seed, size)) {}

  Image Empty() { return Photograph(table_); }
  Image With(const CardLook& look, const Placement& placement) {
    cv::Mat scene = table_.clone();
    corners = test::LayCard(test::DrawCard(look), placement, scene);
    return Photograph(scene);
  }

  Quad corners{};    ///< of the card that was seen last
  double light = 1;  ///< how bright the camera makes all
  double noise = 2;

 private:
  Image Photograph(const cv::Mat& scene) {
    cv::Mat lit;
    scene.convertTo(lit, -1, light);
    return imaging::ToImage(test::WithNoise(lit, noise, ++frames_));
  }

  int frames_ = 0;
  cv::Mat table_;
};

class BackgroundTest : public testing::Test {
 protected:
  void Learn(const Image& frame, std::chrono::milliseconds later = 100ms) {
    now_ += later;
    background_.Learn(frame, now_);
  }
  void LearnEmptyTable(SeenTable& table) {
    for (int i = 0; i < 4; ++i)
      Learn(table.Empty());
  }
  bool IsSomethingThere(const Image& frame) const { return background_.ForegroundOf(frame).has_value(); }

  /// Of the card that is found in the foreground.
  static double ErrorIn(const std::optional<Image>& foreground, const Quad& truth) {
    if (!foreground) return 1;
    const std::vector<FoundCard> found = FindCards(*foreground, FinderOptions::OfCamera());
    return found.empty() ? 1 : CornerError(found.front().corners, truth);
  }

  Background background_;
  Instant now_{};
};

constexpr double kSameCorners = 0.015;  // mean distance of corners, of the diagonal

TEST_F(BackgroundTest, MakesACardOfTheTablesOwnColourStandOut) {
  SeenTable table;
  LearnEmptyTable(table);
  const Image frame = table.With(test::WoodenCard(), kLaid);
  EXPECT_TRUE(FindCards(frame, FinderOptions::OfCamera()).empty()) << "or it is too easy";
  EXPECT_LT(ErrorIn(background_.ForegroundOf(frame), table.corners), kSameCorners);
}

TEST_F(BackgroundTest, LeavesThePrintOfACardAsItIs) {
  SeenTable table;
  LearnEmptyTable(table);
  const Image frame = table.With({}, kLaid);
  const std::optional<Image> foreground = background_.ForegroundOf(frame);
  ASSERT_TRUE(foreground);
  const cv::Mat before = imaging::ViewAsMat(frame), after = imaging::ViewAsMat(*foreground);
  const cv::Rect inner(440, 260, 400, 200);
  EXPECT_EQ(cv::norm(before(inner), after(inner), cv::NORM_INF), 0);
  EXPECT_GT(cv::norm(before, after, cv::NORM_INF), 0);
}

TEST_F(BackgroundTest, SeesNothingBeforeAnEmptyTable) {
  SeenTable table;
  LearnEmptyTable(table);
  EXPECT_FALSE(IsSomethingThere(table.Empty()));
}

TEST_F(BackgroundTest, KnowsNothingBeforeTwoFrames) {
  SeenTable table;
  EXPECT_FALSE(IsSomethingThere(table.With({}, kLaid)));
  Learn(table.Empty());
  EXPECT_FALSE(IsSomethingThere(table.With({}, kLaid)));
  Learn(table.Empty());
  EXPECT_TRUE(IsSomethingThere(table.With({}, kLaid)));
}

TEST_F(BackgroundTest, StillTellsACardWhenTheCameraMakesAllDarkerForIt) {
  SeenTable table;
  LearnEmptyTable(table);
  table.light = 0.8;
  EXPECT_LT(ErrorIn(background_.ForegroundOf(table.With({}, kLaid)), table.corners), kSameCorners);
  EXPECT_FALSE(IsSomethingThere(table.Empty()));
}

TEST_F(BackgroundTest, IsNotMistakenForBrighterByABrightCardOverADarkTable) {
  SeenTable table;
  table.light = 0.4;
  LearnEmptyTable(table);
  const Image frame = table.With({}, {.width = 0.72});
  EXPECT_LT(ErrorIn(background_.ForegroundOf(frame), table.corners), kSameCorners);
}

TEST_F(BackgroundTest, MakesACardStandOutThatDiffersByTwoGreyLevels) {
  const cv::Mat table(720, 1280, CV_8UC3, cv::Scalar(204, 206, 205));
  cv::Mat scene = table.clone();
  const Quad corners = test::LayCard(test::DrawCard({.paper = {206, 208, 207}}), kLaid, scene);
  for (int i = 0; i < 4; ++i)
    Learn(imaging::ToImage(test::WithNoise(table, 2, i)));
  const Image frame = imaging::ToImage(test::WithNoise(scene, 2, 4));
  EXPECT_LT(ErrorIn(background_.ForegroundOf(frame), corners), kSameCorners);
}

TEST_F(BackgroundTest, TakesNoFramesOnWhichNoCardCouldBeRead) {
  const Image tiny = imaging::ToImage(cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(9)));
  Learn(tiny);
  Learn(tiny);
  EXPECT_FALSE(IsSomethingThere(tiny));
}

TEST_F(BackgroundTest, IsLearnedAroundWhatCoversIt) {
  SeenTable table;
  LearnEmptyTable(table);
  for (int i = 0; i < 20; ++i)
    Learn(table.With(test::WoodenCard(), {.x = 0.4 + 0.01 * i, .width = 0.5}));
  EXPECT_FALSE(IsSomethingThere(table.Empty()));
  EXPECT_LT(ErrorIn(background_.ForegroundOf(table.With(test::WoodenCard(), kLaid)), table.corners),
            kSameCorners);
}

TEST_F(BackgroundTest, TakesInWhatLiesStillForLongHoweverNoisyTheCamera) {
  SeenTable table;
  table.noise = 6;
  LearnEmptyTable(table);
  Learn(table.With(test::WoodenCard(), kLaid));
  Learn(table.With(test::WoodenCard(), kLaid), Background::kSettles - 1ms);
  EXPECT_TRUE(IsSomethingThere(table.With(test::WoodenCard(), kLaid))) << "not sooner";
  for (int i = 0; i < 4; ++i)
    Learn(table.With(test::WoodenCard(), kLaid));
  EXPECT_FALSE(IsSomethingThere(table.With(test::WoodenCard(), kLaid)));
}

TEST_F(BackgroundTest, StartsAnewWhenTheCameraWasMoved) {
  SeenTable table(1), other(2);
  LearnEmptyTable(table);
  EXPECT_FALSE(IsSomethingThere(other.Empty())) << "all that is seen has changed, not a card came";
  LearnEmptyTable(other);
  EXPECT_FALSE(IsSomethingThere(other.Empty()));
  EXPECT_LT(ErrorIn(background_.ForegroundOf(other.With(test::WoodenCard(), kLaid)), other.corners),
            kSameCorners);
}

TEST_F(BackgroundTest, StartsAnewWithFramesOfAnotherSize) {
  SeenTable table, shorter(1, {1280, 960});
  LearnEmptyTable(table);
  EXPECT_FALSE(IsSomethingThere(shorter.With({}, kLaid)));
  LearnEmptyTable(shorter);
  EXPECT_TRUE(IsSomethingThere(shorter.With({}, kLaid)));
}

TEST_F(BackgroundTest, KeepsNoPixelsOfFramesThatAreAsSmallAsWhatItCompares) {
  SeenTable table(1, {640, 360});
  LearnEmptyTable(table);
  EXPECT_LT(ErrorIn(background_.ForegroundOf(table.With({}, kLaid)), table.corners), kSameCorners);
}

TEST_F(BackgroundTest, TakesGrayFrames) {
  SeenTable table;
  const auto gray = [](const Image& frame) { return imaging::ToImage(imaging::ToGray(frame)); };
  for (int i = 0; i < 4; ++i)
    Learn(gray(table.Empty()));
  const std::optional<Image> foreground =
      background_.ForegroundOf(gray(table.With(test::WoodenCard(), kLaid)));
  EXPECT_LT(ErrorIn(foreground, table.corners), kSameCorners);
  EXPECT_FALSE(IsSomethingThere(gray(table.Empty())));
}

}  // namespace
}  // namespace kith::capture
