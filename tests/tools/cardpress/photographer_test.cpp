// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/photographer.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/lay_card.h"

namespace kith::tools {
namespace {

TEST(PickPose, KeepsTheCardInThePicture) {
  for (int i = 0; i < 400; ++i) {
    Rng rng(31, "pose", i);
    const cv::Size picture(1280, 720);
    const cv::Size2d card(85, 55);
    const Quad corners =
        CornersInPicture(PictureFromMm(PickPose(rng, card, picture, i % 2 == 1), card, picture), card);
    for (const Point& corner : corners) {
      EXPECT_GE(corner.x, 0);
      EXPECT_GE(corner.y, 0);
      EXPECT_LE(corner.x, picture.width);
      EXPECT_LE(corner.y, picture.height);
    }
  }
}

TEST(PictureFromMm, ShowsWhatIsRaisedNearerTheCamera) {
  const cv::Size2d book(150, 210);
  const cv::Size picture(1280, 720);
  Pose pose;
  pose.share = 0.8;
  pose.centre = {640, 360};
  const auto width = [&](double height) {
    const Quad corners = CornersInPicture(PictureFromMm(pose, book, picture, height), book);
    return corners[1].x - corners[0].x;
  };
  EXPECT_GT(width(30), width(0) * 1.01);
  EXPECT_LT(width(30), width(0) * 1.2);
}

TEST(QuarterTurn, FollowsTheText) {
  EXPECT_EQ(QuarterTurn({{{0, 0}, {90, 3}, {88, 58}, {0, 55}}}), 0);
  EXPECT_EQ(QuarterTurn({{{55, 0}, {55, 90}, {0, 90}, {0, 0}}}), 90);
  EXPECT_EQ(QuarterTurn({{{90, 55}, {0, 55}, {0, 0}, {90, 0}}}), 180);
  EXPECT_EQ(QuarterTurn({{{0, 90}, {0, 0}, {55, 0}, {55, 90}}}), 270);
}

TEST(LayCard, PutsTheCardWhereItsCornersAre) {
  Rng rng(32, "lay", 0);
  const cv::Size picture_size(1280, 720);
  PrintedCard white;
  white.pixels_per_mm = 10;
  white.image = imaging::ToImage(cv::Mat(550, 850, CV_8UC3, cv::Scalar::all(255)));
  for (int i = 0; i < 10; ++i) {
    const cv::Matx33d from_mm =
        PictureFromMm(PickPose(rng, {85, 55}, picture_size, true), {85, 55}, picture_size);
    cv::Mat picture(picture_size, CV_8UC3, cv::Scalar::all(0));
    LayCard(white, from_mm, 0, picture);
    cv::Mat expected(picture_size, CV_8UC1, cv::Scalar(0));
    std::vector<cv::Point> outline;
    for (const Point& corner : CornersInPicture(from_mm, {85, 55})) {
      outline.emplace_back(cvRound(corner.x), cvRound(corner.y));
    }
    cv::fillConvexPoly(expected, outline, cv::Scalar(255));
    cv::Mat got;
    cv::cvtColor(picture, got, cv::COLOR_BGR2GRAY);
    const int differing = cv::countNonZero(cv::abs(got - expected) > 128);
    EXPECT_LT(differing, cv::countNonZero(expected) / 100);
  }
}

TEST(PhotographCard, KnowsCornersAndTurnAndRepeatsItself) {
  Rng first(33, "photo", 1);
  const Result<Composition> card = ComposeCard(first, Domains::kReserved, 800);
  ASSERT_TRUE(card);
  Rng again = first;
  const Picture a = PhotographCard(*card, first, true);
  const Picture b = PhotographCard(*card, again, true);
  ASSERT_TRUE(a.truth.corners.has_value());
  EXPECT_EQ(a.truth.rotation, QuarterTurn(*a.truth.corners));
  EXPECT_TRUE(std::equal(a.image.pixels().begin(), a.image.pixels().end(), b.image.pixels().begin(),
                         b.image.pixels().end()));
}

}  // namespace
}  // namespace kith::tools
