// SPDX-License-Identifier: Apache-2.0
#include "storage/edit_distance.h"

#include <gtest/gtest.h>

namespace kith::storage {
namespace {

TEST(IsOneEditApart, KnowsEachKindOfTypo) {
  EXPECT_TRUE(IsOneEditApart("example", "exumple"));
  EXPECT_TRUE(IsOneEditApart("example", "exmple"));
  EXPECT_TRUE(IsOneEditApart("example", "eexample"));
  EXPECT_TRUE(IsOneEditApart("example", "exampel"));
  EXPECT_TRUE(IsOneEditApart("a", ""));
}

TEST(IsOneEditApart, RefusesTwoOfThemAndNone) {
  EXPECT_FALSE(IsOneEditApart("example", "example"));
  EXPECT_FALSE(IsOneEditApart("example", "exumpel"));
  EXPECT_FALSE(IsOneEditApart("example", "examp"));
  EXPECT_FALSE(IsOneEditApart("abcd", "badc"));
  EXPECT_FALSE(IsOneEditApart("", ""));
}

TEST(BeginsAlmost, LooksAtTheBeginningOnly) {
  EXPECT_TRUE(BeginsAlmost("lovelace", "lovel"));
  EXPECT_TRUE(BeginsAlmost("lovelace", "lowel"));
  EXPECT_TRUE(BeginsAlmost("lovelace", "lvel"));
  EXPECT_TRUE(BeginsAlmost("lovelace", "lovvel"));
  EXPECT_FALSE(BeginsAlmost("lovelace", "velac"));
  EXPECT_FALSE(BeginsAlmost("lo", "lovel"));
}

}  // namespace
}  // namespace kith::storage
