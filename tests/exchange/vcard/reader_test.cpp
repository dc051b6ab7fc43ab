// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/reader.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/vcard/properties.h"
#include "exchange/vcard/vcard.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Outcome {
  std::vector<Vcard> cards;
  std::vector<RefusedVcard> refused;
  std::optional<Error> error;
};

Outcome ReadOutcome(const std::string& text, const VcardReading& reading = {}) {
  std::istringstream in(text);
  Outcome outcome;
  const auto read = ReadVcards(
      in, reading, [&](Vcard card) { outcome.cards.push_back(std::move(card)); },
      [&](RefusedVcard refused) { outcome.refused.push_back(std::move(refused)); });
  if (!read) outcome.error = read.error();
  return outcome;
}

/// Of properties: "item1.X-ABLABEL:Boat", and behind it of which value it says more.
std::vector<std::string> Texts(const std::vector<VcardProperty>& properties) {
  std::vector<std::string> texts;
  for (const VcardProperty& property : properties) {
    std::string text = PropertyLine(property, VcardVersion::k3);
    if (!property.of.empty()) text += " of " + property.of;
    texts.push_back(text);
  }
  return texts;
}

/// The only card of a file with these properties.
Vcard One(const std::string& properties, const std::string& version = "3.0") {
  const Outcome outcome =
      ReadOutcome("BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + properties + "END:VCARD\r\n");
  EXPECT_EQ(outcome.cards.size(), 1U) << (outcome.refused.empty() ? "" : outcome.refused[0].reason);
  return outcome.cards.empty() ? Vcard() : outcome.cards[0];
}

TEST(VcardReader, ReadsThePropertiesOfVersion3) {
  const Vcard card = One(
      "FN:Dr. Ada Example\r\nN:Example;Ada;;Dr.;\r\nORG:Example Ltd;Gardens;Roofs\r\nTITLE:Head of "
      "Gardens\r\n"
      "TEL;TYPE=CELL,VOICE:+1 415-555-0123\r\nTEL;TYPE=WORK,FAX:(415) 555-0124\r\n"
      "EMAIL;TYPE=INTERNET:ada@example.com\r\nURL:https://example.com/a\r\n"
      "ADR;TYPE=WORK:;;1 Main St;Springfield;;12345;USA\r\nNOTE:One\\nTwo\\, three\r\nBDAY:1985-04-12\r\n");
  const ContactDetails& details = card.contact.details;
  EXPECT_EQ(details.name, (PersonName{"Dr. Ada Example", "Ada", "Example"}));
  EXPECT_EQ(details.organization, "Example Ltd");
  EXPECT_EQ(details.department, "Gardens, Roofs");
  EXPECT_THAT(details.titles, ElementsAre("Head of Gardens"));
  ASSERT_EQ(details.phones.size(), 2U);
  EXPECT_EQ(details.phones[0].number, "+14155550123");
  EXPECT_EQ(details.phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(details.phones[1].number, "+14155550124") << "of the region";
  EXPECT_EQ(details.phones[1].type, PhoneType::kFax);
  EXPECT_THAT(details.emails, ElementsAre("ada@example.com"));
  EXPECT_THAT(details.urls, ElementsAre("https://example.com/a"));
  EXPECT_THAT(details.addresses, ElementsAre("1 Main St, Springfield, 12345, USA"));
  EXPECT_EQ(details.notes, "One\nTwo, three");
  EXPECT_EQ(card.contact.birthday, (Birthday{std::chrono::April / 12, std::chrono::year(1985)}));
}

TEST(VcardReader, ReadsTheBareTypesAndQuotedPrintableOfVersion2) {
  const Vcard card =
      One("N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
          "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg M=FCller\r\n"
          "TEL;CELL;VOICE:+14155550123\r\nTEL;WORK;FAX:+14155550124\r\nEMAIL;PREF;INTERNET:j@example.org\r\n"
          "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:One line that is long=\r\n enough=0D=0Aand "
          "=\r\nanother\r\n",
          "2.1");
  EXPECT_EQ(card.contact.details.name, (PersonName{"Jörg Müller", "Jörg", "Müller"}));
  EXPECT_EQ(card.contact.details.phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(card.contact.details.phones[1].type, PhoneType::kFax);
  EXPECT_EQ(card.contact.details.notes, "One line that is long enough\nand another");
}

TEST(VcardReader, ReadsOtherCharacterSets) {
  EXPECT_EQ(One("FN;CHARSET=Shift_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c=91=BE=98Y\r\n", "2.1")
                .contact.details.name.full,
            "山田太郎");
  EXPECT_EQ(One("FN:J\xF6rg\r\n", "2.1").contact.details.name.full, "Jörg") << "unsaid: Windows-1252";
  EXPECT_EQ(One("FN;CHARSET=nobody-knows:Ada\r\n", "2.1").contact.details.name.full, "Ada");
}

TEST(VcardReader, ReadsVersion4) {
  const Vcard card =
      One("FN:Ada Example\r\nUID:urn:uuid:01935a7c-0000-7000-8000-000000000001\r\n"
          "TEL;VALUE=uri;TYPE=\"voice,cell\";PREF=1:tel:+1-415-555-0123;ext=12\r\n"
          "EMAIL;TYPE=work:ada@example.com\r\nBDAY:--0412\r\nPHOTO:data:image/png;base64,iVBORw0K\r\n",
          "4.0");
  EXPECT_EQ(card.contact.id.ToString(), "01935a7c-0000-7000-8000-000000000001");
  EXPECT_EQ(card.contact.details.phones[0].number, "+14155550123");
  EXPECT_EQ(card.contact.details.phones[0].extension, "12");
  EXPECT_EQ(card.contact.details.phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(card.contact.birthday, (Birthday{std::chrono::April / 12, std::nullopt}));
  ASSERT_EQ(card.extras.pictures.size(), 1U);
  EXPECT_EQ(card.extras.pictures[0].media_type, "image/png");
  EXPECT_EQ(card.extras.pictures[0].bytes.size(), 6U);
}

TEST(VcardReader, ReadsBirthdaysInEveryForm) {
  const Birthday with_year{std::chrono::April / 12, std::chrono::year(1985)};
  const Birthday without{std::chrono::April / 12, std::nullopt};
  const std::vector<std::pair<std::string, std::optional<Birthday>>> forms = {
      {"BDAY:1985-04-12", with_year},
      {"BDAY:19850412", with_year},
      {"BDAY:1985-04-12T00:00:00Z", with_year},
      {"BDAY;VALUE=date:1985-04-12", with_year},
      {"BDAY:--04-12", without},
      {"BDAY:--0412", without},
      {"BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12", without},
      {"BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-04-12", without},
      {"BDAY:--0229", Birthday{std::chrono::February / 29, std::nullopt}},
      {"BDAY;VALUE=text:circa 1800", std::nullopt},
      {"BDAY:1985-02-30", std::nullopt}};
  for (const auto& [line, birthday] : forms)
    EXPECT_EQ(One("FN:Ada\r\n" + line + "\r\n").contact.birthday, birthday) << line;
}

TEST(VcardReader, UnfoldsLinesFoldedInAnyWay) {
  EXPECT_EQ(One("FN:Ada Ex\r\n ample\r\n").contact.details.name.full, "Ada Example");
  EXPECT_EQ(One("FN:Ada Ex\r\n\tample\r\n").contact.details.name.full, "Ada Example");
  EXPECT_EQ(One("FN:J\xC3\r\n \xB6rg\r\n").contact.details.name.full, "Jörg") << "within a character";
  EXPECT_EQ(ReadOutcome("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n  Example\nEND:VCARD\n")
                .cards[0]
                .contact.details.name.full,
            "Ada Example");
  EXPECT_EQ(ReadOutcome("BEGIN:VCARD\rVERSION:3.0\rFN:Ada\r  Example\rEND:VCARD").cards.size(), 1U)
      << "CR alone";
  EXPECT_EQ(ReadOutcome("\xEF\xBB\xBF"
                        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n")
                .cards.size(),
            1U);
}

TEST(VcardReader, ReadsUtf16AsSomeAddressBooksWriteIt) {
  const std::u16string text = u"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg 𝄞\r\nEND:VCARD\r\n";
  std::string little("\xFF\xFE");
  std::string big("\xFE\xFF");
  for (const char16_t c : text) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  for (const std::string& file : {little, big}) {
    const Outcome outcome = ReadOutcome(file);
    ASSERT_EQ(outcome.cards.size(), 1U);
    EXPECT_EQ(outcome.cards[0].contact.details.name.full, "Jörg 𝄞");
  }
}

TEST(VcardReader, UnderstandsApplesCards) {
  const Vcard card =
      One("PRODID:-//Apple Inc.//macOS 14.1//EN\r\nN:Example;Ada;;;\r\nFN:Ada Example\r\n"
          "item1.TEL;type=pref:+1 415 555 0123\r\nitem1.X-ABLabel:_$!<Main>!$_\r\n"
          "TEL;type=CELL;type=VOICE:+1 415 555 0124\r\n"
          "item2.URL;type=pref:http\\://www.example.com/\r\nitem2.X-ABLabel:_$!<HomePage>!$_\r\n"
          "item3.ADR;type=WORK;type=pref:;;1 Main St\\nFloor 2;Springfield;;;\r\nitem3.X-ABADR:us\r\n");
  EXPECT_THAT(card.contact.details.urls, ElementsAre("http://www.example.com/"));
  EXPECT_THAT(card.contact.details.addresses, ElementsAre("1 Main St Floor 2, Springfield"));
  EXPECT_THAT(
      Texts(card.extras.properties),
      ElementsAre(
          "item1.TEL: of +14155550123 other", "item1.X-ABLABEL:_$!<Main>!$_",
          "item2.URL: of http://www.example.com/", "item2.X-ABLABEL:_$!<HomePage>!$_",
          "item3.ADR;TYPE=WORK:;;1 Main St\\nFloor 2;Springfield;;; of 1 Main St Floor 2, Springfield",
          "item3.X-ABADR:us"));
}

TEST(VcardReader, KeepsNoGroupOrParameterThatCouldNotBeReadAgain) {
  const Vcard card = One(
      "FN:Ada Example\r\n\"a:b\".TEL;TYPE=PREF:+1 415 555 0123\r\n\"c:d\".X-BOAT;\"e:f\"=g;X-H=i:Red\r\n");
  EXPECT_THAT(card.contact.details.phones, SizeIs(1));
  EXPECT_THAT(Texts(card.extras.properties), Contains("X-BOAT;X-H=i:Red"));
  std::string again;
  AppendVcard(again, {card.contact, {.properties = {{"a\r\nb", "X-CAR", {}, "Blue", ""}}}}, {});
  EXPECT_THAT(again, HasSubstr("\r\nX-CAR:Blue\r\n"));
}

TEST(VcardReader, TakesACompanysCardForTheCompany) {
  const Vcard card = One("N:;;;;\r\nFN:Example Ltd\r\nORG:Example Ltd;\r\nX-ABShowAs:COMPANY\r\n");
  EXPECT_EQ(card.contact.details.name.full, "");
  EXPECT_EQ(card.contact.details.organization, "Example Ltd");
  EXPECT_EQ(card.contact.details.department, "");
}

TEST(VcardReader, UnderstandsGooglesCards) {
  const Vcard card =
      One("FN:Ada Example\r\nN:Example;Ada;;;\r\nitem1.EMAIL;TYPE=INTERNET:ada@example.com\r\n"
          "item1.X-ABLabel:\r\nEMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=PREF:work@example.com\r\n"
          "TEL;TYPE=CELL:+1 415-555-0123\r\nADR;TYPE=HOME:;;1 Main St;Springfield;;;\r\n"
          "CATEGORIES:myContacts\r\n");
  EXPECT_THAT(card.contact.details.emails, ElementsAre("work@example.com", "ada@example.com"))
      << "the preferred one first";
  EXPECT_THAT(Texts(card.extras.properties),
              ElementsAre("item1.EMAIL: of ada@example.com",
                          "item1.X-ABLABEL:", "EMAIL;TYPE=WORK: of work@example.com",
                          "ADR;TYPE=HOME:;;1 Main St;Springfield;;; of 1 Main St, Springfield",
                          "CATEGORIES:myContacts"));
}

TEST(VcardReader, UnderstandsOutlooksCards) {
  const Vcard card =
      One("N;LANGUAGE=en-us:Example;Ada\r\nFN:Ada Example\r\nTEL;WORK;VOICE:(415) 555-0123\r\n"
          "ADR;WORK;PREF:;;1 Main St;Springfield\r\n"
          "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 Main St=0D=0A=\r\nSpringfield\r\n"
          "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\n"
          "PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n SkZJRgAB\r\n\r\nREV:20261123T180000Z\r\n",
          "2.1");
  ASSERT_EQ(card.extras.pictures.size(), 1U);
  EXPECT_EQ(card.extras.pictures[0].media_type, "image/jpeg");
  EXPECT_EQ(card.extras.pictures[0].bytes.size(), 12U);
  EXPECT_THAT(
      Texts(card.extras.properties),
      ElementsAre("N;LANGUAGE=en-us:Example;Ada of Ada Example\nAda\nExample",
                  "ADR;TYPE=WORK:;;1 Main St;Springfield of 1 Main St, Springfield",
                  "LABEL;TYPE=WORK,PREF:1 Main St\\nSpringfield", "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2"));
}

TEST(VcardReader, ReadsPicturesThatAPhoneFoldedWithoutASpace) {
  const Vcard card = One(
      "FN:Ada\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\nSkZJRgAB\r\n\r\nTEL;CELL:+14155550123\r\n", "2.1");
  ASSERT_EQ(card.extras.pictures.size(), 1U);
  EXPECT_EQ(card.extras.pictures[0].bytes.size(), 12U);
  EXPECT_EQ(card.contact.details.phones.size(), 1U);
}

TEST(VcardReader, APictureThatStandsElsewhereIsNotFetchedButKept) {
  const Vcard card = One("FN:Ada\r\nPHOTO;VALUE=uri:https://example.com/ada.jpg\r\n");
  EXPECT_TRUE(card.extras.pictures.empty());
  EXPECT_THAT(Texts(card.extras.properties), ElementsAre("PHOTO;VALUE=uri:https://example.com/ada.jpg"));
}

TEST(VcardReader, KeepsGroupsAndUnknownPropertiesThroughARoundTrip) {
  const Vcard card =
      One("UID:ABC-1\r\nFN:Dr. Ada M. Example\r\nN:Example;Ada;Mary,Jane;Dr.;PhD\r\nORG:Example "
          "Ltd;Gardens;Roofs\r\n"
          "item1.X-ABDATE:2020-05-17\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nX-ANNIVERSARY:2020-05-17\r\n"
          "item2.TEL;TYPE=CELL,X-BOAT:+1 415 555 0123\r\nitem2.X-ABLabel:Boat\r\n"
          "EMAIL;TYPE=HOME;X-A=\"b;c\":ada@example.com\r\nitem3.URL:http://www.example.com\r\n"
          "ADR;TYPE=HOME:;Floor 2;1 Main St\\nRear;Springfield;IL;62701;USA\r\nNICKNAME:Addie\r\n"
          "X-SKYPE;TYPE=HOME:ada.example\r\nIMPP;X-SERVICE-TYPE=XMPP:xmpp:ada@example.org\r\nGENDER:F\r\n"
          "LOGO;ENCODING=b;TYPE=PNG:iVBORw0K\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgAB\r\n");
  for (const VcardVersion version : {VcardVersion::k3, VcardVersion::k4}) {
    std::string text;
    AppendVcard(text, {card.contact, card.extras}, {}, {.version = version});
    const Outcome again = ReadOutcome(text);
    ASSERT_EQ(again.cards.size(), 1U) << text;
    Contact contact = again.cards[0].contact;
    for (Phone& phone : contact.details.phones)
      phone.raw = card.contact.details.phones[0].raw;
    EXPECT_EQ(contact, card.contact) << text;
    EXPECT_THAT(Texts(again.cards[0].extras.properties),
                testing::UnorderedElementsAreArray(Texts(card.extras.properties)))
        << text;
    EXPECT_EQ(again.cards[0].extras.pictures, card.extras.pictures);
  }
}

TEST(VcardReader, ReadsWhatKithWrites) {
  const Contact contact = test::FullContact();
  const Outcome outcome = ReadOutcome(WriteVcards(std::span(&contact, 1), test::SampleEvents()));
  ASSERT_EQ(outcome.cards.size(), 1U);
  const Vcard& card = outcome.cards[0];
  EXPECT_EQ(card.contact.id, contact.id);
  EXPECT_EQ(card.contact.details.name, contact.details.name);
  EXPECT_EQ(card.contact.details.organization, contact.details.organization);
  EXPECT_EQ(card.contact.details.department, contact.details.department);
  EXPECT_EQ(card.contact.details.titles, contact.details.titles);
  EXPECT_EQ(card.contact.details.emails, contact.details.emails);
  EXPECT_EQ(card.contact.details.urls, contact.details.urls);
  EXPECT_EQ(card.contact.details.notes, contact.details.notes);
  EXPECT_EQ(card.contact.birthday, contact.birthday);
  EXPECT_EQ(card.contact.interests, contact.interests);
  EXPECT_EQ(card.contact.met_on, contact.met_on);
  EXPECT_EQ(card.event, test::SampleEvents().begin()->second);
  EXPECT_TRUE(card.extras.empty());
}

TEST(VcardReader, ReadsTheAddressesHandlesAndOtherNamesThatKithWrites) {
  Contact contact = test::NamedContact("\u5c71\u7530\u82b1\u5b50");
  contact.details.name = {"\u5c71\u7530\u82b1\u5b50", "\u82b1\u5b50", "\u5c71\u7530"};
  contact.details.addresses = {"1 Main St, Springfield, IL 62700, USA", "Beispielweg 1, 10999 Berlin",
                               "Here"};
  contact.details.urls = {"linkedin.com/in/hanako-example"};
  contact.details.handles = {"Instagram: hanako_example", "WeChat: hanako-example"};
  contact.details.other_names = {"Hanako Yamada"};
  const Outcome outcome = ReadOutcome(WriteVcards(std::span(&contact, 1), {}));
  ASSERT_EQ(outcome.cards.size(), 1U);
  EXPECT_EQ(outcome.cards[0].contact.details, contact.details);
  EXPECT_TRUE(outcome.cards[0].extras.empty());
}

TEST(VcardReader, TakesAProfileForAHandle) {
  const Vcard card =
      One("FN:Ada Example\r\nX-SOCIALPROFILE;TYPE=twitter:https://twitter.com/ada_example\r\n"
          "IMPP:skype:ada.example\r\nX-PHONETIC-FIRST-NAME:Eida\r\n");
  EXPECT_THAT(card.contact.details.handles, testing::Contains("X: ada_example"));
  EXPECT_THAT(card.contact.details.other_names, ElementsAre("Eida"));
}

TEST(VcardReader, SurvivesNastyTexts) {
  for (const std::string& text : test::NastyTexts()) {
    Contact contact = test::NamedContact("Ada Example");
    contact.details.notes = text;
    const Outcome outcome = ReadOutcome(WriteVcards(std::span(&contact, 1), {}));
    ASSERT_EQ(outcome.cards.size(), 1U) << text.substr(0, 60);
    EXPECT_EQ(outcome.cards[0].contact.details.name.full, "Ada Example");
  }
}

TEST(VcardReader, GivesTheSameCardTheSameIdAgain) {
  EXPECT_EQ(One("FN:Ada\r\nUID:abc\r\n").contact.id, One("FN:Ada Example\r\nUID:abc\r\n").contact.id);
  EXPECT_EQ(One("FN:Ada\r\nREV:1\r\n").contact.id, One("FN:Ada\r\nREV:2\r\n").contact.id);
  EXPECT_NE(One("FN:Ada\r\n").contact.id, One("FN:Bob\r\n").contact.id);
  EXPECT_FALSE(One("FN:Ada\r\n").contact.id.is_nil());
}

TEST(VcardReader, ReadsOnBehindAByteThatIsZero) {
  using namespace std::string_literals;
  EXPECT_EQ(One("FN:Ada\0 Example\r\n"s).contact.details.name.full, "Ada Example");
}

TEST(VcardReader, KnowsAnOddUidAgain) {
  const Vcard card = One("FN:Ada\r\nUID:a\vb\x01\\, c\r\n");
  std::string text;
  AppendVcard(text, {card.contact, card.extras}, {});
  EXPECT_EQ(ReadOutcome(text).cards.at(0).contact.id, card.contact.id);
}

TEST(VcardReader, ABrokenCardDoesNotStopTheOthers) {
  const Outcome outcome = ReadOutcome(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n"                       // line 1
      "BEGIN:VCARD\nVERSION:3.0\nFN:No End\n"                               // 5
      "BEGIN:VCARD\nVERSION:9.0\nFN:From Later\nEND:VCARD\n"                // 8
      "BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n"                  // 12
      "BEGIN:VCARD\nVERSION:3.0\nFN:Odd\nthis is no property\nEND:VCARD\n"  // 16
      "what is this\n"                                                      // 21
      "BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nEND:VCARD\n");
  ASSERT_EQ(outcome.cards.size(), 2U);
  EXPECT_EQ(outcome.cards[0].contact.details.name.full, "Ada");
  EXPECT_EQ(outcome.cards[1].contact.details.name.full, "Bob");
  EXPECT_EQ(outcome.cards[1].line, 22);
  std::vector<int> lines;
  for (const RefusedVcard& refused : outcome.refused)
    lines.push_back(refused.line);
  EXPECT_THAT(lines, ElementsAre(5, 8, 12, 16, 21));
  EXPECT_THAT(outcome.refused[3].reason, HasSubstr("Line 19"));
}

TEST(VcardReader, KeepsItsLimits) {
  const auto file = [](const std::string& middle) {
    return "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n" + middle +
           "END:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Bob\nEND:VCARD\n";
  };
  const VcardReading small{.most_line_bytes = 1000, .most_card_bytes = 5000, .most_lines = 50};
  std::string many;
  for (int i = 0; i < 60; ++i)
    many += "X-A:b\n";
  std::string heavy;
  for (int i = 0; i < 10; ++i)
    heavy += "X-A:" + std::string(900, 'b') + "\n";
  for (const std::string& middle : {"NOTE:" + std::string(2000, 'x') + "\n", many, heavy}) {
    const Outcome outcome = ReadOutcome(file(middle), small);
    ASSERT_EQ(outcome.cards.size(), 1U);
    EXPECT_EQ(outcome.cards[0].contact.details.name.full, "Bob");
    EXPECT_EQ(outcome.refused.size(), 1U);
  }
}

TEST(VcardReader, PassesOverTheCardOfAnAgent) {
  const std::string inner = "AGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Agent\nEND:VCARD\n";
  const Outcome outcome =
      ReadOutcome("BEGIN:VCARD\nVERSION:2.1\nFN:Ada\n" + inner + "TEL:+14155550123\nEND:VCARD\n");
  ASSERT_EQ(outcome.cards.size(), 1U);
  EXPECT_EQ(outcome.cards[0].contact.details.name.full, "Ada");
  EXPECT_EQ(outcome.cards[0].contact.details.phones.size(), 1U);

  std::string deep = "BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nAGENT:\n";
  for (int i = 0; i < 20; ++i)
    deep += "BEGIN:VCARD\n";
  for (int i = 0; i < 21; ++i)
    deep += "END:VCARD\n";
  EXPECT_TRUE(ReadOutcome(deep).cards.empty());
  EXPECT_EQ(ReadOutcome(deep).refused.size(), 1U);
}

TEST(VcardReader, SaysThatAFileIsNone) {
  EXPECT_EQ(ReadOutcome("Name,Phone\nAda,123\n").error->code, ErrorCode::kUnreadable);
  EXPECT_EQ(ReadOutcome("").error->code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace kith::exchange
