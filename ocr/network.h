// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <opencv2/core/mat.hpp>

/// Private to ocr/.
namespace kith::ocr {

/// A neural network of OpenCV's dnn module, for pictures of one size: OpenCV 4.6 goes wrong when a net is
/// given different ones. One object a thread.
class Network {
 public:
  /// Throws cv::Exception if `model` (ONNX) can't be loaded.
  explicit Network(const std::filesystem::path& model);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  /// What the model makes of (picture - mean) * scale; always the same size. The values stand until the next
  /// run. Throws cv::Exception if the picture doesn't fit.
  cv::Mat Run(const cv::Mat& picture, double scale, const cv::Scalar& mean);

 private:
  struct Net;
  std::unique_ptr<Net> net_;
};

}  // namespace kith::ocr
