// SPDX-License-Identifier: Apache-2.0
#include "imaging/mat.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace kith::imaging {
namespace {

TEST(Mat, SharesThePixelsOfAnImage) {
  const Image image(2, 1, PixelFormat::kBgr24, {1, 2, 3, 4, 5, 6});
  const cv::Mat view = ViewAsMat(image);
  EXPECT_EQ(view.data, image.pixels().data());
  EXPECT_EQ(view.at<cv::Vec3b>(0, 1), cv::Vec3b(4, 5, 6));
}

TEST(Mat, CopiesAPartOfAMatrixWithoutItsPadding) {
  const cv::Mat whole = (cv::Mat_<std::uint8_t>(2, 3) << 1, 2, 3, 4, 5, 6);
  const Image image = ToImage(whole.colRange(1, 3));
  EXPECT_EQ(image.width(), 2);
  EXPECT_TRUE(std::ranges::equal(image.pixels(), std::vector<std::uint8_t>{2, 3, 5, 6}));
}

TEST(Mat, TurnsEveryFormatToBlueGreenAndRed) {
  const Image gray(1, 1, PixelFormat::kGray8, {7}), bgr(1, 1, PixelFormat::kBgr24, {1, 2, 3}),
      rgba(1, 1, PixelFormat::kRgba32, {3, 2, 1, 255});
  EXPECT_EQ(ToColour(ViewAsMat(gray)).at<cv::Vec3b>(0, 0), cv::Vec3b(7, 7, 7));
  EXPECT_EQ(ToColour(ViewAsMat(bgr)).at<cv::Vec3b>(0, 0), cv::Vec3b(1, 2, 3));
  EXPECT_EQ(ToColour(ViewAsMat(rgba)).at<cv::Vec3b>(0, 0), cv::Vec3b(1, 2, 3));
  EXPECT_EQ(ToColour(ViewAsMat(bgr)).data, bgr.pixels().data()) << "no copy where none is needed";
}

TEST(Mat, TurnsColourToGreyByItsOrderOfChannels) {
  const Image blue_bgr(1, 1, PixelFormat::kBgr24, {255, 0, 0});
  const Image blue_rgba(1, 1, PixelFormat::kRgba32, {0, 0, 255, 255});
  EXPECT_NEAR(ToGray(blue_bgr).at<std::uint8_t>(0, 0), 29, 1);
  EXPECT_NEAR(ToGray(blue_rgba).at<std::uint8_t>(0, 0), 29, 1);
}

TEST(Mat, EmptyStaysEmpty) {
  EXPECT_TRUE(ToImage(cv::Mat()).empty());
  EXPECT_TRUE(ViewAsMat(Image()).empty());
  EXPECT_TRUE(ToGray(Image()).empty());
  EXPECT_TRUE(ToColour(cv::Mat()).empty());
}

TEST(Mat, AMirroredImageHasLeftAndRightExchanged) {
  const Image image(2, 2, PixelFormat::kBgr24, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  const Image mirrored = Mirrored(image);
  EXPECT_EQ(std::vector<std::uint8_t>(mirrored.pixels().begin(), mirrored.pixels().end()),
            (std::vector<std::uint8_t>{4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9}));
  EXPECT_TRUE(Mirrored({}).empty());
}

}  // namespace
}  // namespace kith::imaging
