// SPDX-License-Identifier: Apache-2.0
#include "capture/grey_warp.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/wide.h"

namespace kith::capture {
namespace {

constexpr int kPerPixel = 256;  // of fixed point

/// Where the pixels of a row come from, in fixed point. `most`: the last position that has a pixel to the
/// right and below.
KITH_ALSO_WIDE
void FindPositions(const cv::Matx33f& from, int row, cv::Point most, int width, int* xs, int* ys) {
  const auto y = static_cast<float>(row);
  const float of_x = from(0, 1) * y + from(0, 2), of_y = from(1, 1) * y + from(1, 2);
  const float of_depth = from(2, 1) * y + from(2, 2);
  const auto most_x = static_cast<float>(most.x), most_y = static_cast<float>(most.y);
  for (int i = 0; i < width; ++i) {
    const auto x = static_cast<float>(i);
    const float near = float{kPerPixel} / (from(2, 0) * x + of_depth);
    const float at_x = (from(0, 0) * x + of_x) * near, at_y = (from(1, 0) * x + of_y) * near;
    xs[i] = static_cast<int>(std::min(most_x, std::max(0.0F, at_x)));
    ys[i] = static_cast<int>(std::min(most_y, std::max(0.0F, at_y)));
  }
}

/// Between four pixels.
int Interpolated(const std::uint8_t* pixel, std::ptrdiff_t step, int right, int down) {
  const int above = kPerPixel * pixel[0] + right * (pixel[1] - pixel[0]);
  const int below = kPerPixel * pixel[step] + right * (pixel[step + 1] - pixel[step]);
  return (kPerPixel * above + down * (below - above) + kPerPixel * kPerPixel / 2) / (kPerPixel * kPerPixel);
}

}  // namespace

cv::Mat WarpGrey(const cv::Mat& picture, const std::array<cv::Point2f, 4>& corners, cv::Size size) {
  const auto right = static_cast<float>(size.width) - 1, bottom = static_cast<float>(size.height) - 1;
  const std::array<cv::Point2f, 4> of_size = {cv::Point2f(0, 0), cv::Point2f(right, 0),
                                              cv::Point2f(right, bottom), cv::Point2f(0, bottom)};
  const cv::Matx33d exact = cv::getPerspectiveTransform(of_size.data(), corners.data());
  const cv::Matx33f from(exact);
  const cv::Point most((picture.cols - 1) * kPerPixel - 1, (picture.rows - 1) * kPerPixel - 1);
  const auto step = static_cast<std::ptrdiff_t>(picture.step[0]);
  cv::Mat warped(size, CV_8UC1);
  std::vector<int> xs(static_cast<std::size_t>(size.width)), ys(xs.size());
  for (int y = 0; y < size.height; ++y) {
    FindPositions(from, y, most, size.width, xs.data(), ys.data());
    auto* row = warped.ptr<std::uint8_t>(y);
    for (std::size_t i = 0; i < xs.size(); ++i) {
      const std::uint8_t* pixel = picture.data + step * (ys[i] / kPerPixel) + xs[i] / kPerPixel;
      row[i] = static_cast<std::uint8_t>(Interpolated(pixel, step, xs[i] % kPerPixel, ys[i] % kPerPixel));
    }
  }
  return warped;
}

}  // namespace kith::capture
