// SPDX-License-Identifier: Apache-2.0
#include "exchange/vcard/vcard.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using test::FullContact;
using test::NamedContact;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string Write(const Contact& contact, const EventNames& events = {}) {
  return WriteVcards(std::span(&contact, 1), events);
}

/// Lines without their CRLF, as they stand in the file.
std::vector<std::string> RawLines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find("\r\n", begin);
    EXPECT_NE(end, std::string::npos) << "a line without CRLF";
    if (end == std::string::npos) break;
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

/// Content lines: continued ones joined.
std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string& line : RawLines(text)) {
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

TEST(Vcard, WritesEverythingThatIsKnown) {
  EXPECT_THAT(
      Lines(Write(FullContact(), test::SampleEvents())),
      ElementsAre("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Kith//Kith//EN",
                  "UID:urn:uuid:0192f0c1-7a3e-7bb2-9d51-000000000002", "N:van der Example;Ada;;;",
                  "FN:Dr. Ada van der Example", "ORG:Example\\, Sons\\; & Co.;Gardens", "TITLE:Engineer",
                  "TITLE:Founder", "TEL;TYPE=WORK,VOICE:+14155550123\\,12", "TEL;TYPE=CELL:+14155550124",
                  "TEL;TYPE=WORK,FAX:+14155550125", "TEL;TYPE=HOME,VOICE:+14155550126",
                  "TEL;TYPE=VOICE:555 0127", "EMAIL;TYPE=INTERNET:ada@example.com",
                  "EMAIL;TYPE=INTERNET:ada@example.org", "URL;X-KITH=bare:http://www.example.com/a%2cb%3bc",
                  "URL:https://example.org", "ADR;TYPE=WORK;X-KITH=printed:;;1 Main St\\, Springfield;;;;",
                  "LABEL;TYPE=WORK;X-KITH=printed:1 Main St\\, Springfield", "BDAY:1984-06-12",
                  "X-INTEREST:chess", "X-INTEREST:sailing", "X-KITH-MET-ON:2026-11-23",
                  "NOTE:Brought cake.\\nKnows Max.\\nLikes to talk about: chess\\, sailing\\nMet at Example "
                  "Meetup\\, Autumn on 2026-11-23",
                  "CATEGORIES;X-KITH=event:Example Meetup\\, Autumn", "REV:2026-11-23T18:05:00Z",
                  "END:VCARD"));
}

TEST(Vcard, LeavesOutWhatIsNotKnown) {
  EXPECT_THAT(
      Lines(Write(NamedContact("Madonna"))),
      ElementsAre("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Kith//Kith//EN", testing::StartsWith("UID:"),
                  "N;X-KITH=whole:;Madonna;;;", "FN:Madonna", "REV:2026-11-23T18:00:00Z", "END:VCARD"));
}

TEST(Vcard, HasNAndFnEvenWithoutAName) {
  Contact contact = NamedContact("");
  EXPECT_THAT(Lines(Write(contact)), Contains("FN;X-KITH=made:No name"));
  EXPECT_THAT(Lines(Write(contact)), Contains("N:;;;;"));
  contact.details.emails = {"info@example.com"};
  EXPECT_THAT(Lines(Write(contact)), Contains("FN;X-KITH=made:info@example.com"));
  contact.details.organization = "Example Ltd";
  EXPECT_THAT(Lines(Write(contact)), Contains("FN;X-KITH=made:Example Ltd"));
  EXPECT_THAT(Lines(Write(contact)), Contains("ORG:Example Ltd"));
}

TEST(Vcard, WritesThePartsOfAnAddressThatAreSure) {
  Contact contact = NamedContact("Ada");
  contact.details.addresses = {"1 Main St, Springfield, IL 62700, USA", "Beispielweg 1, 10999 Berlin"};
  const std::vector<std::string> lines = Lines(Write(contact));
  EXPECT_THAT(lines, Contains("ADR;TYPE=WORK;X-KITH=printed:;;1 Main St;Springfield;IL;62700;USA"));
  EXPECT_THAT(lines, Contains("ADR;TYPE=WORK;X-KITH=printed:;;Beispielweg 1;Berlin;;10999;"));
}

TEST(Vcard, WritesHandlesAndProfiles) {
  Contact contact = NamedContact("Ada");
  contact.details.handles = {"Instagram: ada_example", "WeChat: ada-example"};
  contact.details.urls = {"linkedin.com/in/ada-example"};
  const std::vector<std::string> lines = Lines(Write(contact));
  EXPECT_THAT(lines, Contains("X-SOCIALPROFILE;TYPE=instagram:https://www.instagram.com/ada_example"));
  EXPECT_THAT(lines, Contains("X-SOCIALPROFILE;TYPE=wechat;X-USER=ada-example:x-apple:ada-example"));
  EXPECT_THAT(
      lines, Contains("X-SOCIALPROFILE;TYPE=linkedin;X-KITH=of-url:https://www.linkedin.com/in/ada-example"));
  EXPECT_THAT(lines, Contains("URL;X-KITH=bare:http://linkedin.com/in/ada-example"));
}

TEST(Vcard, WritesANameInLatinLettersAsTheSpokenOne) {
  Contact contact = NamedContact("\u5c71\u7530\u82b1\u5b50");
  contact.details.other_names = {"Hanako Yamada"};
  EXPECT_THAT(Lines(Write(contact)), Contains("X-PHONETIC-FIRST-NAME:Hanako"));
  EXPECT_THAT(Lines(Write(contact)), Contains("X-PHONETIC-LAST-NAME:Yamada"));
  contact = NamedContact("Hanako Yamada");
  contact.details.other_names = {"\u5c71\u7530\u82b1\u5b50"};
  EXPECT_THAT(Lines(Write(contact)), Contains("NICKNAME:\u5c71\u7530\u82b1\u5b50"));
}

TEST(Vcard, WritesADepartmentWithoutOrganizationAsTheSecondPart) {
  Contact contact = NamedContact("Ada");
  contact.details.department = "Gardens";
  EXPECT_THAT(Lines(Write(contact)), Contains("ORG:;Gardens"));
}

TEST(Vcard, WritesABirthdayWithoutYearAsAppleDoes) {
  Contact contact = NamedContact("Ada");
  contact.birthday = Birthday{std::chrono::February / 29, std::nullopt};
  EXPECT_THAT(Lines(Write(contact)), Contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29"));
  contact.birthday = Birthday{};
  EXPECT_THAT(Write(contact), Not(HasSubstr("BDAY"))) << "no day of the calendar";
}

TEST(Vcard, PercentEncodesWhatCannotStandInAUri) {
  Contact contact = NamedContact("Ada");
  contact.details.urls = {"example.com/a b\"\\\r\nTEL:1"};
  EXPECT_THAT(Lines(Write(contact)),
              Contains("URL;X-KITH=bare,spaced:http://example.com/a%20b%22%5c%0aTEL:1"));
}

TEST(Vcard, HasNoByteOrderMarkAndOneCardForEachContact) {
  const std::vector<Contact> contacts = {NamedContact("Ada"), NamedContact("Ben")};
  const std::string text = WriteVcards(contacts, {});
  EXPECT_TRUE(text.starts_with("BEGIN:VCARD\r\n"));
  EXPECT_THAT(Lines(text), testing::IsSupersetOf({"FN:Ada", "FN:Ben"}));
  EXPECT_EQ(WriteVcards({}, {}), "");
}

TEST(Vcard, FoldsAt75BytesAndNeverInsideACharacter) {
  for (const std::string& nasty : test::NastyTexts()) {
    // Every offset against the fold, so that each byte of a character falls on it once.
    for (std::size_t offset = 0; offset < 8; ++offset) {
      const std::string text = Write(NamedContact(std::string(offset, 'x') + nasty));
      for (const std::string& line : RawLines(text)) {
        EXPECT_LE(line.size(), 75U);
        EXPECT_EQ(EncodeUtf8(DecodeUtf8(line)), line) << "a character was split";
      }
    }
  }
}

TEST(Vcard, UsesAllOf75BytesBeforeItFolds) {
  const std::string name(72, 'x');  // "FN:" and 72 bytes
  EXPECT_THAT(RawLines(Write(NamedContact(name))), Contains("FN:" + name));
  EXPECT_THAT(RawLines(Write(NamedContact(name + "y"))), Contains("FN:" + name));
}

TEST(Vcard, NoTextCanBreakOutOfItsProperty) {
  for (const std::string& nasty : test::NastyTexts()) {
    Contact contact = NamedContact(nasty);
    contact.details.organization = contact.details.notes = nasty;
    contact.details.urls = contact.details.addresses = contact.details.emails = {nasty};
    contact.details.phones = {{nasty, nasty, nasty, PhoneType::kWork}};
    const std::vector<std::string> lines = Lines(Write(contact));
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VCARD"), 1);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "END:VCARD"), 1);
    EXPECT_EQ(lines.size(), 15U) << "a text made lines of its own: " << nasty;
  }
}

}  // namespace
}  // namespace kith::exchange
