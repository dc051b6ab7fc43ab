// SPDX-License-Identifier: Apache-2.0
// What we write, as readers see it that have nothing to do with us. Needs Debian's python3-vobject.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "exchange/calendar/icalendar.h"
#include "exchange/csv/csv.h"
#include "exchange/csv/lists.h"
#include "exchange/vcard/vcard.h"
#include "tests/exchange/read_back.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using test::FullContact;
using test::NamedContact;
using test::ReadBack;

TEST(ForeignReaders, SeeEveryFieldOfAVcard) {
  const Contact ada = FullContact();
  const Json cards = ReadBack("one.vcf", WriteVcards(std::span(&ada, 1), test::SampleEvents()));
  ASSERT_EQ(cards.size(), 1U);
  const Json& card = cards[0];
  EXPECT_EQ(card["n"], Json({"van der Example", "Ada"}));
  EXPECT_EQ(card["fn"], "Dr. Ada van der Example");
  EXPECT_EQ(card["org"], Json::array({Json::array({"Example, Sons; & Co.", "Gardens"})}));
  EXPECT_EQ(card["title"], Json({"Engineer", "Founder"}));
  EXPECT_EQ(card["tel"],
            Json({"+14155550123,12", "+14155550124", "+14155550125", "+14155550126", "555 0127"}));
  EXPECT_EQ(card["tel types"],
            Json::array({{"WORK", "VOICE"}, {"CELL"}, {"WORK", "FAX"}, {"HOME", "VOICE"}, {"VOICE"}}));
  EXPECT_EQ(card["email"], Json({"ada@example.com", "ada@example.org"}));
  EXPECT_EQ(card["url"], Json({"http://www.example.com/a%2cb%3bc", "https://example.org"}));
  EXPECT_EQ(card["adr"], Json::array({"1 Main St, Springfield"}));
  EXPECT_EQ(card["bday"], Json::array({"1984-06-12"}));
  EXPECT_EQ(card["note"],
            Json::array({"Brought cake.\nKnows Max.\nLikes to talk about: chess, sailing\nMet at "
                         "Example Meetup, Autumn on 2026-11-23"}));
  EXPECT_EQ(card["categories"], Json::array({Json::array({"Example Meetup, Autumn"})}));
}

TEST(ForeignReaders, SeeNastyTextsInVcardsUnchanged) {
  std::vector<Contact> contacts;
  for (const std::string& nasty : test::NastyTexts()) {
    Contact contact = NamedContact(nasty);
    contact.details.notes = contact.details.organization = nasty;
    contacts.push_back(contact);
  }
  const Json cards = ReadBack("nasty.vcf", WriteVcards(contacts, {}));
  ASSERT_EQ(cards.size(), contacts.size());
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const std::string expected = CleanText(contacts[i].details.name.full);
    EXPECT_EQ(cards[i]["fn"], expected);
    EXPECT_EQ(cards[i]["n"][1], expected);
    EXPECT_EQ(cards[i]["note"][0], expected);
    EXPECT_EQ(cards[i]["org"][0][0], expected);
    EXPECT_EQ(cards[i]["uid"][0], "urn:uuid:" + contacts[i].id.ToString());
  }
}

TEST(ForeignReaders, SeeNastyTextsInCalendarsUnchanged) {
  std::vector<Contact> contacts;
  std::vector<followup::DueItem> items;
  for (const std::string& nasty : test::NastyTexts()) {
    contacts.push_back(NamedContact(nasty));
    items.push_back(
        {MakeId<FollowUpId>(test::kNow), contacts.back().id, FollowUpKind::kCheckIn, 2026y / 11 / 30, nasty});
  }
  const auto text = WriteCalendar(items, contacts, {}, test::kNow);
  ASSERT_TRUE(text);
  const Json events = ReadBack("nasty.ics", *text);
  ASSERT_EQ(events.size(), items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(events[i]["summary"], CleanText(items[i].text));
    EXPECT_EQ(events[i]["description"], CleanText(items[i].text));
    EXPECT_EQ(events[i]["uid"], items[i].follow_up->ToString());
    EXPECT_EQ(events[i]["begin"], "2026-11-30");
    EXPECT_EQ(events[i]["alarm"], 9 * 3600.0);
  }
}

TEST(ForeignReaders, ExpandLeapDayBirthdaysAsWeDo) {
  Contact ada = FullContact();
  ada.birthday = Birthday{std::chrono::February / 29, 1992y};
  const followup::DueItem item{std::nullopt, ada.id, FollowUpKind::kBirthday, 2027y / 2 / 28, ""};
  const auto text = WriteCalendar(std::span(&item, 1), std::span(&ada, 1), {}, test::kNow);
  ASSERT_TRUE(text);
  EXPECT_EQ(ReadBack("birthday.ics", *text)[0]["next"], Json({"1992-02-29", "1993-02-28", "1994-02-28"}));
}

TEST(ForeignReaders, SeeNastyTextsInCsvAsGuardedCells) {
  std::vector<CsvRow> rows;
  for (const std::string& nasty : test::NastyTexts())
    rows.push_back({nasty, "second", nasty});
  const Json read = ReadBack("nasty.csv", WriteCsv(rows));
  ASSERT_EQ(read.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string cell = GuardedCell(rows[i][0]);
    EXPECT_EQ(read[i], Json({cell, "second", cell}));
    EXPECT_EQ(std::string("=+-@\t\r").find(cell[0]), std::string::npos) << cell;
  }
}

}  // namespace
}  // namespace kith::exchange
