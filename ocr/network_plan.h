// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <unordered_map>
#include <vector>

#include <dnnl.hpp>
#include <opencv2/core/mat.hpp>

#include "ocr/network_model.h"

/// Private to ocr/.
namespace kith::ocr {

/// The steps of a network for pictures of one size, ready to be run. Its tensors have their channels last;
/// they share buffers, each of which is used again as soon as no step needs what is in it.
class NetworkPlan {
 public:
  /// `model` must outlive the plan. Throws a std::exception if the picture doesn't fit it.
  NetworkPlan(NetworkModel& model, const cv::Size& picture);
  NetworkPlan(const NetworkPlan&) = delete;
  NetworkPlan& operator=(const NetworkPlan&) = delete;

  /// Lays its tensors into the buffers, which are made larger and more as it needs, and gives the picture
  /// that it begins with: 32-bit floats in three channels, to be filled. Before each run, for another plan
  /// may have had the buffers replaced.
  cv::Mat Input(std::vector<cv::Mat>& buffers);

  /// What it ends with: a matrix of rows, columns and channels.
  cv::Mat Run();

 private:
  struct Tensor {
    int rows;
    int columns;
    int channels;
    std::size_t buffer = 0;

    int pixels() const { return rows * columns; }
    std::size_t size() const {
      return static_cast<std::size_t>(pixels()) * static_cast<std::size_t>(channels);
    }
  };
  using Arguments = std::unordered_map<int, dnnl::memory>;

  void Add(const NetworkStep& step);
  std::size_t Place(const Tensor& tensor);
  void FreeAfter(std::size_t step);

  /// A tensor that `desc` describes in its own way; its place is known when the plan runs.
  dnnl::memory View(std::size_t tensor, const dnnl::memory::desc& desc);
  dnnl::memory Picture(std::size_t tensor);
  dnnl::memory Matrix(std::size_t tensor);
  float* Values(std::size_t tensor) const;

  std::size_t Make(int rows, int columns, int channels);
  void Then(const dnnl::primitive& primitive, Arguments arguments);
  void AddConvolution(const NetworkStep& step);
  void AddMean(const NetworkStep& step);
  void AddCombined(const NetworkStep& step);
  void AddEnlarged(const NetworkStep& step);
  void AddSpread(const NetworkStep& step);
  void AddJoined(const NetworkStep& step);
  void AddNormalized(const NetworkStep& step);
  void AddAttention(const NetworkStep& step);
  void AddSoftmax(const NetworkStep& step);

  NetworkModel& model_;
  std::vector<Tensor> tensors_;
  std::vector<std::size_t> sizes_;                           // of the buffers
  std::vector<std::size_t> free_;                            // buffers, while the plan is made
  std::vector<std::pair<std::size_t, dnnl::memory>> views_;  // by tensor
  std::vector<std::function<void(dnnl::stream&)>> steps_;
  std::vector<float*> places_;  // of the buffers
};

}  // namespace kith::ocr
