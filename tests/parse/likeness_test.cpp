// SPDX-License-Identifier: Apache-2.0
#include "parse/likeness.h"

#include <gtest/gtest.h>

namespace kith::parse {
namespace {

TEST(LocalPartLikeness, ExplainsTheUsualForms) {
  const auto name = Tokenize("Anna van der Example");
  for (const char* local : {"anna.example", "annae", "aexample", "a.vanderexample", "example", "anna",
                            "example.a", "anna.example7"})
    EXPECT_GE(LocalPartLikeness(name, local), 0.6) << local;
  EXPECT_EQ(LocalPartLikeness(name, "office"), 0);
  EXPECT_EQ(LocalPartLikeness(name, "info"), 0);
}

TEST(LocalPartLikeness, ForgivesOneMisreadLetter) {
  EXPECT_GE(LocalPartLikeness(Tokenize("Anna Exampie"), "aexample"), 0.6);
}

TEST(LocalPartLikeness, IgnoresDegrees) {
  EXPECT_EQ(LocalPartLikeness(Tokenize("PhD MBA"), "phd"), 0);
}

TEST(DomainLikeness, KnowsWholeNamesBeginningsAndAcronyms) {
  EXPECT_EQ(DomainLikeness(Tokenize("Northwind"), "northwind"), 1);
  EXPECT_GE(DomainLikeness(Tokenize("Northwind Traders Ltd."), "northwind"), 0.9);
  EXPECT_GE(DomainLikeness(Tokenize("Institute of Fictional Affairs"), "ifa"), 0.9);
  EXPECT_GE(DomainLikeness(Tokenize("Northwind Communications"), "northcomm"), 0.7);
  EXPECT_EQ(DomainLikeness(Tokenize("Main Street"), "northwind"), 0);
}

TEST(EditDistance, CountsInsertionsDeletionsAndSubstitutions) {
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3U);
  EXPECT_EQ(EditDistance("", "abc"), 3U);
}

}  // namespace
}  // namespace kith::parse
