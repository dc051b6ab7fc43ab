// SPDX-License-Identifier: Apache-2.0
#include "ocr/network_layers.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/dnn.hpp>

namespace kith::ocr {
namespace {

constexpr int kChannels = 3;
constexpr float kOutside = -1.5F;

struct Shape {
  int kernel;
  int row_stride;
  int column_stride;
  int height;
  int width;
};

class NetworkLayersTest : public testing::TestWithParam<Shape> {
 protected:
  NetworkLayersTest()
      : picture_({1, kChannels, GetParam().height, GetParam().width}, CV_32F),
        weights_({kChannels, 1, GetParam().kernel, GetParam().kernel}, CV_32F),
        bias_({kChannels}, CV_32F) {
    cv::RNG random(7);
    for (cv::Mat* values : {&picture_, &weights_, &bias_})
      random.fill(*values, cv::RNG::UNIFORM, -2, 2);
  }

  cv::dnn::LayerParams Depthwise() const {
    const Shape shape = GetParam();
    const int pad = shape.kernel / 2;
    const std::vector<int> kernel = {shape.kernel, shape.kernel};
    const std::vector<int> stride = {shape.row_stride, shape.column_stride};
    const std::vector<int> pads = {pad, pad, pad, pad};
    cv::dnn::LayerParams params;
    params.set("kernel_size", cv::dnn::DictValue::arrayInt(kernel.begin(), 2));
    params.set("stride", cv::dnn::DictValue::arrayInt(stride.begin(), 2));
    params.set("pad", cv::dnn::DictValue::arrayInt(pads.begin(), 4));
    params.set("outside", kOutside);
    params.blobs = {weights_, bias_};
    return params;
  }

  cv::Mat Run(cv::dnn::Net& net) const {
    net.setInput(picture_);
    return net.forward();
  }

  float Seen(int channel, int y, int x) const {
    const bool inside = y >= 0 && x >= 0 && y < GetParam().height && x < GetParam().width;
    return inside ? *picture_.ptr<float>(std::vector<int>{0, channel, y, x}.data()) : kOutside;
  }

  /// By the definition, one output after the other.
  float Expected(int channel, int row, int column) const {
    const Shape shape = GetParam();
    float sum = bias_.at<float>(channel);
    for (int i = 0; i < shape.kernel; ++i) {
      for (int j = 0; j < shape.kernel; ++j) {
        const int y = row * shape.row_stride + i - shape.kernel / 2;
        const int x = column * shape.column_stride + j - shape.kernel / 2;
        sum += weights_.ptr<float>(channel)[i * shape.kernel + j] * Seen(channel, y, x);
      }
    }
    return sum;
  }

  template <typename Expect>
  void ExpectEach(const cv::Mat& output, const Expect& expected) const {
    ASSERT_EQ(output.size[2], (GetParam().height + GetParam().row_stride - 1) / GetParam().row_stride);
    ASSERT_EQ(output.size[3], (GetParam().width + GetParam().column_stride - 1) / GetParam().column_stride);
    for (int channel = 0; channel < kChannels; ++channel) {
      for (int y = 0; y < output.size[2]; ++y) {
        for (int x = 0; x < output.size[3]; ++x) {
          ASSERT_NEAR(output.ptr<float>(0, channel)[y * output.size[3] + x], expected(channel, y, x), 1e-4)
              << "channel " << channel << ", row " << y << ", column " << x;
        }
      }
    }
  }

  cv::Mat picture_;
  cv::Mat weights_;
  cv::Mat bias_;
};

TEST_P(NetworkLayersTest, EveryChannelIsConvolvedByItself) {
  RegisterLayers();
  cv::dnn::Net net;
  cv::dnn::LayerParams params = Depthwise();
  net.addLayerToPrev("convolution", "KithDepthwiseConvolution", params);
  ExpectEach(Run(net), [this](int channel, int y, int x) { return Expected(channel, y, x); });
}

TEST_P(NetworkLayersTest, AHardSwishAfterItIsApplied) {
  RegisterLayers();
  cv::dnn::Net net;
  cv::dnn::LayerParams params = Depthwise();
  cv::dnn::LayerParams none;
  net.addLayerToPrev("convolution", "KithDepthwiseConvolution", params);
  net.addLayerToPrev("activation", "KithHardSwish", none);
  ExpectEach(Run(net), [this](int channel, int y, int x) {
    const float value = Expected(channel, y, x);
    return value * std::clamp(value + 3, 0.0F, 6.0F) / 6;
  });
}

INSTANTIATE_TEST_SUITE_P(Shapes, NetworkLayersTest,
                         testing::Values(Shape{3, 1, 1, 5, 16}, Shape{5, 1, 1, 6, 23}, Shape{5, 2, 1, 7, 40},
                                         Shape{3, 1, 2, 5, 33}, Shape{5, 2, 2, 9, 18}, Shape{3, 2, 2, 1, 1}));

TEST(HardSwishTest, AloneItIsTheFormula) {
  RegisterLayers();
  cv::dnn::Net net;
  cv::dnn::LayerParams none;
  net.addLayerToPrev("activation", "KithHardSwish", none);
  const cv::Mat values = (cv::Mat_<float>(1, 7) << -4, -3, -1, 0, 1, 3, 5);
  net.setInput(values);
  const cv::Mat output = net.forward();
  for (int i = 0; i < values.cols; ++i) {
    const float value = values.at<float>(i);
    EXPECT_NEAR(output.at<float>(i), value * std::clamp(value + 3, 0.0F, 6.0F) / 6, 1e-5);
  }
}

}  // namespace
}  // namespace kith::ocr
