// SPDX-License-Identifier: Apache-2.0
#include "capture/rectify.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

/// Mean difference of grey levels, after scaling to the same size.
double Difference(const Image& a, const Image& b) {
  cv::Mat first = imaging::ToGray(a), second;
  cv::resize(imaging::ToGray(b), second, first.size(), 0, 0, cv::INTER_AREA);
  return cv::norm(first, second, cv::NORM_L1) / static_cast<double>(first.total());
}

TEST(Rectify, GivesBackTheCardThatWasLaidOnTheTable) {
  const cv::Mat card = test::DrawCard();
  cv::Mat scene = test::DrawTable({.size = {2400, 1600}});
  const Quad corners = test::LayCard(card, {.width = 0.45, .degrees = 25, .tilt = 0.1}, scene);
  const Image rectified = Rectify(imaging::ToImage(scene), corners);
  // Leaning back makes it look less high, which nobody undoes.
  EXPECT_NEAR(double(rectified.width()) / rectified.height(), 1.7, 0.25);
  EXPECT_GE(rectified.width(), 0.45 * 2400);  // nothing that the frame shows is lost
  EXPECT_LT(Difference(imaging::ToImage(card), rectified), 6);
}

TEST(Rectify, LeavesAWholePictureAsItIs) {
  const Image scan = imaging::ToImage(test::DrawCard());
  const Image card = Rectify(scan, WholePicture(scan));
  EXPECT_EQ(card.pixels().data(), scan.pixels().data());
}

TEST(Rectify, CutsAnUprightBoxWithoutTouchingItsPixels) {
  const cv::Mat card = test::DrawCard();
  const Image cut =
      Rectify(imaging::ToImage(card), {Point{80, 60}, Point{580, 60}, Point{580, 360}, Point{80, 360}});
  ASSERT_EQ(cut.width(), 500);
  ASSERT_EQ(cut.height(), 300);
  EXPECT_EQ(cv::norm(imaging::ViewAsMat(cut), card(cv::Rect(80, 60, 500, 300)), cv::NORM_INF), 0);
}

TEST(Rectify, KeepsCardImagesOfHugeFramesBelowTheLargestSide) {
  const Image frame = imaging::ToImage(cv::Mat(3000, 4000, CV_8UC1, cv::Scalar(9)));
  const Image card = Rectify(frame, {Point{100, 100}, Point{3900, 110}, Point{3890, 2300}, Point{110, 2290}});
  EXPECT_EQ(card.width(), kLongestCardSide);
  EXPECT_NEAR(card.height(), 2400.0 * 2190 / 3800, 10);
}

TEST(Rectify, GivesAnEmptyImageForAQuadWithoutArea) {
  const Image frame = imaging::ToImage(test::DrawTable());
  EXPECT_TRUE(Rectify(frame, Quad{}).empty());
  EXPECT_TRUE(Rectify(Image(), WholePicture(frame)).empty());
}

TEST(Rectify, ShowsTheSameInGrey) {
  cv::Mat scene = test::DrawTable();
  const Quad corners = test::LayCard(test::DrawCard(), {.x = 0.3, .degrees = 18, .tilt = 0.1}, scene);
  const Image frame = imaging::ToImage(scene);
  const Image gray = RectifyGray(frame, corners);
  EXPECT_EQ(gray.format(), PixelFormat::kGray8);
  const cv::Mat expected = imaging::ToGray(Rectify(frame, corners));
  ASSERT_EQ(imaging::ViewAsMat(gray).size(), expected.size());
  EXPECT_LE(cv::norm(imaging::ViewAsMat(gray), expected, cv::NORM_INF), 3);
  EXPECT_TRUE(RectifyGray(Image(), corners).empty());
}

TEST(Turn, ShowsTheSameAsRectifyingWithTurnedCorners) {
  cv::Mat scene = test::DrawTable();
  const Quad corners = test::LayCard(test::DrawCard(), {.degrees = 15}, scene);
  const Image frame = imaging::ToImage(scene);
  const Image card = Rectify(frame, corners);
  for (int turns = -1; turns <= 4; ++turns) {
    const Image turned = Turn(card, turns);
    const Image directly = Rectify(frame, TurnCorners(corners, turns));
    ASSERT_EQ(turned.width(), directly.width()) << turns;
    ASSERT_EQ(turned.height(), directly.height()) << turns;
    EXPECT_LT(Difference(turned, directly), 1) << turns;
  }
}

TEST(Turn, ClockwiseBringsTheBottomLeftToTheTopLeft) {
  const Quad corners = {Point{1, 1}, Point{9, 1}, Point{9, 5}, Point{1, 5}};
  EXPECT_EQ(TurnCorners(corners, 1)[0], corners[3]);
  const Image gray(2, 1, PixelFormat::kGray8, {10, 20});
  const Image turned = Turn(gray, 1);
  ASSERT_EQ(turned.height(), 2);
  EXPECT_EQ(turned.pixels()[0], 10);
}

}  // namespace
}  // namespace kith::capture
