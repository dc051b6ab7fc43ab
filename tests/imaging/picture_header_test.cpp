// SPDX-License-Identifier: Apache-2.0
#include "imaging/picture_header.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

namespace kith::imaging {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes Encoded(const std::string& extension, std::vector<int> parameters = {}) {
  cv::Mat picture(150, 210, CV_8UC3);
  cv::RNG(5).fill(picture, cv::RNG::UNIFORM, 0, 255);
  Bytes bytes;
  cv::imencode(extension, picture, bytes, parameters);
  return bytes;
}

TEST(PictureHeader, TellsFormatAndSizeOfEveryFormat) {
  const std::vector<std::pair<Bytes, PictureFormat>> pictures = {
      {Encoded(".jpg"), PictureFormat::kJpeg},
      {Encoded(".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1}), PictureFormat::kJpeg},
      {Encoded(".png"), PictureFormat::kPng},
      {Encoded(".webp", {cv::IMWRITE_WEBP_QUALITY, 80}), PictureFormat::kWebp},
      {Encoded(".webp", {cv::IMWRITE_WEBP_QUALITY, 101}), PictureFormat::kWebp},  // lossless
      {Encoded(".bmp"), PictureFormat::kBmp},
      {Encoded(".tiff"), PictureFormat::kTiff}};
  for (const auto& [bytes, format] : pictures) {
    const auto header = ReadPictureHeader(bytes);
    ASSERT_TRUE(header) << static_cast<int>(format);
    EXPECT_EQ(header->format, format);
    EXPECT_EQ(header->width, 210) << static_cast<int>(format);
    EXPECT_EQ(header->height, 150) << static_cast<int>(format);
  }
}

TEST(PictureHeader, IsSafeWithEveryBeginningOfAFile) {
  for (const char* extension : {".jpg", ".png", ".webp", ".bmp", ".tiff"}) {
    const Bytes whole = Encoded(extension);
    for (std::size_t length = 0; length < std::min<std::size_t>(whole.size(), 900); ++length) {
      const Bytes beginning(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
      const auto header = ReadPictureHeader(beginning);
      EXPECT_TRUE(!header || header->width == 0 || header->width == 210) << extension << length;
    }
  }
}

TEST(PictureHeader, KnowsNothingOfOtherFiles) {
  EXPECT_FALSE(ReadPictureHeader({}));
  const Bytes text = {'%', 'P', 'D', 'F', '-', '1', '.', '7'};
  EXPECT_FALSE(ReadPictureHeader(text));
}

TEST(PictureHeader, FindsTheEndOfProgressiveJpegsToo) {
  Bytes jpeg = Encoded(".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
  EXPECT_FALSE(IsCutOff(jpeg, PictureFormat::kJpeg));
  jpeg.resize(jpeg.size() - 2);
  EXPECT_TRUE(IsCutOff(jpeg, PictureFormat::kJpeg));
}

}  // namespace
}  // namespace kith::imaging
