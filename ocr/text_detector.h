// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "ocr/network.h"

/// Private to ocr/.
namespace kith::ocr {

/// Finds lines of text, or parts of them, of any colour on any ground: the detection model of PP-OCRv4, a
/// segmentation by differentiable binarisation (Liao et al., arXiv 1911.08947). One object a thread. Throws
/// cv::Exception if the model can't be loaded or doesn't fit.
class TextDetector {
 public:
  explicit TextDetector(const std::filesystem::path& model);

  /// Rectangles around text, in pixels of `picture` (BGR); width runs along the text, within 45 degrees of
  /// horizontal.
  std::vector<cv::RotatedRect> Detect(const cv::Mat& picture);

 private:
  Network network_;
};

}  // namespace kith::ocr
