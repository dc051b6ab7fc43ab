// SPDX-License-Identifier: Apache-2.0
#include "imaging/mat.h"

#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::imaging {
namespace {

int MatType(PixelFormat format) {
  switch (format) {
    case PixelFormat::kGray8:
      return CV_8UC1;
    case PixelFormat::kBgr24:
      return CV_8UC3;
    case PixelFormat::kRgba32:
      return CV_8UC4;
  }
  return CV_8UC3;
}

PixelFormat FormatOf(const cv::Mat& mat) {
  return mat.channels() == 1   ? PixelFormat::kGray8
         : mat.channels() == 3 ? PixelFormat::kBgr24
                               : PixelFormat::kRgba32;
}

}  // namespace

cv::Mat ViewAsMat(const Image& image) {
  if (image.empty()) return {};
  // OpenCV has no matrix of constant pixels.
  auto* pixels = const_cast<std::uint8_t*>(image.pixels().data());
  return {image.height(), image.width(), MatType(image.format()), pixels};
}

Image ToImage(const cv::Mat& mat) {
  if (mat.empty()) return {};
  CV_Assert(mat.depth() == CV_8U && mat.channels() != 2 && mat.channels() <= 4);
  const std::size_t row_bytes = static_cast<std::size_t>(mat.cols) * mat.elemSize();
  std::vector<std::uint8_t> pixels;
  pixels.reserve(row_bytes * static_cast<std::size_t>(mat.rows));
  for (int y = 0; y < mat.rows; ++y) {
    const std::uint8_t* row = mat.ptr<std::uint8_t>(y);
    pixels.insert(pixels.end(), row, row + row_bytes);
  }
  return {mat.cols, mat.rows, FormatOf(mat), std::move(pixels)};
}

Image Mirrored(const Image& image) {
  if (image.empty()) return image;
  std::vector<std::uint8_t> pixels(image.pixels().size());
  cv::Mat mirrored(image.height(), image.width(), MatType(image.format()), pixels.data());
  cv::flip(ViewAsMat(image), mirrored, 1);
  return {image.width(), image.height(), image.format(), std::move(pixels)};
}

cv::Mat ToColour(const cv::Mat& picture) {
  if (picture.empty() || picture.channels() == 3) return picture;
  cv::Mat colour;
  cv::cvtColor(picture, colour, picture.channels() == 1 ? cv::COLOR_GRAY2BGR : cv::COLOR_RGBA2BGR);
  return colour;
}

cv::Mat ToGray(const Image& image) {
  const cv::Mat mat = ViewAsMat(image);
  if (mat.empty() || mat.channels() == 1) return mat;
  cv::Mat gray;
  cv::cvtColor(mat, gray, mat.channels() == 3 ? cv::COLOR_BGR2GRAY : cv::COLOR_RGBA2GRAY);
  return gray;
}

}  // namespace kith::imaging
