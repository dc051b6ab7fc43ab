// SPDX-License-Identifier: Apache-2.0
// How values are found wherever they stand on a card.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/card_parser.h"
#include "tests/parse/reading_builder.h"

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

ContactDetails ParseDetails(const ReadingBuilder& card, const std::string& region = "US") {
  return ParseCard(card.Done(), {region}).details;
}

std::vector<std::string> Numbers(const ContactDetails& details) {
  std::vector<std::string> numbers;
  for (const Phone& phone : details.phones)
    numbers.push_back(phone.number + " " + std::string(PhoneTypeName(phone.type)));
  return numbers;
}

TEST(Layout, KeepsTwoColumnsAtOneHeightApart) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional").More(560, 60, 30, "Northwind Traders Ltd.");
  card.Line(60, 110, 22, "Head of Sales").More(560, 110, 22, "1 Main Street");
  card.Line(60, 150, 22, "maria@northwind.example.org").More(560, 150, 22, "Springfield, CA 94305");
  const ContactDetails details = ParseDetails(card);
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_EQ(details.organization, "Northwind Traders Ltd.");
  EXPECT_THAT(details.titles, ElementsAre("Head of Sales"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main Street, Springfield, CA 94305"));
}

TEST(Layout, ReadsLabelsBeforeAndBehindTheirNumbers) {
  ReadingBuilder before;
  before.Line(60, 60, 30, "Maria Fictional")
      .Line(60, 200, 20, "T (415) 555-0123 F (415) 555-0124 M (415) 555-0125");
  EXPECT_THAT(Numbers(ParseDetails(before)),
              ElementsAre("+14155550123 work", "+14155550124 fax", "+14155550125 mobile"));
  ReadingBuilder behind;
  behind.Line(60, 60, 30, "Maria Fictional")
      .Line(60, 200, 20, "(415) 555-0123 office")
      .Line(60, 230, 20, "(415) 555-0124 fax")
      .Line(60, 260, 20, "(415) 555-0125 mobile");
  EXPECT_THAT(Numbers(ParseDetails(behind)),
              ElementsAre("+14155550123 work", "+14155550124 fax", "+14155550125 mobile"));
}

TEST(Layout, ReadsSeveralValuesOnALine) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional")
      .Line(60, 200, 20, "(415) 555-0123 | maria@northwind.example.org | www.northwind.example.org");
  const ContactDetails details = ParseDetails(card);
  EXPECT_THAT(Numbers(details), ElementsAre("+14155550123 work"));
  EXPECT_THAT(details.emails, ElementsAre("maria@northwind.example.org"));
  EXPECT_THAT(details.urls, ElementsAre("www.northwind.example.org"));
}

TEST(Layout, TakesTheZeroOfAMisreadOfficeLabelForALabel) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional").Line(60, 200, 20, "F: (415) 555-0123 0: (415) 555-0124");
  EXPECT_THAT(Numbers(ParseDetails(card)), ElementsAre("+14155550123 fax", "+14155550124 work"));
}

TEST(Layout, PutsAValueThatIsWrappedTogether) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 110, 22, "Director, Sales and")
      .Line(60, 136, 22, "Marketing")
      .Line(60, 300, 20, "1 Main Street")
      .Line(60, 324, 20, "Springfield, CA 94305");
  const ContactDetails details = ParseDetails(card);
  EXPECT_THAT(details.titles, ElementsAre("Director, Sales and Marketing"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main Street, Springfield, CA 94305"));
}

TEST(Layout, ReadsAPortraitCard) {
  ReadingBuilder card(600, 1000);
  card.Line(60, 60, 40, "Northwind Ltd.")
      .Line(60, 400, 34, "Maria")
      .Line(60, 440, 34, "Fictional")
      .Line(60, 500, 22, "Engineer")
      .Line(60, 800, 20, "(415) 555-0123")
      .Line(60, 830, 20, "maria.fictional@example.org");
  const ContactDetails details = ParseDetails(card);
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_EQ(details.organization, "Northwind Ltd.");
  EXPECT_THAT(details.titles, ElementsAre("Engineer"));
}

TEST(Layout, ReadsARightAlignedCard) {
  ReadingBuilder card;
  const auto right = [&](int y, int size, const std::string& text) {
    card.Line(940 - static_cast<int>(0.55 * size * static_cast<double>(text.size())), y, size, text);
  };
  right(60, 34, "Maria Fictional");
  right(105, 22, "Head of Sales");
  right(200, 30, "Northwind Ltd.");
  right(400, 20, "1 Main Street");
  right(424, 20, "Springfield, CA 94305");
  const ContactDetails details = ParseDetails(card);
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_THAT(details.titles, ElementsAre("Head of Sales"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main Street, Springfield, CA 94305"));
}

TEST(Layout, IsNotLedAstrayByTheScrapsOfASeal) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional").Line(60, 110, 22, "Head of Sales");
  card.Line(700, 40, 60, "\u00a2N", 0.2).Line(760, 90, 18, "Ae", 0.3).Line(690, 130, 80, "OQ~", 0.15);
  card.Line(60, 400, 20, "Tel. (415) 555-0123").More(720, 395, 50, "Wy", 0.25);
  card.Line(60, 430, 20, "maria.fictional@example.org");
  const ContactDetails details = ParseDetails(card);
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_EQ(details.organization, "");
  EXPECT_THAT(details.titles, ElementsAre("Head of Sales"));
  EXPECT_THAT(Numbers(details), ElementsAre("+14155550123 work"));
}

TEST(Layout, TakesATextThatIsReadTwiceForOne) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional").Line(60, 110, 22, "Senior Account Manager");
  card.Pass().Line(60, 60, 34, "Maria Fictional").Line(60, 124, 22, "SeniorAccount Manager", 0.8);
  EXPECT_THAT(ParseDetails(card).titles, SizeIs(1));
}

TEST(Fields, TakeACompanyBehindATitleApart) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 110, 22, "Engineer, Northwind Traders Ltd.")
      .Line(60, 430, 20, "maria@northwindtraders.example.org");
  const ContactDetails details = ParseDetails(card);
  EXPECT_THAT(details.titles, ElementsAre("Engineer"));
  EXPECT_EQ(details.organization, "Northwind Traders Ltd.");
}

TEST(Fields, TakeATitleInBracketsApart) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional (owner)").Line(60, 430, 20, "(415) 555-0123");
  const ContactDetails details = ParseDetails(card);
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_THAT(details.titles, ElementsAre("owner"));
}

TEST(Fields, LeaveANumberBehindATitleOut) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional, Owner, License #12345").Line(60, 430, 20, "(415) 555-0123");
  EXPECT_THAT(ParseDetails(card).titles, ElementsAre("Owner"));
}

TEST(Fields, TakeAGivenNameThatIsAParticleElsewhereForAName) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Ben Qwertson")
      .Line(60, 200, 40, "Northwind Ltd.")
      .Line(60, 430, 20, "bq@northwind.example.org");
  EXPECT_EQ(ParseDetails(card).name.full, "Ben Qwertson");
}

TEST(Fields, DoNotTakeDegreesForATitle) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 110, 22, "M.Sc., Ph.D.")
      .Line(60, 430, 20, "(415) 555-0123");
  EXPECT_THAT(ParseDetails(card).titles, IsEmpty());
}

}  // namespace
}  // namespace kith::parse
