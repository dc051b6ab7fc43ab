// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/lay_card.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "tools/cardpress/camera_pose.h"

namespace kith::tools {

namespace {

/// The part of the picture that a face of `mm` takes, `margin` pixels wider.
cv::Rect PartOf(const cv::Mat& picture, const cv::Matx33d& picture_from_mm, cv::Size2d mm, double margin) {
  const Quad corners = CornersInPicture(picture_from_mm, mm);
  const auto [left, right] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
  const auto [top, bottom] = std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
  const cv::Rect2d part(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
  const cv::Rect2d seen = part & cv::Rect2d(0, 0, picture.cols, picture.rows);
  const cv::Point from(static_cast<int>(seen.x), static_cast<int>(seen.y));
  const cv::Point to(static_cast<int>(std::ceil(seen.br().x)), static_cast<int>(std::ceil(seen.br().y)));
  return cv::Rect(from, to) & cv::Rect({0, 0}, picture.size());
}

}  // namespace

void LayFlat(const cv::Mat& face, const cv::Mat& share_of_face, double pixels_per_mm,
             const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& picture) {
  const cv::Size2d mm(face.cols / pixels_per_mm, face.rows / pixels_per_mm);
  const Quad corners = CornersInPicture(picture_from_mm, mm);
  const double height = std::max(std::hypot(corners[3].x - corners[0].x, corners[3].y - corners[0].y),
                                 std::hypot(corners[2].x - corners[1].x, corners[2].y - corners[1].y));
  const cv::Rect part = PartOf(picture, picture_from_mm, mm, 3 + 2 * std::abs(bulge) * height);
  if (part.empty()) return;
  const cv::Matx33d mm_from_picture = picture_from_mm.inv();
  cv::Mat map_x(part.size(), CV_32F);
  cv::Mat map_y(part.size(), CV_32F);
  for (int y = 0; y < part.height; ++y) {
    auto* to_x = map_x.ptr<float>(y);
    auto* to_y = map_y.ptr<float>(y);
    for (int x = 0; x < part.width; ++x) {
      const cv::Point2d at = Mapped(mm_from_picture, part.x + x + 0.5, part.y + y + 0.5);
      const double u = std::clamp(at.x * pixels_per_mm / face.cols, 0.0, 1.0);
      to_x[x] = static_cast<float>(at.x * pixels_per_mm - 0.5);
      to_y[x] = static_cast<float>(at.y * pixels_per_mm - 0.5 + bulge * face.rows * 4 * u * (1 - u));
    }
  }
  cv::Mat seen;
  cv::remap(face, seen, map_x, map_y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  cv::Mat alpha;
  cv::remap(share_of_face, alpha, map_x, map_y, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
  cv::Mat target = picture(part);
  for (int y = 0; y < part.height; ++y) {
    const uchar* share = alpha.ptr<uchar>(y);
    const auto* from = seen.ptr<cv::Vec3b>(y);
    auto* to = target.ptr<cv::Vec3b>(y);
    for (int x = 0; x < part.width; ++x) {
      for (int c = 0; c < 3; ++c)
        to[x][c] = static_cast<uchar>((from[x][c] * share[x] + to[x][c] * (255 - share[x])) / 255);
    }
  }
}

void LayCard(const PrintedCard& print, const cv::Matx33d& picture_from_mm, double bulge, cv::Mat& picture) {
  const cv::Mat card = imaging::ViewAsMat(print.image);
  LayFlat(card, cv::Mat(card.size(), CV_8U, cv::Scalar(255)), print.pixels_per_mm, picture_from_mm, bulge,
          picture);
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
