// SPDX-License-Identifier: Apache-2.0
#include "capture/reduced.h"

#include <opencv2/imgproc.hpp>

namespace kith::capture {

cv::Mat Reduced(const cv::Mat& full, double scale) {
  const cv::Size size(cvRound(full.cols / scale), cvRound(full.rows / scale));
  cv::Mat reduced = full;
  while (reduced.cols % 2 == 0 && reduced.rows % 2 == 0 && reduced.cols >= 2 * size.width) {
    cv::Mat half;
    cv::resize(reduced, half, {}, 0.5, 0.5, cv::INTER_AREA);
    reduced = half;
  }
  if (reduced.size() == size) return reduced;
  // Interpolation that leaves pixels out would be noisy.
  const bool far = reduced.cols >= 2 * size.width;
  cv::Mat small;
  cv::resize(reduced, small, size, 0, 0, far ? cv::INTER_AREA : cv::INTER_LINEAR);
  return small;
}

}  // namespace kith::capture
