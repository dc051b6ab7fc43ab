// SPDX-License-Identifier: Apache-2.0
#include "parse/signs.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>
#include <vector>

#include "core/text.h"
#include "generated/weights.h"

namespace kith::parse {
namespace {

std::array<double, kSigns> ReadWeights() {
  std::array<double, kSigns> weights{};
  weights.fill(std::numeric_limits<double>::quiet_NaN());  // until the file has one
  for (const std::string& line : SplitText(model::kWeights, "\n")) {
    const std::vector<std::string> parts = SplitText(line, " ");
    const auto sign = std::find_if(kSignNames.begin(), kSignNames.end(),
                                   [&](const auto& named) { return named.second == parts.front(); });
    if (sign == kSignNames.end() || parts.size() < 2) continue;
    double& weight = weights[static_cast<std::size_t>(sign->first)];
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), weight);
  }
  return weights;
}

}  // namespace

double Score(const Signs& signs) {
  static const std::array<double, kSigns> kWeights = ReadWeights();
  double score = 0;
  for (std::size_t i = 0; i < kSigns; ++i)
    score += kWeights[i] * signs.amounts()[i];
  return score;
}

}  // namespace kith::parse
