// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include <opencv2/core/mat.hpp>

/// Private to ocr/.
namespace kith::ocr {

class NetworkPlan;
struct NetworkModel;

/// A neural network for pictures, computed by oneDNN on the calling thread. One object a thread.
class Network {
 public:
  /// `model` with ".json" added: its steps, with ".weights": their weights, both as tools/ppocr/convert.py
  /// writes them. Throws a std::exception if they can't be read or don't fit each other.
  explicit Network(const std::filesystem::path& model);
  ~Network();

  /// What the network makes of (picture - mean) * scale, of an 8-bit picture in colour: a matrix of rows,
  /// columns and channels, 32-bit floats, that stands until the next run. The first picture of a size takes
  /// some 20 ms longer, for making the code that computes it. Throws a std::exception if the picture doesn't
  /// fit the network.
  cv::Mat Run(const cv::Mat& picture, double scale, const cv::Scalar& mean);

 private:
  NetworkPlan& PlanFor(const cv::Size& picture);

  std::unique_ptr<NetworkModel> model_;
  std::map<std::pair<int, int>, std::unique_ptr<NetworkPlan>> plans_;  // by width and height
  std::vector<cv::Mat> buffers_;                                       // of whichever plan runs
};

}  // namespace kith::ocr
