// SPDX-License-Identifier: Apache-2.0
#include "ocr/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::ocr {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DataOfOtherScripts, HasOneForEachScriptTheScriptsOwnFirst) {
  EXPECT_THAT(DataOfOtherScripts({"eng", "osd", "Latin", "deu"}), IsEmpty());
  EXPECT_THAT(DataOfOtherScripts({"rus", "eng", "ukr"}), ElementsAre("rus"));
  EXPECT_THAT(DataOfOtherScripts({"rus", "Cyrillic", "jpn", "ell"}), ElementsAre("Cyrillic", "ell", "jpn"));
}

TEST(DoubtedLines, AreThoseThatAPassDoesNotBelieveAndTheOtherReadsOtherwise) {
  const Pass pass = {"a",
                     {{{{"Mockea", {10, 10, 200, 20}, 0.3}}},
                      {{{"Example", {10, 50, 300, 20}, 0.9}}},
                      {{{"Springfield", {10, 90, 300, 20}, 0.3}}}}};
  const Pass other = {"b",
                      {{{{"MOCKBa", {10, 10, 200, 20}, 0.4}}}, {{{"Springfield", {10, 90, 300, 20}, 0.3}}}}};
  const std::vector<Box> doubted = DoubtedLines(pass, other);
  ASSERT_EQ(doubted.size(), 1U);
  EXPECT_EQ(doubted[0], (Box{10, 10, 200, 20}));
  EXPECT_TRUE(MayBeInAnotherScript(pass, doubted));
  EXPECT_FALSE(MayBeInAnotherScript(pass, {}));
}

TEST(OtherScriptIn, CountsLettersThatAreNotLatinIfMostWordsAreBelievedAndHaveThem) {
  EXPECT_GT(OtherScriptIn({{{{"\u041c\u043e\u0441\u043a\u0432\u0430", {}, 0.9}}}}), 5);
  EXPECT_EQ(OtherScriptIn({{{{"\u041c\u043e\u0441\u043a\u0432\u0430", {}, 0.3}}}}), 0);
  EXPECT_EQ(OtherScriptIn({{{{"Springfield", {}, 0.9}, {"\u041c\u043e", {}, 0.9}}}}), 0);
}

}  // namespace
}  // namespace kith::ocr
