// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <dnnl.hpp>

/// Private to ocr/.
namespace kith::ocr {

/// One step of a network: what it makes a tensor of, and how.
struct NetworkStep {
  /// A function of each number of the result, one after the other.
  struct Function {
    /// relu, sigmoid, swish (x * sigmoid(a x)), hard_swish, linear (a x + b), clip (from a to b)
    std::string name;
    float a = 0;
    float b = 0;
  };

  /// The kinds, of tensors of rows, columns and channels:
  ///  * convolution: kernel, stride, pad (of rows, of columns), groups; then the functions
  ///  * mean: of each kernel, or of all pixels
  ///  * gate: the first, each channel times that of the second, which is one pixel
  ///  * add: of two of one size
  ///  * enlarge: every pixel becomes times x times
  ///  * spread: the channels of a pixel become those of 2x2
  ///  * join: the channels of all
  ///  * normalize: the channels of each pixel to mean 0 and variance 1, then scaled and shifted
  ///  * attention: of one row of pixels whose channels are queries, keys and values, each of so many heads
  ///  * softmax: of the channels of each pixel
  std::string make;
  std::vector<std::size_t> from;  ///< 0 is the picture, the others what the steps before made, from 1
  int channels = 0;
  int groups = 1;
  std::vector<dnnl::memory::dim> kernel;
  std::vector<dnnl::memory::dim> stride;
  std::vector<dnnl::memory::dim> pad;
  std::vector<Function> then;
  std::size_t weights = 0;  ///< where they begin; those of a convolution are its filters, then its biases
  float epsilon = 0;        ///< added to the variance
  float scale = 1;          ///< of attention
  int heads = 1;
  int times = 1;
};

/// A network as it was loaded, and its weights in the order in which they are computed with.
struct NetworkModel {
  /// Throws a std::exception.
  explicit NetworkModel(const std::filesystem::path& model);

  /// So many weights; throws std::out_of_range if there aren't.
  std::span<const float> Weights(std::size_t begin, std::size_t count) const;

  /// Weights that lie as `plain` says, laid as `wanted` says; made once for all pictures that want them so.
  dnnl::memory Laid(std::size_t begin, const dnnl::memory::desc& plain, const dnnl::memory::desc& wanted);

  std::vector<NetworkStep> steps;
  std::vector<std::size_t> last_uses;  ///< for each tensor the step after which it isn't needed
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};

 private:
  std::vector<float> weights_;
  std::map<std::size_t, std::vector<dnnl::memory>> laid_;  // by where they begin
};

}  // namespace kith::ocr
