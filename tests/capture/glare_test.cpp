// SPDX-License-Identifier: Apache-2.0
#include "capture/glare.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "tests/capture/drawn_scene.h"

namespace kith::capture {
namespace {

using test::Blurred;
using test::GrayCard;

/// A soft spot of light.
cv::Mat Shining(const cv::Mat& card, cv::Point centre) {
  cv::Mat spot = cv::Mat::zeros(card.size(), CV_8U);
  cv::ellipse(spot, centre, {110, 60}, 20, 0, 360, {255}, cv::FILLED);
  return card + 2 * Blurred(spot, 30);
}

/// A wide one, white in the middle, in which the print around grows faint.
cv::Mat Flooded(const cv::Mat& card, cv::Point centre) {
  cv::Mat spot = cv::Mat::zeros(card.size(), CV_32F);
  cv::ellipse(spot, centre, {60, 36}, 20, 0, 360, {1}, cv::FILLED);
  cv::Mat light = Blurred(spot, 50);
  light = cv::min(3 * light / cv::norm(light, cv::NORM_INF), 1);
  cv::Mat levels, flooded;
  card.convertTo(levels, CV_32F);
  levels += (255 - levels).mul(light);
  levels.convertTo(flooded, CV_8U);
  return flooded;
}

double GlareOverPrint(const cv::Mat& card) {
  return FindGlare(card).over_print;
}

TEST(FindGlare, SeesALampOverTheText) {
  EXPECT_GT(GlareOverPrint(Shining(GrayCard({.paper = {190, 190, 190}}), {300, 430})), 0.01);
  EXPECT_GT(GlareOverPrint(Shining(GrayCard({.paper = {60, 60, 60}, .ink = {220, 220, 220}}), {300, 430})),
            0.01);
}

TEST(FindGlare, SeesALampOverTheTextOfWhitePaper) {
  EXPECT_GT(GlareOverPrint(Shining(GrayCard({.paper = {232, 232, 232}}), {300, 430})), 0.01);
}

TEST(FindGlare, SeesALampOverPaleText) {
  EXPECT_GT(GlareOverPrint(Shining(GrayCard({.paper = {190, 190, 190}, .ink = {175, 175, 175}}), {300, 430})),
            0.01);
}

TEST(FindGlare, SeesAWideLampBesideTheText) {
  EXPECT_GT(GlareOverPrint(Flooded(GrayCard({.paper = {190, 190, 190}}), {550, 440})), 0.01);
}

TEST(FindGlare, SaysWhereThePrintIsWashedOut) {
  const cv::Mat washed_out = FindGlare(Shining(GrayCard({.paper = {190, 190, 190}}), {300, 430})).washed_out;
  const auto at = [&](double x, double y) {
    return washed_out.at<uchar>(cvRound(y / 600 * washed_out.rows), cvRound(x / 1020 * washed_out.cols));
  };
  EXPECT_EQ(at(300, 430), 255);
  EXPECT_EQ(at(800, 100), 0);
  EXPECT_LT(cv::countNonZero(washed_out), 0.25 * static_cast<double>(washed_out.total()));
}

TEST(FindGlare, LetsGlareBeWhereNothingIsPrinted) {
  EXPECT_EQ(GlareOverPrint(Shining(GrayCard({.paper = {190, 190, 190}}), {880, 90})), 0);
}

TEST(FindGlare, IsNotFooledByWhatIsWhite) {
  EXPECT_EQ(GlareOverPrint(GrayCard()), 0);
  EXPECT_EQ(GlareOverPrint(GrayCard({.paper = {255, 255, 255}})), 0);
  EXPECT_EQ(GlareOverPrint(GrayCard({.paper = {60, 60, 60}, .ink = {255, 255, 255}})), 0);
  cv::Mat panel = GrayCard({.paper = {170, 170, 170}});
  cv::rectangle(panel, {60, 350, 500, 200}, {255}, cv::FILLED);
  EXPECT_EQ(GlareOverPrint(Blurred(panel, 1)), 0) << "a white panel has hard edges";
}

}  // namespace
}  // namespace kith::capture
