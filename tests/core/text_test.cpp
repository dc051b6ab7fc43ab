// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NormalizeText, ComposesAccentsThatWereWrittenAsMarks) {
  EXPECT_EQ(NormalizeText("Mu\u0308ller"), "M\u00FCller");
}

TEST(NormalizeText, MakesEveryRunOfWhiteSpaceOneSpaceAndTrimsTheEnds) {
  EXPECT_EQ(NormalizeText(" \t Ada \r\n  Example  "), "Ada Example");
  EXPECT_EQ(NormalizeText("\u3000\u00A0Zo\u00EB\u00A0\u2003Example\u00A0"), "Zo\u00EB Example");
  EXPECT_EQ(NormalizeText(" \t\n"), "");
  EXPECT_EQ(NormalizeText(""), "");
}

TEST(NormalizeText, DropsControlCharactersAndBytesThatAreNotUtf8) {
  EXPECT_EQ(NormalizeText("A\x01"
                          "d\x7F"
                          "a"),
            "Ada");
  EXPECT_EQ(NormalizeText("\xEF\xBB\xBF"
                          "Ada \xFF"
                          "\xC3 \u00C9x"),
            "Ada \u00C9x");
  EXPECT_EQ(NormalizeText(std::string_view("A\0da", 4)), "Ada");
}

TEST(FoldText, DropsAccentsAndCaseOfLatinLetters) {
  EXPECT_EQ(FoldText("M\u00FCller Stra\u00DF"
                     "e"),
            "muller strasse");
  EXPECT_EQ(FoldText("\u0141\u00F3d\u017A"), "lodz");
  EXPECT_EQ(FoldText("\u00D8rsted \u00C6gir"), "orsted aegir");
  EXPECT_EQ(FoldText("ADA Example-2"), "ada example-2");
}

TEST(FoldText, TakesMarksOffLettersThatWereNotComposed) {
  EXPECT_EQ(FoldText("Mu\u0308ller"), "muller");
}

TEST(FoldText, FoldsALetterAlikeAloneAndBesideAnotherScript) {
  // Text with a letter of another script takes another way through the code.
  for (char32_t c = 0x80; c < 0x250; ++c) {
    const std::string letter = EncodeUtf8(std::u32string(1, c));
    EXPECT_EQ(FoldText(letter) + " -", FoldText(letter + " \u2010")) << static_cast<unsigned>(c);
  }
}

TEST(FoldText, WritesOtherScriptsInLatinLetters) {
  EXPECT_EQ(FoldText("\u0418\u0432\u0430\u043D\u043E\u0432"), "ivanov");
  EXPECT_EQ(FoldText("\u0391\u03B8\u03AE\u03BD\u03B1"), "athena");
}

TEST(FoldText, GivesTheSameInEveryThread) {
  std::vector<std::string> folded(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& one : folded) {
      threads.emplace_back([&one] {
        for (int i = 0; i < 200; ++i)
          one = FoldText("Zo\u00EB \u0141\u00F3d\u017A");
      });
    }
  }
  EXPECT_THAT(folded, testing::Each("zoe lodz"));
}

TEST(FoldToAlnum, KeepsLettersAndDigitsOnly) {
  EXPECT_EQ(FoldToAlnum("Example, Ltd."), "exampleltd");
  EXPECT_EQ(FoldToAlnum("Caf\u00E9 \u2013 24/7"), "cafe247");
  EXPECT_EQ(FoldToAlnum("&-. "), "");
}

TEST(LetterCase, ChangesLettersOfEveryScript) {
  EXPECT_EQ(LowerCase("ADA \u00D6ZT\u00DCRK"), "ada \u00F6zt\u00FCrk");
  EXPECT_EQ(UpperCase("ada \u00F6zt\u00FCrk"), "ADA \u00D6ZT\u00DCRK");
  EXPECT_EQ(LowerCase("WWW.Example.COM"), "www.example.com");
  EXPECT_EQ(UpperCase("ada-2"), "ADA-2");
}

TEST(LetterCase, TitlesEveryWordAndEveryPartOfAHyphenatedOne) {
  EXPECT_EQ(TitleCase("ADA EXAMPLE-\u00D6ZT\u00DCRK"), "Ada Example-\u00D6zt\u00FCrk");
}

TEST(Utf8, GoesToCodePointsAndBack) {
  const std::string text = "A\u00E9\u5C71\U00020BB7";
  EXPECT_EQ(DecodeUtf8(text), U"A\u00E9\u5C71\U00020BB7");
  EXPECT_EQ(EncodeUtf8(DecodeUtf8(text)), text);
}

TEST(Utf8, IsAskedOfAllItsCodePoints) {
  const auto is_latin = [](char32_t c) { return c < 0x250; };
  EXPECT_TRUE(AllCodePoints("", is_latin));
  EXPECT_TRUE(AllCodePoints("A\u00E9", is_latin));
  EXPECT_FALSE(AllCodePoints("\u5C71A", is_latin));
  EXPECT_FALSE(AllCodePoints("A\xFF", is_latin));
}

TEST(Utf8, MarksWhatIsNotUtf8) {
  EXPECT_EQ(DecodeUtf8("a\xFF"
                       "b"),
            U"a\uFFFD"
            U"b");
  EXPECT_EQ(EncodeUtf8(std::u32string{U'a', char32_t(0xD800), char32_t(0x110000)}), "a\uFFFD\uFFFD");
}

TEST(SplitText, GivesTheTrimmedPartsAndLeavesEmptyOnesOut) {
  EXPECT_THAT(SplitText(" a , b;;c ,", ",;"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(SplitText("Stra\u00DF"
                        "e 1 \u2022 Wien\u00B7\u00D6sterreich",
                        "\u2022\u00B7"),
              ElementsAre("Stra\u00DF"
                          "e 1",
                          "Wien", "\u00D6sterreich"));
  EXPECT_THAT(SplitText("one", ","), ElementsAre("one"));
  EXPECT_THAT(SplitText(" , ", ","), IsEmpty());
}

}  // namespace
}  // namespace kith
