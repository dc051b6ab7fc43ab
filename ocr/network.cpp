// SPDX-License-Identifier: Apache-2.0
#include "ocr/network.h"

#include <opencv2/dnn.hpp>

#include "ocr/network_layers.h"

namespace kith::ocr {

struct Network::Net {
  cv::dnn::Net net;
};

Network::Network(const std::filesystem::path& model) {
  RegisterLayers();
  net_ = std::make_unique<Net>(Net{cv::dnn::readNetFromONNX(model.string())});
}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

cv::Mat Network::Run(const cv::Mat& picture, double scale, const cv::Scalar& mean) {
  net_->net.setInput(cv::dnn::blobFromImage(picture, scale, picture.size(), mean, false));
  return net_->net.forward();
}

}  // namespace kith::ocr
