// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace kith::test {

/// What `kith scan --json` printed; throws for a line that isn't JSON.
inline std::vector<nlohmann::json> JsonLines(const std::string& text) {
  std::vector<nlohmann::json> values;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    values.push_back(nlohmann::json::parse(line));
  return values;
}

}  // namespace kith::test
