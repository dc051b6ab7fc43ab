// SPDX-License-Identifier: Apache-2.0
#include "parse/layout.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parse/reading_builder.h"

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<std::string> Texts(const Reading& reading) {
  std::vector<std::string> texts;
  for (const LineGroup& group : GroupLines(reading))
    texts.push_back(group.runs.front().Text());
  return texts;
}

TEST(GroupLines, SplitsALineThatSpansTwoColumns) {
  const auto card = ReadingBuilder().Line(50, 100, 20, "Main Street 1").More(600, 100, 20, "Tel. 123");
  EXPECT_THAT(Texts(card.Done()), ElementsAre("Main Street 1", "Tel. 123"));
}

TEST(GroupLines, KeepsTheWordsOfALetterSpacedLineTogether) {
  const auto card = ReadingBuilder().Line(50, 100, 20, "Anna").More(124, 100, 20, "Example");
  EXPECT_THAT(Texts(card.Done()), ElementsAre("Anna Example"));
}

TEST(GroupLines, PutsReadingsOfOnePlaceTogetherAndTheSurestFirst) {
  const auto card =
      ReadingBuilder().Line(50, 100, 20, "Anna Exarnple", 0.5).Pass().Line(51, 101, 20, "Anna Example", 0.95);
  const std::vector<LineGroup> groups = GroupLines(card.Done());
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_THAT(groups[0].runs, SizeIs(2));
  EXPECT_EQ(groups[0].runs[0].Text(), "Anna Example");
}

TEST(GroupLines, KeepsTightlySetLinesApartWhenAPassHasATallWord) {
  auto card = ReadingBuilder().Line(50, 100, 20, "Anna Example").Line(50, 122, 20, "Head of Engineering");
  card.Pass()
      .Line(50, 100, 20, "Anna Example")
      .Line(50, 122, 20, "Head of Engineering")
      .More(290, 90, 60, "]|");
  const std::vector<std::string> texts = Texts(card.Done());
  ASSERT_GE(texts.size(), 2U);
  EXPECT_EQ(texts[0], "Anna Example");
  EXPECT_THAT(texts[1], testing::StartsWith("Head of Engineering"));
}

TEST(GroupLines, DividesALineThatOnePassReadAcrossColumns) {
  auto card = ReadingBuilder().Line(50, 100, 20, "Main Street").Line(230, 100, 20, "Telephone");
  card.Pass().Line(50, 100, 20, "Main Street").More(205, 100, 20, "Telephone");
  EXPECT_THAT(Texts(card.Done()), ElementsAre("Main Street", "Telephone"));
}

TEST(GroupLines, DropsSpecks) {
  const auto card = ReadingBuilder().Line(50, 100, 20, "Anna Example").Line(400, 300, 20, "~ i", 0.1);
  EXPECT_THAT(Texts(card.Done()), ElementsAre("Anna Example"));
}

TEST(GroupLines, OfAnEmptyReadingIsEmpty) {
  EXPECT_TRUE(GroupLines(Reading()).empty());
}

TEST(GroupLines, CopesWithWordsWithoutHeight) {
  Reading reading;
  reading.passes.push_back(
      {"odd", {TextLine{{{"Anna", {10, 10, 40, 0}, 0.9}}}, TextLine{{{"Ben", {10, 10, 0, 0}, 0.9}}}}});
  EXPECT_FALSE(GroupLines(reading).empty());
}

TEST(VoteWords, TakesTheWordThatMostPassesRead) {
  auto card = ReadingBuilder().Line(50, 100, 20, "Anna Exomple", 0.96);
  card.Pass().Line(50, 100, 20, "Anna Example", 0.9).Pass().Line(50, 100, 20, "Anna Example", 0.9);
  const std::vector<LineGroup> groups = GroupLines(card.Done());
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_EQ(VoteWords(groups[0]).Text(), "Anna Example");
}

}  // namespace
}  // namespace kith::parse
