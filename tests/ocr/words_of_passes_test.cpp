// SPDX-License-Identifier: Apache-2.0
#include "ocr/words_of_passes.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/text.h"

namespace kith::ocr {
namespace {

/// Words set one behind the other from `x` on: letters 10 pixels wide, spaces 8.
TextLine LineOf(const std::string& text, int x = 100, int y = 50, double confidence = 0.9) {
  TextLine line;
  for (const std::string& word : SplitText(text, " ")) {
    const int width = 10 * static_cast<int>(DecodeUtf8(word).size());
    line.words.push_back({word, {x, y, width, 20}, confidence});
    x += width + 8;
  }
  return line;
}

Pass PassOf(const std::string& text) {
  return {"test", {LineOf(text)}};
}

std::string TextOf(const TextLine& line) {
  std::string text;
  for (const Word& word : line.words)
    text += (text.empty() ? "" : " ") + word.text;
  return text;
}

/// What becomes of a line that the second reader saw where two passes saw `first` and `second`.
std::string Merged(const std::string& first, const std::string& second, const std::string& line) {
  return TextOf(WithWordsOf({PassOf(first), PassOf(second)}, LineOf(line)));
}

TEST(WithWordsOf, TakesTheSpacesOfThePassThatReadsTheLineMostAlike) {
  EXPECT_EQ(Merged("Keeper of lnstruments", "Kee pcr ofi nst rum", "KeeperofInstruments"),
            "Keeper of Instruments");
}

TEST(WithWordsOf, KeepsTheLettersWherePassesDiffer) {
  EXPECT_EQ(Merged("Ada Exarnple", "Ada Exanple", "Ada Example"), "Ada Example");
}

TEST(WithWordsOf, CannotOverruleAWordOnWhichTwoPassesAgree) {
  EXPECT_EQ(Merged("Harbour Museum", "Harbour Muscum", "Harb0ur Museum"), "Harbour Museum");
}

TEST(WithWordsOf, HasItsWayAgainstASinglePass) {
  EXPECT_EQ(Merged("Harbaur Museum", "Harb Muscum", "Harbour Museum"), "Harbour Museum");
}

TEST(WithWordsOf, KeepsItsOwnSignsInAWordThatPassesReadTheSameButForThem) {
  EXPECT_EQ(Merged("adaexample@example.org", "ada_example@example.org", "ada.example@example.org"),
            "ada.example@example.org");
}

TEST(WithWordsOf, DoesNotTearAnAddressOfTheWebApart) {
  EXPECT_EQ(Merged("E-Mail: ada @example. org", "E-Mail: ida @exanple. org", "E-Mail:ada@example.org"),
            "E-Mail: ada@example.org");
}

TEST(WithWordsOf, CutsOnlyWhereThereIsAGap) {
  Pass torn = PassOf("Inter terior Designer");
  torn.lines[0].words[1].box.x = 120;  // overlaps the word before
  EXPECT_EQ(TextOf(WithWordsOf({torn}, LineOf("Interior Designer"))), "Interior Designer");
}

TEST(WithWordsOf, PutsWordsWhereThePassSawThem) {
  const TextLine line = WithWordsOf({PassOf("Ada Example")}, LineOf("AdaExample"));
  ASSERT_EQ(line.words.size(), 2u);
  EXPECT_EQ(line.words[0].box, (Box{100, 50, 30, 20}));
  EXPECT_EQ(line.words[1].box, (Box{138, 50, 70, 20}));
}

TEST(WithWordsOf, LeavesALineThatNoPassReadsAlike) {
  EXPECT_EQ(Merged("xx yy zz", "", "AdaExample"), "AdaExample");
  EXPECT_EQ(TextOf(WithWordsOf({}, LineOf("Ada Example"))), "Ada Example");
}

TEST(WithWordsOf, DoesNotMixInWordsOfOtherLines) {
  Pass pass{"test", {LineOf("Ada Example", 100, 50), LineOf("AdaEx ample", 100, 200)}};
  EXPECT_EQ(TextOf(WithWordsOf({pass}, LineOf("AdaExample", 100, 50))), "Ada Example");
}

TEST(JoinParts, PutsPartsOfOneLineTogetherAndLeavesColumnsApart) {
  const std::vector<TextLine> lines = JoinParts({LineOf("Example", 140, 51), LineOf("Ada", 100, 50),
                                                 LineOf("Harbour", 400, 50), LineOf("Museum", 100, 90)});
  ASSERT_EQ(lines.size(), 3u);
  std::vector<std::string> texts;
  for (const TextLine& line : lines)
    texts.push_back(TextOf(line));
  EXPECT_EQ(texts, (std::vector<std::string>{"Ada Example", "Museum", "Harbour"}));
}

}  // namespace
}  // namespace kith::ocr
