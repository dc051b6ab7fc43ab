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

TEST(LeaveNoDoubt, HoldsForPassesThatAgreeOnAllWords) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"ada@example.org", {80, 10, 120, 20}, 0.9}});
  EXPECT_TRUE(LeaveNoDoubt(a, a));
}

TEST(LeaveNoDoubt, FailsForAddressesThatDifferInASign) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"ada.e@example.org", {80, 10, 120, 20}, 0.9}});
  const Pass b = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"adae@example.org", {80, 10, 120, 20}, 0.9}});
  EXPECT_FALSE(LeaveNoDoubt(a, b));
}

TEST(LeaveNoDoubt, FailsForAnAddressThatIsNone) {
  const Pass a = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}, {"ada@exampleorg", {80, 10, 120, 20}, 0.9}});
  EXPECT_FALSE(LeaveNoDoubt(a, a));
}

TEST(LeaveNoDoubt, FailsWhereNothingWasRead) {
  EXPECT_FALSE(LeaveNoDoubt({}, {}));
}

TEST(IsUnread, HoldsWherePassesReadDifferentThingsAndBelieveNone) {
  const Box place{0, 0, 300, 40};
  const std::vector<Pass> passes = {PassOf({{"Fomahar", {10, 10, 160, 20}, 0.1}}),
                                    PassOf({{"Femohon", {10, 10, 160, 20}, 0.5}}),
                                    PassOf({{"Foomahon", {10, 10, 160, 20}, 0.6}})};
  EXPECT_TRUE(IsUnread(passes, place));
}

TEST(IsUnread, FailsWhereTwoPassesAgreeOrOneIsSure) {
  const Box place{0, 0, 300, 40};
  const Pass doubted = PassOf({{"Example", {10, 10, 160, 20}, 0.3}});
  const Pass other = PassOf({{"Exanple", {10, 10, 160, 20}, 0.3}});
  EXPECT_FALSE(IsUnread({doubted, other, doubted}, place));
  EXPECT_FALSE(IsUnread({other, PassOf({{"Example", {10, 10, 160, 20}, 0.9}})}, place));
}

TEST(IsUnread, FailsWhereNothingOrAnotherScriptIsRead) {
  const Box place{0, 0, 300, 40};
  EXPECT_FALSE(IsUnread({Pass(), Pass()}, place));
  const Pass latin = PassOf({{"ER", {10, 10, 160, 20}, 0.2}});
  EXPECT_FALSE(IsUnread({latin, PassOf({{"\u5c71\u7530", {10, 10, 160, 20}, 0.6}})}, place));
}

TEST(AreSureOf, HoldsWherePassesReadTheSameLettersAndBelieveThem) {
  const Box place{0, 0, 300, 40};
  EXPECT_TRUE(
      AreSureOf({PassOf({{"Ada", {10, 10, 60, 20}, 0.9}}), PassOf({{"ADA,", {11, 9, 60, 20}, 0.7}})}, place));
  EXPECT_FALSE(
      AreSureOf({PassOf({{"Ada", {10, 10, 60, 20}, 0.9}}), PassOf({{"Ida", {11, 9, 60, 20}, 0.9}})}, place));
  EXPECT_FALSE(
      AreSureOf({PassOf({{"Ada", {10, 10, 60, 20}, 0.9}}), PassOf({{"Ada", {11, 9, 60, 20}, 0.3}})}, place));
}

TEST(AreSureOf, DoesNotHoldWhereAPassSawNothing) {
  const Pass pass = PassOf({{"Ada", {10, 10, 60, 20}, 0.9}});
  EXPECT_FALSE(AreSureOf({pass, pass}, {0, 200, 300, 40}));
  EXPECT_FALSE(AreSureOf({pass, {}}, {0, 0, 300, 40}));
  EXPECT_FALSE(AreSureOf({}, {0, 0, 300, 40}));
}

bool AreSureOfText(const std::string& first, const std::string& second) {
  return AreSureOf({PassOf({{first, {10, 10, 200, 20}, 0.9}}), PassOf({{second, {10, 10, 200, 20}, 0.9}})},
                   {0, 0, 300, 40});
}

TEST(AreSureOf, WantsEverySignOfAnAddressOfTheWebToBeTheSameAndTheAddressToBeOne) {
  EXPECT_TRUE(AreSureOfText("ada.example@example.org", "Ada.Example@example.org"));
  EXPECT_TRUE(AreSureOfText("E-mail:ada@example.org", "E-mail:ada@example.org"));
  EXPECT_FALSE(AreSureOfText("ada.example@example.org", "ada-example@example.org"));
  EXPECT_FALSE(AreSureOfText("ada@exampleorg", "ada@exampleorg"));
  EXPECT_TRUE(AreSureOfText("www.example.org", "www.example.org"));
  EXPECT_FALSE(AreSureOfText("wwwexampleorg", "wwwexampleorg"));
}

TEST(AreSureOf, WantsAnAtBehindALabelOfAnEmailAddress) {
  const Pass pass = PassOf({{"E-mail", {10, 10, 60, 20}, 0.9}, {"adaexample.org", {80, 10, 140, 20}, 0.9}});
  EXPECT_FALSE(AreSureOf({pass, pass}, {0, 0, 300, 40}));
}

TEST(WordsAt, GivesTheWordsWhoseMiddlesAreThereFromLeftToRight) {
  const Pass pass{"test",
                  {TextLine{{{"b", {100, 10, 20, 20}, 0.9}, {"out", {290, 10, 40, 20}, 0.9}}},
                   TextLine{{{"a", {10, 12, 20, 20}, 0.9}, {"below", {10, 60, 20, 20}, 0.9}}}}};
  const std::vector<Word> words = WordsAt(pass, {0, 0, 300, 40});
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0].text, "a");
  EXPECT_EQ(words[1].text, "b");
}

std::size_t WordsLeft(const Word& word, const std::vector<Pass>& others, const std::vector<Box>& places) {
  std::vector<Pass> passes = {PassOf({word})};
  passes.insert(passes.end(), others.begin(), others.end());
  DropSpecks(passes, places);
  return passes[0].lines.empty() ? 0 : passes[0].lines[0].words.size();
}

TEST(DropSpecks, TakesOutShortDoubtedWordsWhereThereIsNoText) {
  const Box box{10, 10, 30, 20};
  const std::vector<Box> elsewhere = {{200, 200, 100, 30}};
  EXPECT_EQ(WordsLeft({"ey", box, 0.4}, {}, elsewhere), 0u);
  EXPECT_EQ(WordsLeft({"ey", box, 0.9}, {}, elsewhere), 1u);
  EXPECT_EQ(WordsLeft({"eyes", box, 0.4}, {}, elsewhere), 1u);
  EXPECT_EQ(WordsLeft({"ey", box, 0.4}, {}, {{0, 0, 100, 40}}), 1u);
}

TEST(DropSpecks, KeepsWhatTwoPassesRead) {
  const Box box{10, 10, 30, 20};
  EXPECT_EQ(WordsLeft({"T:", box, 0.4}, {PassOf({{"T", box, 0.4}})}, {}), 1u);
  EXPECT_EQ(WordsLeft({"T:", box, 0.4}, {PassOf({{"F", box, 0.4}})}, {}), 0u);
}

}  // namespace
}  // namespace kith::ocr
