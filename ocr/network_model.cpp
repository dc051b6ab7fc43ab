// SPDX-License-Identifier: Apache-2.0
#include "ocr/network_model.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace kith::ocr {
namespace {

using dnnl::memory;

static_assert(std::endian::native == std::endian::little, "weights are kept as little-endian floats");

std::vector<float> ReadFloats(const std::filesystem::path& file) {
  std::vector<float> floats(std::filesystem::file_size(file) / sizeof(float));
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(floats.data()),
          static_cast<std::streamsize>(floats.size() * sizeof(float)));
  if (!in) throw std::runtime_error(file.string() + " can't be read");
  return floats;
}

NetworkStep::Function FunctionOf(const nlohmann::json& written) {
  NetworkStep::Function function{written.at(0).get<std::string>()};
  if (written.size() > 1) {
    function.a = written.at(1);
    function.b = written.at(2);
  }
  return function;
}

NetworkStep StepOf(const nlohmann::json& written) {
  NetworkStep step;
  written.at("make").get_to(step.make);
  written.at("from").get_to(step.from);
  step.channels = written.value("channels", step.channels);
  step.groups = written.value("groups", step.groups);
  step.kernel = written.value("kernel", step.kernel);
  step.stride = written.value("stride", step.stride);
  step.pad = written.value("pad", step.pad);
  for (const auto& function : written.value("then", nlohmann::json::array()))
    step.then.push_back(FunctionOf(function));
  step.weights = written.value("weights", step.weights);
  step.epsilon = written.value("epsilon", step.epsilon);
  step.scale = written.value("scale", step.scale);
  step.heads = written.value("heads", step.heads);
  step.times = written.value("times", step.times);
  return step;
}

}  // namespace

NetworkModel::NetworkModel(const std::filesystem::path& model)
    : weights_(ReadFloats(model.string() + ".weights")) {
  std::ifstream in(model.string() + ".json");
  const nlohmann::json network = nlohmann::json::parse(in);
  if (network.at("weights") != weights_.size()) throw std::runtime_error("weights are missing");
  for (const auto& written : network.at("steps")) {
    steps.push_back(StepOf(written));
    for (const std::size_t tensor : steps.back().from) {
      if (tensor >= steps.size()) throw std::runtime_error("a step needs what is made after it");
    }
  }
  last_uses.assign(steps.size() + 1, steps.size());
  for (std::size_t step = 0; step < steps.size(); ++step) {
    for (const std::size_t tensor : steps[step].from)
      last_uses[tensor] = step;
  }
}

std::span<const float> NetworkModel::Weights(std::size_t begin, std::size_t count) const {
  if (begin > weights_.size() || count > weights_.size() - begin)
    throw std::out_of_range("weights are missing");
  return std::span(weights_).subspan(begin, count);
}

memory NetworkModel::Laid(std::size_t begin, const memory::desc& plain, const memory::desc& wanted) {
  std::vector<memory>& made = laid_[begin];
  const auto before =
      std::ranges::find_if(made, [&](const memory& laid) { return laid.get_desc() == wanted; });
  if (before != made.end()) return *before;
  const std::span<const float> weights = Weights(begin, plain.get_size() / sizeof(float));
  const memory from(plain, engine, const_cast<float*>(weights.data()));
  const memory laid(wanted, engine);
  dnnl::stream stream(engine);
  dnnl::reorder(from, laid).execute(stream, const_cast<memory&>(from), const_cast<memory&>(laid));
  stream.wait();
  return made.emplace_back(laid);
}

}  // namespace kith::ocr
