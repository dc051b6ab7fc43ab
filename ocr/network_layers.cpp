// SPDX-License-Identifier: Apache-2.0
#include "ocr/network_layers.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/dnn.hpp>
#include <opencv2/dnn/all_layers.hpp>

namespace kith::ocr {
namespace {

/// Rows or columns.
struct Axis {
  int kernel;
  int stride;
  int before;  ///< padding
  int after;

  int Outputs(int inputs) const { return (inputs + before + after - kernel) / stride + 1; }
};

Axis AxisOf(const cv::dnn::LayerParams& params, int index) {
  const auto& kernel = params.get("kernel_size");
  const auto& strides = params.get("stride");
  const auto& pads = params.get("pad");
  return {kernel.get<int>(index), strides.get<int>(index), pads.get<int>(index), pads.get<int>(index + 2)};
}

/// Outputs of a row are made in blocks of so many, the last one too.
constexpr int kBlock = 16;

/// Each output of the row: the bias and what every tap sees, weighed. taps[i] is where the i-th finds what it
/// needs for the first output; the rest follows.
using SumTaps = void(const std::vector<const float*>& taps, const float* weights, float bias,
                     std::span<float> row);

void SumTapsAnywhere(const std::vector<const float*>& taps, const float* weights, float bias,
                     std::span<float> row) {
  constexpr int kLanes = cv::v_float32x4::nlanes;
  constexpr int kVectors = kBlock / kLanes;
  for (std::size_t x = 0; x < row.size(); x += kBlock) {
    cv::v_float32x4 sums[kVectors];
    std::fill_n(sums, kVectors, cv::v_setall_f32(bias));
    for (std::size_t i = 0; i < taps.size(); ++i) {
      const cv::v_float32x4 weight = cv::v_setall_f32(weights[i]);
      for (int k = 0; k < kVectors; ++k)
        sums[k] = cv::v_muladd(weight, cv::v_load(taps[i] + x + k * kLanes), sums[k]);
    }
    float made[kBlock];
    for (int k = 0; k < kVectors; ++k)
      cv::v_store(made + k * kLanes, sums[k]);
    std::copy_n(made, std::min<std::size_t>(kBlock, row.size() - x), &row[x]);
  }
}

#ifdef __x86_64__
/// Debian's programs are compiled for the first x86-64, which has a quarter of these vectors' speed.
[[gnu::target("avx2,fma")]] void SumTapsWithFma(const std::vector<const float*>& taps, const float* weights,
                                                float bias, std::span<float> row) {
  constexpr int kLanes = 8;
  constexpr int kVectors = kBlock / kLanes;
  for (std::size_t x = 0; x < row.size(); x += kBlock) {
    __m256 sums[kVectors];
    for (__m256& sum : sums)
      sum = _mm256_set1_ps(bias);
    for (std::size_t i = 0; i < taps.size(); ++i) {
      const __m256 weight = _mm256_set1_ps(weights[i]);
      for (int k = 0; k < kVectors; ++k)
        sums[k] = _mm256_fmadd_ps(weight, _mm256_loadu_ps(taps[i] + x + k * kLanes), sums[k]);
    }
    float made[kBlock];
    for (int k = 0; k < kVectors; ++k)
      _mm256_storeu_ps(made + k * kLanes, sums[k]);
    std::copy_n(made, std::min<std::size_t>(kBlock, row.size() - x), &row[x]);
  }
}
#endif

SumTaps* FastestSumTaps() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return SumTapsWithFma;
#endif
  return SumTapsAnywhere;
}

/// One channel with its padding, its columns sorted by their remainder of the stride: every tap of the kernel
/// then finds the columns that it needs next to each other, whatever the stride.
class PaddedPlane {
 public:
  PaddedPlane(const Axis& rows, const Axis& columns, int height, int width, float outside)
      : rows_(rows),
        columns_(columns),
        width_(width),
        a_phase_((width + columns.before + columns.after + kBlock) / columns.stride + kBlock),
        values_(static_cast<std::size_t>((height + rows.before + rows.after) * a_phase_ * columns.stride),
                outside),
        height_(height) {}

  void Fill(const float* plane) {
    for (int y = 0; y < height_; ++y, plane += width_) {
      for (int phase = 0; phase < columns_.stride; ++phase) {
        int column =
            columns_.before + (phase + columns_.stride - columns_.before % columns_.stride) % columns_.stride;
        float* to = At(y + rows_.before, column);
        if (columns_.stride == 1) {
          std::copy_n(plane, width_, to);
        } else {
          for (; column < columns_.before + width_; column += columns_.stride)
            *to++ = plane[column - columns_.before];
        }
      }
    }
  }

  /// Where each tap of the kernel finds what it needs for the first output of a row; the rest follows.
  const std::vector<const float*>& TapsOf(int row) {
    taps_.clear();
    for (int i = 0; i < rows_.kernel; ++i) {
      for (int j = 0; j < columns_.kernel; ++j)
        taps_.push_back(At(row + i, j));
    }
    return taps_;
  }

 private:
  float* At(int row, int column) {
    const int line = row * columns_.stride + column % columns_.stride;
    return values_.data() + line * a_phase_ + column / columns_.stride;
  }

  Axis rows_;
  Axis columns_;
  int width_;
  int a_phase_;
  std::vector<float> values_;
  std::vector<const float*> taps_;
  int height_;
};

cv::Mat TheOnly(cv::InputArrayOfArrays arrays) {
  std::vector<cv::Mat> all;
  arrays.getMatVector(all);
  return all.at(0);
}

class HardSwish final : public cv::dnn::ActivationLayer {
 public:
  explicit HardSwish(const cv::dnn::LayerParams& params) { setParamsFrom(params); }

  static cv::Ptr<Layer> Create(cv::dnn::LayerParams& params) { return cv::makePtr<HardSwish>(params); }

  bool getMemoryShapes(const std::vector<cv::dnn::MatShape>& inputs, int /*outputs*/,
                       std::vector<cv::dnn::MatShape>& outputs,
                       std::vector<cv::dnn::MatShape>& /*internals*/) const override {
    outputs = inputs;
    return true;
  }

  void forward(cv::InputArrayOfArrays inputs, cv::OutputArrayOfArrays outputs,
               cv::OutputArrayOfArrays /*internals*/) override {
    const cv::Mat from = TheOnly(inputs);
    cv::Mat to = TheOnly(outputs);
    Apply(from.ptr<float>(), to.ptr<float>(), static_cast<int>(from.total()));
  }

  void forwardSlice(const float* from, float* to, int count, std::size_t plane, int first,
                    int end) const override {
    for (int channel = first; channel < end; ++channel, from += plane, to += plane)
      Apply(from, to, count);
  }

 private:
  static void Apply(const float* from, float* to, int count) {
    const cv::v_float32x4 zero = cv::v_setzero_f32(), three = cv::v_setall_f32(3), six = cv::v_setall_f32(6);
    const cv::v_float32x4 sixth = cv::v_setall_f32(1 / 6.0F);
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      const cv::v_float32x4 x = cv::v_load(from + i);
      cv::v_store(to + i, x * cv::v_min(cv::v_max(x + three, zero), six) * sixth);
    }
    for (; i < count; ++i)
      to[i] = from[i] * std::clamp(from[i] + 3, 0.0F, 6.0F) / 6;
  }
};

class DepthwiseConvolution final : public cv::dnn::Layer {
 public:
  explicit DepthwiseConvolution(const cv::dnn::LayerParams& params)
      : Layer(params),
        rows_(AxisOf(params, 0)),
        columns_(AxisOf(params, 1)),
        outside_(params.get<float>("outside")) {
    CV_Assert(blobs.size() == 2 && blobs[0].isContinuous() && blobs[1].isContinuous());
  }

  static cv::Ptr<Layer> Create(cv::dnn::LayerParams& params) {
    return cv::makePtr<DepthwiseConvolution>(params);
  }

  bool getMemoryShapes(const std::vector<cv::dnn::MatShape>& inputs, int /*outputs*/,
                       std::vector<cv::dnn::MatShape>& outputs,
                       std::vector<cv::dnn::MatShape>& /*internals*/) const override {
    const cv::dnn::MatShape& in = inputs.at(0);
    outputs = {{in[0], in[1], rows_.Outputs(in[2]), columns_.Outputs(in[3])}};
    return false;
  }

  bool setActivation(const cv::Ptr<cv::dnn::ActivationLayer>& layer) override {
    if (activation_ && layer) return false;
    activation_ = layer;
    return true;
  }

  void forward(cv::InputArrayOfArrays inputs, cv::OutputArrayOfArrays outputs,
               cv::OutputArrayOfArrays /*internals*/) override {
    const cv::Mat from = TheOnly(inputs);
    cv::Mat to = TheOnly(outputs);
    PaddedPlane plane(rows_, columns_, from.size[2], from.size[3], outside_);
    const int area = to.size[2] * to.size[3];
    for (int channel = 0; channel < from.size[1]; ++channel) {
      plane.Fill(from.ptr<float>(0, channel));
      auto* const result = to.ptr<float>(0, channel);
      const float* const weights = blobs[0].ptr<float>() + channel * rows_.kernel * columns_.kernel;
      for (int y = 0; y < to.size[2]; ++y)
        sum_taps_(plane.TapsOf(y * rows_.stride), weights, blobs[1].ptr<float>()[channel],
                  {result + y * to.size[3], static_cast<std::size_t>(to.size[3])});
      if (activation_)
        activation_->forwardSlice(result, result, area, static_cast<std::size_t>(area), channel, channel + 1);
    }
  }

 private:
  Axis rows_;
  Axis columns_;
  float outside_;
  SumTaps* sum_taps_ = FastestSumTaps();
  cv::Ptr<cv::dnn::ActivationLayer> activation_;
};

}  // namespace

void RegisterLayers() {
  static const bool registered = [] {
    cv::dnn::LayerFactory::registerLayer("KithHardSwish", HardSwish::Create);
    cv::dnn::LayerFactory::registerLayer("KithDepthwiseConvolution", DepthwiseConvolution::Create);
    return true;
  }();
  static_cast<void>(registered);
}

}  // namespace kith::ocr
