// SPDX-License-Identifier: Apache-2.0
#include "parse/card_parser.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parse/reading_builder.h"

namespace kith::parse {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

Draft Parse(const ReadingBuilder& card, const std::string& region = "US") {
  return ParseCard(card.Done(), {region});
}

double ConfidenceOfKind(const Draft& draft, FieldKind kind) {
  const auto field =
      std::find_if(draft.fields.begin(), draft.fields.end(), [&](const Field& f) { return f.kind == kind; });
  return field == draft.fields.end() ? -1 : field->confidence;
}

/// A plain card, to change one thing of.
ReadingBuilder PlainCard() {
  ReadingBuilder card;
  card.Line(60, 60, 40, "Northwind Traders Ltd.")
      .Line(60, 200, 34, "Maria Fictional")
      .Line(60, 250, 22, "Head of Sales")
      .Line(60, 400, 20, "1 Main Street, Springfield, CA 94305")
      .Line(60, 430, 20, "Tel. (415) 555-0123")
      .Line(60, 460, 20, "Mobile (415) 555-0124")
      .Line(60, 490, 20, "maria.fictional@example.org")
      .Line(60, 520, 20, "www.example.org");
  return card;
}

TEST(ParseCard, ReadsAPlainCard) {
  const ContactDetails details = Parse(PlainCard()).details;
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_EQ(details.name.given, "Maria");
  EXPECT_EQ(details.organization, "Northwind Traders Ltd.");
  EXPECT_THAT(details.titles, ElementsAre("Head of Sales"));
  ASSERT_THAT(details.phones, SizeIs(2));
  EXPECT_EQ(details.phones[0].number, "+14155550123");
  EXPECT_EQ(details.phones[0].type, PhoneType::kWork);
  EXPECT_EQ(details.phones[1].type, PhoneType::kMobile);
  EXPECT_THAT(details.emails, ElementsAre("maria.fictional@example.org"));
  EXPECT_THAT(details.urls, ElementsAre("www.example.org"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main Street, Springfield, CA 94305"));
}

TEST(ParseCard, HasOneFieldForEachValue) {
  const Draft draft = Parse(PlainCard());
  std::vector<std::string> values;
  for (const Field& field : draft.fields)
    values.push_back(field.value);
  EXPECT_THAT(values,
              testing::UnorderedElementsAre("Maria Fictional", "Northwind Traders Ltd.", "Head of Sales",
                                            "+14155550123", "+14155550124", "maria.fictional@example.org",
                                            "www.example.org", "1 Main Street, Springfield, CA 94305"));
  for (const Field& field : draft.fields) {
    EXPECT_FALSE(field.box.empty()) << field.value;
    EXPECT_GT(field.confidence, 0) << field.value;
    EXPECT_LE(field.confidence, 1) << field.value;
  }
}

TEST(ParseCard, ListsEveryLineThatWasRead) {
  EXPECT_THAT(Parse(PlainCard()).lines, SizeIs(8));
  EXPECT_THAT(Parse(PlainCard()).lines,
              Contains(testing::AllOf(testing::Field(&ReadLine::text, "Head of Sales"),
                                      testing::Field(&ReadLine::box, testing::Ne(Box{})))));
}

TEST(ParseCard, GivesAnEmptyDraftForAnEmptyReading) {
  EXPECT_EQ(ParseCard(Reading(), {}), Draft());
}

TEST(ParseCard, TellsTheNameFromACompanyInBiggerType) {
  ReadingBuilder card;
  card.Line(60, 60, 60, "NORTHWIND").Line(60, 200, 20, "OLGA MUSTER").Line(60, 300, 20, "olga@northwind.com");
  const ContactDetails details = Parse(card).details;
  EXPECT_EQ(details.name.full, "OLGA MUSTER");
  EXPECT_EQ(details.organization, "NORTHWIND");
}

TEST(ParseCard, FindsANameThatNoListKnowsByTheEmail) {
  ReadingBuilder card;
  card.Line(60, 60, 20, "Zyxw Vutsr")
      .Line(60, 100, 20, "Qwert Uiop")
      .Line(60, 300, 20, "vutsr.z@example.com");
  EXPECT_EQ(Parse(card).details.name.full, "Zyxw Vutsr");
}

TEST(ParseCard, TakesDegreesOffTheName) {
  ReadingBuilder card;
  card.Line(60, 60, 30, "Maria Fictional, PhD, MBA").Line(60, 100, 20, "Director");
  const ContactDetails details = Parse(card).details;
  EXPECT_EQ(details.name.full, "Maria Fictional");
  EXPECT_THAT(details.titles, ElementsAre("Director"));
}

TEST(ParseCard, CutsNameAndTitleOnOneLine) {
  ReadingBuilder comma;
  comma.Line(60, 60, 30, "Maria Fictional, Managing Director");
  EXPECT_EQ(Parse(comma).details.name.full, "Maria Fictional");
  EXPECT_THAT(Parse(comma).details.titles, ElementsAre("Managing Director"));

  ReadingBuilder space;
  space.Line(60, 60, 30, "Maria Fictional Managing Director");
  EXPECT_EQ(Parse(space).details.name.full, "Maria Fictional");
  EXPECT_THAT(Parse(space).details.titles, ElementsAre("Managing Director"));
}

TEST(ParseCard, JoinsANameOnTwoLines) {
  ReadingBuilder card;
  card.Line(60, 60, 40, "MARIA")
      .Line(60, 105, 40, "FICTIONAL")
      .Line(60, 200, 20, "maria.fictional@example.org");
  EXPECT_EQ(Parse(card).details.name.full, "MARIA FICTIONAL");
}

TEST(ParseCard, KeepsTwoTitlesAndTheDepartmentApart) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 110, 20, "Senior Researcher")
      .Line(60, 135, 20, "Project Leader")
      .Line(60, 160, 20, "Department of Imaginary Affairs");
  const ContactDetails details = Parse(card).details;
  EXPECT_THAT(details.titles, ElementsAre("Senior Researcher", "Project Leader"));
  EXPECT_EQ(details.department, "Department of Imaginary Affairs");
}

TEST(ParseCard, PutsAWrappedTitleTogether) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 110, 20, "Director, Sales &")
      .Line(60, 135, 20, "Marketing");
  EXPECT_THAT(Parse(card).details.titles, ElementsAre("Director, Sales & Marketing"));
}

TEST(ParseCard, PutsTheLinesOfAnAddressTogether) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(600, 300, 20, "12 Main Street")
      .Line(600, 325, 20, "Suite 100")
      .Line(600, 350, 20, "Springfield, CA 94305");
  EXPECT_THAT(Parse(card).details.addresses, ElementsAre("12 Main Street, Suite 100, Springfield, CA 94305"));
}

TEST(ParseCard, ReadsLabelsInAColumnOfTheirOwn) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "Mobile")
      .Line(300, 300, 20, "415 555 0123")
      .Line(60, 330, 20, "Fax")
      .Line(300, 330, 20, "415 555 0124");
  const ContactDetails details = Parse(card).details;
  ASSERT_THAT(details.phones, SizeIs(2));
  EXPECT_EQ(details.phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(details.phones[1].type, PhoneType::kFax);
}

TEST(ParseCard, GivesASecondNumberTheLabelOfTheFirst) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "Cell 415 555 0123").Line(110, 325, 20, "415 555 0124");
  const ContactDetails details = Parse(card).details;
  ASSERT_THAT(details.phones, SizeIs(2));
  EXPECT_EQ(details.phones[1].type, PhoneType::kMobile);
}

TEST(ParseCard, LetsPassesVoteOnAnEmail) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "maria@exarnple.org", 0.9).Pass().Line(60, 300, 20, "maria@example.org", 0.9);
  card.Pass().Line(60, 300, 20, "maria@example.org", 0.9);
  EXPECT_THAT(Parse(card).details.emails, ElementsAre("maria@example.org"));
}

TEST(ParseCard, PrefersAValidNumberToASurerReading) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "Tel +44 20 7946 O1Z", 0.97).Pass().Line(60, 300, 20, "Tel +44 20 7946 0123", 0.8);
  const ContactDetails details = Parse(card).details;
  ASSERT_THAT(details.phones, SizeIs(1));
  EXPECT_EQ(details.phones[0].number, "+442079460123");
}

TEST(ParseCard, PrefersANumberThatKeptItsBeginning) {
  ReadingBuilder card;
  card.Line(60, 60, 40, "Tel 1632 960123");
  card.Pass().Line(60, 60, 40, "Tel +441632 960123", 0.7);
  const ContactDetails details = Parse(card, "DE").details;
  ASSERT_THAT(details.phones, SizeIs(1));
  EXPECT_EQ(details.phones[0].number, "+441632960123");
}

TEST(ParseCard, LetsTheUrlCorrectTheHostOfTheEmail) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "maria@northwlnd.com", 0.5).Line(60, 330, 20, "www.northwind.com", 0.97);
  EXPECT_THAT(Parse(card).details.emails, ElementsAre("maria@northwind.com"));
}

TEST(ParseCard, FindsAnEmailWhoseAtWasMisreadByTheUrl) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "mariaQnorthwind.com").Line(60, 330, 20, "www.northwind.com");
  const ContactDetails details = Parse(card).details;
  EXPECT_THAT(details.emails, ElementsAre("maria@northwind.com"));
  EXPECT_THAT(details.urls, ElementsAre("www.northwind.com"));
}

TEST(ParseCard, SpellsADoubtfulLogoLikeTheDomain) {
  ReadingBuilder card;
  card.Line(60, 60, 50, "NORTHWLND", 0.7)
      .Line(60, 200, 34, "Maria Fictional")
      .Line(60, 300, 20, "maria@northwind.com");
  EXPECT_EQ(Parse(card).details.organization, "NORTHWIND");
}

TEST(ParseCard, SuggestsNoOrganizationThatIsNotPrinted) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional").Line(60, 300, 20, "maria@northwind.com");
  EXPECT_EQ(Parse(card).details.organization, "");
}

TEST(ParseCard, PutsBackTheDotThatOnePassLost) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "mariafictional@example.org", 0.95)
      .Pass()
      .Line(60, 300, 20, "maria.fictional@example.org", 0.8);
  EXPECT_THAT(Parse(card).details.emails, ElementsAre("maria.fictional@example.org"));
}

TEST(ParseCard, TakesTheRegionOfNumbersFromTheCity) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "10 Fictional Road, Hyderabad").Line(60, 330, 20, "Cell 98480 12345");
  ASSERT_THAT(Parse(card).details.phones, SizeIs(1));
  EXPECT_EQ(Parse(card).details.phones[0].number, "+919848012345");
}

TEST(ParseCard, DoubtsWhatTouchesTheEdge) {
  ReadingBuilder inside;
  inside.Line(60, 300, 20, "maria@example.co");
  ReadingBuilder cut;
  cut.Line(1000 - 11 * 16, 300, 20, "maria@example.co");
  EXPECT_GT(ConfidenceOfKind(Parse(inside), FieldKind::kEmail), kDoubtful);
  EXPECT_LT(ConfidenceOfKind(Parse(cut), FieldKind::kEmail), 0.5);
}

TEST(ParseCard, TakesTheRegionOfNumbersFromTheAddress) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "10 Fictional Road, London SW1A 2ET").Line(60, 330, 20, "Tel 020 7946 0123");
  ASSERT_THAT(Parse(card).details.phones, SizeIs(1));
  EXPECT_EQ(Parse(card).details.phones[0].number, "+442079460123");
}

TEST(ParseCard, TakesTheRegionOfNumbersFromTheHost) {
  ReadingBuilder card;
  card.Line(60, 300, 20, "www.beispiel.de").Line(60, 330, 20, "Tel 030 23125 123");
  ASSERT_THAT(Parse(card).details.phones, SizeIs(1));
  EXPECT_THAT(Parse(card).details.phones[0].number, testing::StartsWith("+4930"));
}

TEST(ParseCard, KeepsTheRestAsNotes) {
  const auto card = PlainCard().Line(600, 560, 18, "We make your dreams come true");
  const Draft draft = Parse(card);
  EXPECT_THAT(draft.details.notes, HasSubstr("We make your dreams come true"));
  EXPECT_EQ(draft.details.name.full, "Maria Fictional");
}

TEST(ParseCard, KeepsScrapsOfLogosOutOfTheName) {
  ReadingBuilder card;
  card.Line(30, 60, 34, "ea!", 0.3).More(110, 60, 34, "Maria Fictional", 0.95);
  EXPECT_EQ(Parse(card).details.name.full, "Maria Fictional");
}

TEST(ParseCard, TrustsAQrCodeMoreThanPrint) {
  const auto card = PlainCard().Code(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Maria Q. "
      "Fictional\nN:Fictional;Maria;Q.;;\nORG:Northwind\nTEL;TYPE=WORK:+14155550123\n"
      "EMAIL:maria.fictional@example.org\nEND:VCARD");
  const Draft draft = Parse(card);
  EXPECT_EQ(draft.details.name.full, "Maria Q. Fictional");
  EXPECT_EQ(draft.details.organization, "Northwind");
  EXPECT_THAT(draft.details.phones, SizeIs(2));
  EXPECT_THAT(draft.details.emails, ElementsAre("maria.fictional@example.org"));
  EXPECT_GT(ConfidenceOfKind(draft, FieldKind::kName), 0.9);
}

TEST(ParseCard, ListsOnceWhatACodeAndPrintSay) {
  const auto card = PlainCard().Code(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Maria Fictional\nURL:https://www.example.org/\n"
      "ADR:;;1 Main Street;Springfield;CA;94305;USA\nEND:VCARD");
  const ContactDetails details = Parse(card).details;
  EXPECT_THAT(details.urls, ElementsAre("https://www.example.org/"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main Street, Springfield, CA, 94305, USA"));
  EXPECT_THAT(details.emails, SizeIs(1));
}

TEST(ParseCard, TakesTheTypeOfANumberFromTheCode) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional").Line(60, 300, 20, "Tel +1 415 555 0123");
  card.Code("MECARD:N:Fictional,Maria;TEL:+14155550123;;");
  EXPECT_THAT(Parse(card).details.phones, SizeIs(1));
  card.Code("BEGIN:VCARD\nVERSION:2.1\nN:Fictional;Maria\nTEL;CELL:+14155550199\nEND:VCARD");
  EXPECT_THAT(Parse(card).details.phones, SizeIs(2));
  EXPECT_EQ(Parse(card).details.phones[1].type, PhoneType::kMobile);
}

TEST(ParseCard, ListsHandlesOnSocialServices) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional")
      .Line(60, 400, 20, "Instagram: @maria_fictional")
      .Line(60, 430, 20, "LinkedIn: linkedin.com/in/maria-fictional")
      .Line(60, 460, 20, "WeChat ID: mariafictional");
  const Draft draft = Parse(card);
  EXPECT_THAT(draft.details.handles, ElementsAre("Instagram: maria_fictional", "WeChat: mariafictional"));
  EXPECT_THAT(draft.details.urls, ElementsAre("linkedin.com/in/maria-fictional"));
  EXPECT_EQ(draft.details.notes, "");
  EXPECT_GT(ConfidenceOfKind(draft, FieldKind::kHandle), 0.8);
}

TEST(ParseCard, KeepsTheNameInAnotherScript) {
  ReadingBuilder card;
  card.Line(60, 60, 40, "\u5c71\u7530 \u82b1\u5b50").Line(60, 110, 34, "Hanako Yamada");
  card.Line(60, 300, 20, "hanako.yamada@example.org");
  const ContactDetails details = Parse(card).details;
  EXPECT_EQ(details.name.full, "Hanako Yamada");
  EXPECT_THAT(details.other_names, ElementsAre("\u5c71\u7530 \u82b1\u5b50"));
}

TEST(ParseCard, ShowsWhatCannotBeReadInsteadOfGuessingIt) {
  const auto card = PlainCard().Line(600, 480, 40, "cAl1 m3 Fridoy", 0.5).Unread({590, 470, 340, 60});
  const Draft draft = Parse(card);
  EXPECT_EQ(draft.details.notes.find("Fridoy"), std::string::npos);
  EXPECT_THAT(draft.details.notes, HasSubstr("see the card"));
  const auto note = std::ranges::find(draft.fields, FieldKind::kNote, &Field::kind);
  ASSERT_NE(note, draft.fields.end());
  EXPECT_EQ(note->box, (Box{590, 470, 340, 60}));
  EXPECT_LT(note->confidence, kDoubtful);
  EXPECT_EQ(draft.details.name.full, "Maria Fictional");
}

TEST(ParseCard, ReadsDecoratedTypeThatSpellsTheSite) {
  ReadingBuilder card;
  card.Line(60, 60, 60, "Northw1nd", 0.5).Line(60, 300, 20, "www.northwind.com").Unread({50, 50, 340, 80});
  EXPECT_EQ(Parse(card).details.notes, "");
}

TEST(ParseCard, ListsALinkInACodeOnlyIfItsHostIsNotPrinted) {
  const auto same = PlainCard().Code("https://example.org/");
  EXPECT_THAT(Parse(same).details.urls, ElementsAre("www.example.org"));
  const auto other = PlainCard().Code("https://northwind.com/maria");
  EXPECT_THAT(Parse(other).details.urls, ElementsAre("www.example.org", "https://northwind.com/maria"));
}

TEST(ParseCard, JoinsAnOrganizationOnTwoLines) {
  ReadingBuilder card;
  card.Line(60, 60, 24, "Royal Fictional Institute")
      .Line(60, 90, 24, "for Imaginary Studies")
      .Line(60, 300, 20, "Maria Fictional");
  EXPECT_EQ(Parse(card).details.organization, "Royal Fictional Institute for Imaginary Studies");
}

TEST(ParseCard, KnowsCompoundTitles) {
  ReadingBuilder card;
  card.Line(60, 60, 34, "Maria Fictional").Line(60, 200, 20, "Communicatieadviseur");
  EXPECT_THAT(Parse(card).details.titles, ElementsAre("Communicatieadviseur"));
}

TEST(ParseCard, IsTheSameEveryTime) {
  EXPECT_EQ(Parse(PlainCard()), Parse(PlainCard()));
}

/// A stored reading of a fictional card, read by two passes of an OCR engine.
Draft ParseStored(const std::string& name) {
  std::ifstream in(std::string(KITH_SOURCE_DIR) + "/tests/parse/data/" + name);
  std::stringstream text;
  text << in.rdbuf();
  const auto reading = ParseReading(text.str());
  EXPECT_TRUE(reading) << name;
  return reading ? ParseCard(*reading, {"US"}) : Draft();
}

TEST(ParseCard, ReadsAStoredReadingOfACanadianCard) {
  const ContactDetails details = ParseStored("chef.reading").details;
  EXPECT_EQ(details.name.full, "DARLENE CAMPEAU");
  EXPECT_THAT(details.titles, ElementsAre("Executive Chef"));
  EXPECT_THAT(details.emails, ElementsAre("campeau@verdwave.example.com"));
  ASSERT_THAT(details.phones, SizeIs(1));
  EXPECT_EQ(details.phones[0].number, "+19025550188");
}

TEST(ParseCard, ReadsAStoredReadingOfABrazilianCard) {
  const ContactDetails details = ParseStored("alimentos.reading").details;
  EXPECT_THAT(details.titles, ElementsAre("Diretor Comercial"));
  EXPECT_THAT(details.emails, ElementsAre("deborag@vexeroalimentos.example.net"));
  EXPECT_THAT(details.urls, ElementsAre("www.vexeroalimentos.example.net"));
  ASSERT_THAT(details.phones, SizeIs(2));
  EXPECT_EQ(details.phones[1].type, PhoneType::kMobile);
}

TEST(ParseCard, ReadsAStoredReadingOfACardWithTwoAddresses) {
  const ContactDetails details = ParseStored("two_addresses.reading").details;
  EXPECT_EQ(details.name.full, "Emiliano Arreola Montes");
  EXPECT_THAT(details.titles, ElementsAre("Asesora Inmobiliaria"));
  EXPECT_THAT(details.addresses, SizeIs(2));
}

}  // namespace
}  // namespace kith::parse
