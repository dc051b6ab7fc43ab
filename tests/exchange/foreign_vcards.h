// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace kith::exchange::test {

/// A property as a program that isn't Kith sees it: values without escapes, bytes in base 64.
struct SeenProperty {
  std::string group;
  std::string name;  ///< in capitals
  std::vector<std::string> values;
};
using SeenCard = std::vector<SeenProperty>;

// What they see in a file of vCards. Empty if a reader failed, which fails the test.
std::vector<SeenCard> SeenByVobject(const std::string& text);
std::vector<SeenCard> SeenByIcalJs(const std::string& text);
std::vector<SeenCard> SeenByEvolution(const std::string& text);

}  // namespace kith::exchange::test
