// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/lay_card.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"

namespace kith::tools {

void LayCard(const PrintedCard& print, const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& picture) {
  const cv::Mat card = imaging::ViewAsMat(print.image);
  const double scale = print.pixels_per_mm;
  const cv::Matx33d mm_from_picture = picture_from_mm.inv();
  cv::Mat map_x(picture.size(), CV_32F);
  cv::Mat map_y(picture.size(), CV_32F);
  for (int y = 0; y < picture.rows; ++y) {
    auto* to_x = map_x.ptr<float>(y);
    auto* to_y = map_y.ptr<float>(y);
    for (int x = 0; x < picture.cols; ++x) {
      const cv::Point2d mm = Mapped(mm_from_picture, x + 0.5, y + 0.5);
      const double u = std::clamp(mm.x * scale / card.cols, 0.0, 1.0);
      to_x[x] = static_cast<float>(mm.x * scale - 0.5);
      to_y[x] = static_cast<float>(mm.y * scale - 0.5 + bulge * card.rows * 4 * u * (1 - u));
    }
  }
  cv::Mat seen;
  cv::remap(card, seen, map_x, map_y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::Mat alpha;
  cv::remap(cv::Mat(card.size(), CV_8U, cv::Scalar(255)), alpha, map_x, map_y, cv::INTER_LINEAR,
            cv::BORDER_CONSTANT);
  for (int y = 0; y < picture.rows; ++y) {
    const uchar* share = alpha.ptr<uchar>(y);
    const auto* from = seen.ptr<cv::Vec3b>(y);
    auto* to = picture.ptr<cv::Vec3b>(y);
    for (int x = 0; x < picture.cols; ++x) {
      for (int c = 0; c < 3; ++c)
        to[x][c] = static_cast<uchar>((from[x][c] * share[x] + to[x][c] * (255 - share[x])) / 255);
    }
  }
}

PrintedCard AsFarAway(const PrintedCard& print, double pixels_per_mm) {
  PrintedCard far = print;
  const double factor = pixels_per_mm * 1.4 / print.pixels_per_mm;
  if (factor >= 1) return far;
  cv::Mat reduced;
  cv::resize(imaging::ViewAsMat(print.image), reduced, {}, factor, factor, cv::INTER_AREA);
  far.image = imaging::ToImage(reduced);
  far.pixels_per_mm = static_cast<double>(reduced.cols) / print.image.width() * print.pixels_per_mm;
  return far;
}

}  // namespace kith::tools
