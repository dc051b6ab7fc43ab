// SPDX-License-Identifier: Apache-2.0
#include "imaging/jpeg_frame.h"

#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "imaging/mat.h"

namespace kith::imaging {
namespace {

using Bytes = std::vector<std::uint8_t>;

cv::Mat Noise(int width, int height) {
  cv::Mat picture(height, width, CV_8UC3);
  cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 0, 255);
  return picture;
}

Bytes Jpeg(const cv::Mat& picture) {
  Bytes bytes;
  cv::imencode(".jpg", picture, bytes);
  return bytes;
}

/// Without the segments of that marker.
Bytes Without(std::uint8_t marker, const Bytes& jpeg) {
  Bytes rest(jpeg.begin(), jpeg.begin() + 2);
  std::size_t at = 2;
  while (jpeg[at + 1] != 0xDA) {
    const std::size_t length = 2 + jpeg[at + 2] * 256U + jpeg[at + 3];
    if (jpeg[at + 1] != marker)
      rest.insert(rest.end(), jpeg.begin() + std::ptrdiff_t(at), jpeg.begin() + std::ptrdiff_t(at + length));
    at += length;
  }
  rest.insert(rest.end(), jpeg.begin() + std::ptrdiff_t(at), jpeg.end());
  return rest;
}

TEST(JpegFrame, GivesThePixelsThatOpenCvGives) {
  for (const cv::Size size : {cv::Size(321, 201), cv::Size(16, 16), cv::Size(1, 1)}) {
    const Bytes jpeg = Jpeg(Noise(size.width, size.height));
    const auto image = DecodeJpegFrame(jpeg);
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format(), PixelFormat::kBgr24);
    const cv::Mat expected = cv::imdecode(jpeg, cv::IMREAD_COLOR);
    ASSERT_EQ(ViewAsMat(*image).size(), expected.size());
    EXPECT_LE(cv::norm(ViewAsMat(*image), expected, cv::NORM_INF), 2);
  }
}

TEST(JpegFrame, GivesAGreyPictureInColour) {
  const auto image = DecodeJpegFrame(Jpeg(cv::Mat(40, 60, CV_8UC1, cv::Scalar(90))));
  ASSERT_TRUE(image);
  EXPECT_EQ(image->format(), PixelFormat::kBgr24);
  EXPECT_NEAR(cv::mean(ViewAsMat(*image))[2], 90, 2);
}

TEST(JpegFrame, NeedsNoHuffmanTablesAsMotionJpegLeavesThemOut) {
  const Bytes jpeg = Jpeg(Noise(320, 200));
  const Bytes bare = Without(0xC4, jpeg);
  ASSERT_LT(bare.size(), jpeg.size());
  const auto image = DecodeJpegFrame(bare);
  ASSERT_TRUE(image);
  EXPECT_EQ(cv::norm(ViewAsMat(*image), ViewAsMat(*DecodeJpegFrame(jpeg)), cv::NORM_INF), 0);
}

TEST(JpegFrame, NeedsNoEndMarkerAndMindsNoPadding) {
  Bytes jpeg = Jpeg(Noise(320, 200));
  jpeg.insert(jpeg.end(), 300, 0);
  EXPECT_TRUE(DecodeJpegFrame(jpeg)) << "padded, as USB cameras do";
  jpeg.resize(jpeg.size() - 302);
  EXPECT_TRUE(DecodeJpegFrame(jpeg)) << "all pixels are there";
}

TEST(JpegFrame, RefusesAPictureThatIsCutOffAnywhere) {
  const Bytes jpeg = Jpeg(Noise(64, 48));
  // The last 16 bytes may hold only the end of the last block and the marker.
  for (std::size_t size = 0; size + 16 < jpeg.size(); ++size)
    ASSERT_FALSE(DecodeJpegFrame(std::span(jpeg).first(size))) << size << " of " << jpeg.size();
}

TEST(JpegFrame, RefusesDamageAndWhatIsNoJpeg) {
  Bytes jpeg = Jpeg(Noise(320, 200));
  for (std::size_t i = jpeg.size() / 2; i < jpeg.size() / 2 + 400; ++i)
    jpeg[i] = 0xFF;
  EXPECT_FALSE(DecodeJpegFrame(jpeg));
  Bytes png;
  cv::imencode(".png", Noise(8, 8), png);
  EXPECT_FALSE(DecodeJpegFrame(png));
  EXPECT_FALSE(DecodeJpegFrame({}));
}

}  // namespace
}  // namespace kith::imaging
