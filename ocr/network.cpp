// SPDX-License-Identifier: Apache-2.0
#include "ocr/network.h"

#include <omp.h>
#include <opencv2/core.hpp>

#include "ocr/network_model.h"
#include "ocr/network_plan.h"

namespace kith::ocr {

Network::Network(const std::filesystem::path& model) : model_(std::make_unique<NetworkModel>(model)) {}
Network::~Network() = default;

NetworkPlan& Network::PlanFor(const cv::Size& picture) {
  std::unique_ptr<NetworkPlan>& plan = plans_[{picture.width, picture.height}];
  if (!plan) plan = std::make_unique<NetworkPlan>(*model_, picture);
  return *plan;
}

cv::Mat Network::Run(const cv::Mat& picture, double scale, const cv::Scalar& mean) {
  // The workers of the program are the threads that compute; the setting belongs to the calling one.
  omp_set_num_threads(1);
  NetworkPlan& plan = PlanFor(picture.size());
  cv::Mat input = plan.Input(buffers_);
  cv::subtract(picture, mean, input, {}, CV_32F);
  input *= scale;
  return plan.Run();
}

}  // namespace kith::ocr
