// SPDX-License-Identifier: Apache-2.0
#include "ocr/agreement.h"

#include <gtest/gtest.h>

namespace kith::ocr {
namespace {

Pass PassOf(std::vector<Word> words) {
  return {"test", {TextLine{std::move(words)}}};
}

TEST(Agreement, IsFullForTheSameWordsInTheSamePlacesWhateverCaseAndPunctuation) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"EXAMPLE,", {80, 10, 120, 20}, 0.9}});
  const Pass b = PassOf({{"Ada", {11, 9, 60, 22}, 0.4}, {"Example", {80, 10, 110, 20}, 0.9}});
  EXPECT_DOUBLE_EQ(Agreement(a, b), 1);
}

TEST(Agreement, CountsLettersOfWordsThatOnlyOnePassRead) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"Example", {80, 10, 120, 20}, 0.9}});
  const Pass b = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"Exanple", {80, 10, 120, 20}, 0.9}});
  EXPECT_DOUBLE_EQ(Agreement(a, b), 6.0 / 20.0);
}

TEST(Agreement, DoesNotTakeTheSameWordElsewhereForTheSame) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}});
  const Pass b = PassOf({{"Ada", {10, 200, 60, 20}, 0.9}});
  EXPECT_DOUBLE_EQ(Agreement(a, b), 0);
}

TEST(Agreement, IsFullForTwoPassesWithoutAnyText) {
  EXPECT_DOUBLE_EQ(Agreement({}, {}), 1);
}

TEST(Agreement, IsNoneIfOnlyOnePassReadAnything) {
  EXPECT_DOUBLE_EQ(Agreement(PassOf({{"Ada", {10, 10, 60, 20}, 0.9}}), {}), 0);
}

}  // namespace
}  // namespace kith::ocr
