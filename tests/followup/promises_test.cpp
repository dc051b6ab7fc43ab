// SPDX-License-Identifier: Apache-2.0
#include "followup/promises.h"

#include <gtest/gtest.h>

#include "tests/followup/people.h"

namespace kith::followup {
namespace {

using namespace test;

constexpr Day kWednesday = 2026y / 11 / 25;

std::vector<std::string> WordsIn(std::string_view note) {
  std::vector<std::string> words;
  for (const Promise& promise : FindPromises(note, kToday))
    words.push_back(promise.words);
  return words;
}

using Texts = std::vector<std::string>;

TEST(Promises, AreFoundWithTheirWordsInEnglishAndGerman) {
  EXPECT_EQ(WordsIn("Restores boats. Send the link by Friday. Has two dogs"),
            Texts{"Send the link by Friday"});
  EXPECT_EQ(WordsIn("We talked about tea and I'll bring the book"),
            Texts{"We talked about tea and I'll bring the book"});
  EXPECT_EQ(WordsIn("I will call her next week"), Texts{"I will call her next week"});
  EXPECT_EQ(WordsIn("promised to lend the tent"), Texts{"promised to lend the tent"});
  EXPECT_EQ(WordsIn("TODO send slides\nlikes jazz"), Texts{"TODO send slides"});
  EXPECT_EQ(WordsIn("I\xE2\x80\x99ll introduce her to Ben"), Texts{"I\xE2\x80\x99ll introduce her to Ben"});
  EXPECT_EQ(WordsIn("Link bis Freitag schicken"), Texts{"Link bis Freitag schicken"});
  EXPECT_EQ(WordsIn("Ich schicke ihr das Buch."), Texts{"Ich schicke ihr das Buch"});
}

TEST(Promises, OfOthersAndPlainTalkAreNone) {
  EXPECT_TRUE(WordsIn("She sends me the link. He will call.").empty());
  EXPECT_TRUE(WordsIn("She promised to send the link").empty());
  EXPECT_TRUE(WordsIn("Sie will Fotos schicken").empty());
  EXPECT_TRUE(WordsIn("Talked about the link between bread and beer").empty());
  EXPECT_TRUE(WordsIn("").empty());
}

TEST(Promises, SayWhetherALinkWasPromised) {
  EXPECT_EQ(FindPromises("Send the link", kToday).at(0).kind, FollowUpKind::kSendLink);
  EXPECT_EQ(FindPromises("Bring the book", kToday).at(0).kind, FollowUpKind::kPromise);
}

TEST(FindDay, UnderstandsHowPeopleNameDays) {
  const std::vector<std::pair<std::string, Day>> expected = {{"by Friday", 2026y / 11 / 27},
                                                             {"on Monday", 2026y / 11 / 30},
                                                             {"tomorrow", 2026y / 11 / 24},
                                                             {"today", kToday},
                                                             {"next week", 2026y / 11 / 30},
                                                             {"in two weeks", 2026y / 12 / 7},
                                                             {"in 3 days", 2026y / 11 / 26},
                                                             {"until 3 May", 2027y / 5 / 3},
                                                             {"by December 1st.", 2026y / 12 / 1},
                                                             {"2026-12-24", 2026y / 12 / 24},
                                                             {"bis Freitag", 2026y / 11 / 27},
                                                             {"am 3.12.", 2026y / 12 / 3},
                                                             {"am 03.12.2027", 2027y / 12 / 3},
                                                             {"n\xC3\xA4"
                                                              "chste Woche",
                                                              2026y / 11 / 30},
                                                             {"\xC3\xBC"
                                                              "bermorgen",
                                                              kWednesday},
                                                             {"in einer Woche", 2026y / 11 / 30},
                                                             {"bis 3. M\xC3\xA4rz", 2027y / 3 / 3},
                                                             {"in a month", 2026y / 12 / 23}};
  for (const auto& [text, day] : expected)
    EXPECT_EQ(FindDay(text, kToday), day) << text;
}

TEST(FindDay, NamesNoneWhereNoneIs) {
  for (const char* text :
       {"", "soon", "31.2.2027", "the 40 May plan", "in love", "version 3.14", "may I", "in 99999 days"})
    EXPECT_EQ(FindDay(text, kToday), std::nullopt) << text;
}

TEST(PromisedFollowUp, IsOnTheDayBeforeASkippedOne) {
  Calendar calendar;
  calendar.skipped_weekdays.set(0).set(6);
  const Contact ada = PersonNamed("Ada");
  const Promise by_sunday{.words = "Send it", .by = 2026y / 11 / 29};
  EXPECT_EQ(FollowUpOf(by_sunday, ada, calendar, kToday, kNow).due, 2026y / 11 / 27);
  EXPECT_EQ(FollowUpOf({.words = "Send it"}, ada, calendar, kToday, kNow).due, kWednesday);
  EXPECT_EQ(FollowUpOf({.words = "Send it", .by = 2026y / 11 / 29}, ada, calendar, 2026y / 11 / 28, kNow).due,
            2026y / 11 / 30)
      << "what was promised on a weekend";
  EXPECT_EQ(FollowUpOf(by_sunday, ada, calendar, kToday, kNow).text, "Send it");
}

}  // namespace
}  // namespace kith::followup
