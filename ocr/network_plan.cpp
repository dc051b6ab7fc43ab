// SPDX-License-Identifier: Apache-2.0
#include "ocr/network_plan.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <opencv2/core.hpp>

namespace kith::ocr {
namespace {

using dnnl::memory;
using Tag = memory::format_tag;

constexpr auto kFloat = memory::data_type::f32;
constexpr auto kInference = dnnl::prop_kind::forward_inference;

memory::desc PictureOf(int rows, int columns, int channels) {
  return {{1, channels, rows, columns}, kFloat, Tag::nhwc};
}

dnnl::primitive_attr After(const std::vector<NetworkStep::Function>& functions) {
  static const std::map<std::string, dnnl::algorithm> kNamed = {
      {"relu", dnnl::algorithm::eltwise_relu},     {"sigmoid", dnnl::algorithm::eltwise_logistic},
      {"swish", dnnl::algorithm::eltwise_swish},   {"hard_swish", dnnl::algorithm::eltwise_hardswish},
      {"linear", dnnl::algorithm::eltwise_linear}, {"clip", dnnl::algorithm::eltwise_clip}};
  dnnl::post_ops operations;
  for (const NetworkStep::Function& function : functions)
    operations.append_eltwise(1, kNamed.at(function.name), function.a, function.b);
  dnnl::primitive_attr attributes;
  attributes.set_post_ops(operations);
  return attributes;
}

}  // namespace

NetworkPlan::NetworkPlan(NetworkModel& model, const cv::Size& picture) : model_(model) {
  constexpr int kColors = 3;
  tensors_.push_back({picture.height, picture.width, kColors});
  tensors_.back().buffer = Place(tensors_.back());
  for (std::size_t i = 0; i < model.steps.size(); ++i) {
    Add(model.steps[i]);
    FreeAfter(i);
  }
}

void NetworkPlan::Add(const NetworkStep& step) {
  static const std::map<std::string, void (NetworkPlan::*)(const NetworkStep&)> kKinds = {
      {"convolution", &NetworkPlan::AddConvolution},
      {"mean", &NetworkPlan::AddMean},
      {"gate", &NetworkPlan::AddCombined},
      {"add", &NetworkPlan::AddCombined},
      {"enlarge", &NetworkPlan::AddEnlarged},
      {"spread", &NetworkPlan::AddSpread},
      {"join", &NetworkPlan::AddJoined},
      {"normalize", &NetworkPlan::AddNormalized},
      {"attention", &NetworkPlan::AddAttention},
      {"softmax", &NetworkPlan::AddSoftmax}};
  (this->*kKinds.at(step.make))(step);
}

/// The smallest free buffer that is large enough, or else the largest.
std::size_t NetworkPlan::Place(const Tensor& tensor) {
  const auto suits_less = [&](std::size_t a, std::size_t b) {
    const bool a_fits = sizes_[a] >= tensor.size();
    const bool b_fits = sizes_[b] >= tensor.size();
    return a_fits != b_fits ? b_fits : a_fits ? sizes_[a] > sizes_[b] : sizes_[a] < sizes_[b];
  };
  const auto best = std::ranges::max_element(free_, suits_less);
  if (best == free_.end()) {
    sizes_.push_back(tensor.size());
    return sizes_.size() - 1;
  }
  const std::size_t buffer = *best;
  free_.erase(best);
  sizes_[buffer] = std::max(sizes_[buffer], tensor.size());
  return buffer;
}

void NetworkPlan::FreeAfter(std::size_t step) {
  for (std::size_t tensor = 0; tensor < tensors_.size(); ++tensor) {
    if (model_.last_uses[tensor] == step) free_.push_back(tensors_[tensor].buffer);
  }
}

memory NetworkPlan::View(std::size_t tensor, const memory::desc& desc) {
  views_.emplace_back(tensor, memory(desc, model_.engine, DNNL_MEMORY_NONE));
  return views_.back().second;
}

memory NetworkPlan::Picture(std::size_t tensor) {
  const Tensor& seen = tensors_.at(tensor);
  return View(tensor, PictureOf(seen.rows, seen.columns, seen.channels));
}

/// Pixels by channels.
memory NetworkPlan::Matrix(std::size_t tensor) {
  const Tensor& seen = tensors_.at(tensor);
  return View(tensor, {{seen.pixels(), seen.channels}, kFloat, Tag::ab});
}

float* NetworkPlan::Values(std::size_t tensor) const {
  return places_[tensors_[tensor].buffer];
}

std::size_t NetworkPlan::Make(int rows, int columns, int channels) {
  tensors_.push_back({rows, columns, channels});
  tensors_.back().buffer = Place(tensors_.back());
  return tensors_.size() - 1;
}

void NetworkPlan::Then(const dnnl::primitive& primitive, Arguments arguments) {
  steps_.emplace_back([primitive, arguments = std::move(arguments)](dnnl::stream& stream) {
    primitive.execute(stream, arguments);
  });
}

void NetworkPlan::AddConvolution(const NetworkStep& step) {
  const Tensor& from = tensors_.at(step.from.at(0));
  const auto outputs = [&](int inputs, std::size_t axis) {
    return static_cast<int>((inputs + 2 * step.pad.at(axis) - step.kernel.at(axis)) / step.stride.at(axis) +
                            1);
  };
  const memory::dim inputs = from.channels / step.groups;
  memory::dims shape = {step.channels, inputs, step.kernel.at(0), step.kernel.at(1)};
  if (step.groups > 1)
    shape = {step.groups, step.channels / step.groups, inputs, step.kernel.at(0), step.kernel.at(1)};
  const memory::desc plain(shape, kFloat, step.groups > 1 ? Tag::goihw : Tag::oihw);
  const memory::desc biases({step.channels}, kFloat, Tag::x);

  const memory source = Picture(step.from[0]);
  const memory result = Picture(Make(outputs(from.rows, 0), outputs(from.columns, 1), step.channels));
  const dnnl::convolution_forward::primitive_desc chosen({kInference,
                                                          dnnl::algorithm::convolution_auto,
                                                          source.get_desc(),
                                                          {shape, kFloat, Tag::any},
                                                          biases,
                                                          result.get_desc(),
                                                          step.stride,
                                                          step.pad,
                                                          step.pad},
                                                         After(step.then), model_.engine);
  const std::size_t bias_begin = step.weights + plain.get_size() / sizeof(float);
  Then(dnnl::convolution_forward(chosen),
       {{DNNL_ARG_SRC, source},
        {DNNL_ARG_WEIGHTS, model_.Laid(step.weights, plain, chosen.weights_desc())},
        {DNNL_ARG_BIAS, model_.Laid(bias_begin, biases, biases)},
        {DNNL_ARG_DST, result}});
}

void NetworkPlan::AddMean(const NetworkStep& step) {
  const Tensor& from = tensors_.at(step.from.at(0));
  const memory::dims kernel = step.kernel.empty() ? memory::dims{from.rows, from.columns} : step.kernel;
  const memory source = Picture(step.from[0]);
  const memory result = Picture(Make(from.rows / static_cast<int>(kernel.at(0)),
                                     from.columns / static_cast<int>(kernel.at(1)), from.channels));
  const dnnl::pooling_forward::primitive_desc chosen({kInference,
                                                      dnnl::algorithm::pooling_avg_exclude_padding,
                                                      source.get_desc(),
                                                      result.get_desc(),
                                                      kernel,
                                                      kernel,
                                                      {0, 0},
                                                      {0, 0}},
                                                     model_.engine);
  Then(dnnl::pooling_forward(chosen), {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, result}});
}

void NetworkPlan::AddCombined(const NetworkStep& step) {
  const auto how = step.make == "gate" ? dnnl::algorithm::binary_mul : dnnl::algorithm::binary_add;
  const Tensor from = tensors_.at(step.from.at(0));
  const memory one = Matrix(step.from[0]);
  const memory other = Matrix(step.from.at(1));  // of one pixel, if it is a gate
  const memory result = Matrix(Make(from.rows, from.columns, from.channels));
  const dnnl::binary::primitive_desc chosen({how, one.get_desc(), other.get_desc(), result.get_desc()},
                                            model_.engine);
  Then(dnnl::binary(chosen), {{DNNL_ARG_SRC_0, one}, {DNNL_ARG_SRC_1, other}, {DNNL_ARG_DST, result}});
}

void NetworkPlan::AddEnlarged(const NetworkStep& step) {
  const Tensor from = tensors_.at(step.from.at(0));
  const memory source = Picture(step.from[0]);
  const memory result = Picture(Make(from.rows * step.times, from.columns * step.times, from.channels));
  const dnnl::resampling_forward::primitive_desc chosen(
      {kInference, dnnl::algorithm::resampling_nearest, source.get_desc(), result.get_desc()}, model_.engine);
  Then(dnnl::resampling_forward(chosen), {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, result}});
}

void NetworkPlan::AddSpread(const NetworkStep& step) {
  const Tensor from = tensors_.at(step.from.at(0));
  const int channels = from.channels / 4;
  // Rows, which of two rows they become, columns, and what stands next to each other in one of these.
  const memory::dims shape = {from.rows, 2, from.columns, 2 * channels};
  const memory source =
      View(step.from[0],
           {shape, kFloat, memory::dims{from.columns * from.channels, 2 * channels, from.channels, 1}});
  const memory result = View(Make(2 * from.rows, 2 * from.columns, channels), {shape, kFloat, Tag::abcd});
  Then(dnnl::reorder(source, result), {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, result}});
}

void NetworkPlan::AddJoined(const NetworkStep& step) {
  constexpr int kChannels = 1;  // axis
  Arguments arguments;
  std::vector<memory::desc> sources;
  int channels = 0;
  for (const std::size_t from : step.from) {
    const memory source = Picture(from);
    arguments.emplace(DNNL_ARG_MULTIPLE_SRC + static_cast<int>(sources.size()), source);
    sources.push_back(source.get_desc());
    channels += tensors_[from].channels;
  }
  const Tensor first = tensors_.at(step.from.at(0));
  const memory result = Picture(Make(first.rows, first.columns, channels));
  arguments.emplace(DNNL_ARG_DST, result);
  const dnnl::concat::primitive_desc chosen(result.get_desc(), kChannels, sources, model_.engine);
  Then(dnnl::concat(chosen), std::move(arguments));
}

void NetworkPlan::AddNormalized(const NetworkStep& step) {
  const Tensor from = tensors_.at(step.from.at(0));
  const memory source = Matrix(step.from[0]);
  const memory result = Matrix(Make(from.rows, from.columns, from.channels));
  const memory::desc each({from.channels}, kFloat, Tag::x);
  const auto scaled = dnnl::normalization_flags::use_scale | dnnl::normalization_flags::use_shift;
  const dnnl::layer_normalization_forward::primitive_desc chosen(
      {kInference, source.get_desc(), step.epsilon, scaled}, model_.engine);
  const auto channels = static_cast<std::size_t>(from.channels);
  Then(dnnl::layer_normalization_forward(chosen),
       {{DNNL_ARG_SRC, source},
        {DNNL_ARG_SCALE, model_.Laid(step.weights, each, each)},
        {DNNL_ARG_SHIFT, model_.Laid(step.weights + channels, each, each)},
        {DNNL_ARG_DST, result}});
}

/// For each head softmax(scale * queries * keys^T) * values, of matrices of pixels by features.
void NetworkPlan::AddAttention(const NetworkStep& step) {
  const Tensor from = tensors_.at(step.from.at(0));
  const int channels = from.channels / 3;
  const int features = channels / step.heads;
  const int pixels = from.pixels();
  const std::size_t source = step.from[0];
  const std::size_t made = Make(from.rows, from.columns, channels);

  const cv::Mat scores(step.heads * pixels, pixels, CV_32F);
  const memory likeness({{scores.rows, scores.cols}, kFloat, Tag::ab}, model_.engine, scores.data);
  constexpr int kOfEachRow = 1;
  const dnnl::softmax_forward softmax(
      dnnl::softmax_forward::primitive_desc({kInference, likeness.get_desc(), kOfEachRow}, model_.engine));
  steps_.emplace_back([=, this, scale = step.scale, heads = step.heads](dnnl::stream& stream) {
    const cv::Mat given(pixels, 3 * channels, CV_32F, Values(source));
    cv::Mat sums(pixels, channels, CV_32F, Values(made));
    const auto part = [&](int kind, int head) {
      const int begin = kind * channels + head * features;
      return given.colRange(begin, begin + features);
    };
    for (int head = 0; head < heads; ++head)
      cv::gemm(part(0, head), part(1, head), scale, {}, 0,
               scores.rowRange(head * pixels, (head + 1) * pixels), cv::GEMM_2_T);
    softmax.execute(stream, {{DNNL_ARG_SRC, likeness}, {DNNL_ARG_DST, likeness}});
    for (int head = 0; head < heads; ++head)
      cv::gemm(scores.rowRange(head * pixels, (head + 1) * pixels), part(2, head), 1, {}, 0,
               sums.colRange(head * features, (head + 1) * features));
  });
}

void NetworkPlan::AddSoftmax(const NetworkStep& step) {
  const Tensor from = tensors_.at(step.from.at(0));
  constexpr int kChannels = 1;  // axis
  const memory source = Matrix(step.from[0]);
  const memory result = Matrix(Make(from.rows, from.columns, from.channels));
  const dnnl::softmax_forward::primitive_desc chosen({kInference, source.get_desc(), kChannels},
                                                     model_.engine);
  Then(dnnl::softmax_forward(chosen), {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, result}});
}

cv::Mat NetworkPlan::Input(std::vector<cv::Mat>& buffers) {
  buffers.resize(std::max(buffers.size(), sizes_.size()));
  places_.clear();
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    if (buffers[i].total() < sizes_[i]) buffers[i] = cv::Mat(1, static_cast<int>(sizes_[i]), CV_32F);
    places_.push_back(buffers[i].ptr<float>());
  }
  for (auto& [tensor, view] : views_)
    view.set_data_handle(Values(tensor));
  return {tensors_.front().rows, tensors_.front().columns, CV_32FC3, Values(0)};
}

cv::Mat NetworkPlan::Run() {
  dnnl::stream stream(model_.engine);
  for (const auto& step : steps_)
    step(stream);
  stream.wait();
  const Tensor& result = tensors_.back();
  const int sizes[] = {result.rows, result.columns, result.channels};
  return {3, sizes, CV_32F, Values(tensors_.size() - 1)};
}

}  // namespace kith::ocr
