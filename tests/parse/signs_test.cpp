// SPDX-License-Identifier: Apache-2.0
#include "parse/signs.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

namespace kith::parse {
namespace {

TEST(SignNames, AreNamesOfOneSignEach) {
  std::set<std::string_view> names;
  for (const auto& [sign, name] : kSignNames)
    EXPECT_TRUE(names.insert(name).second) << name;
}

TEST(Score, KnowsTheWeightOfEverySign) {
  for (const auto& [sign, name] : kSignNames) {
    Signs signs;
    signs.Add(sign);
    EXPECT_FALSE(std::isnan(Score(signs))) << name << " has no weight in parse/weights.txt";
  }
}

TEST(Score, AddsUp) {
  Signs one;
  one.Add(Sign::kNameEmail, 0.5);
  Signs two;
  two.Add(Sign::kOrgDomain, 1);
  Signs both = one;
  both.Add(two);
  EXPECT_DOUBLE_EQ(Score(both), Score(one) + Score(two));
}

}  // namespace
}  // namespace kith::parse
