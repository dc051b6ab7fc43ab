// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/lists.h"

#include <gtest/gtest.h>

#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using test::FullContact;
using test::NamedContact;

constexpr const char* kBom = "\xEF\xBB\xBF";

TEST(ContactsCsv, HasThePlaceOfEveryValueOfLaterPeopleInEarlierRows) {
  std::vector<Contact> contacts(2);
  contacts[0].details.titles = {"Engineer"};
  contacts[1].details.titles = {"Engineer", "Founder"};
  contacts[1].details.handles = {"Mastodon: ada"};
  const std::string text = WriteContactsCsv(contacts, {});
  EXPECT_NE(text.find("\"Title 1\",\"Title 2\",\"Phone 1\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"Engineer\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"Engineer\",\"Founder\",\"\",\"\",\"\",\"\",\"\",\"Mastodon: ada\""),
            std::string::npos)
      << text;
}

TEST(ContactsCsv, HasAHeaderEvenWithoutContacts) {
  EXPECT_EQ(
      WriteContactsCsv({}, {}),
      std::string(kBom) +
          "\"Given name\",\"Family name\",\"Name\",\"Organization\",\"Department\",\"Title 1\",\"Phone 1\","
          "\"Phone 1 type\",\"E-mail 1\",\"URL 1\",\"Address "
          "1\",\"Birthday\",\"Notes\",\"Interests\",\"Event\","
          "\"Met on\",\"Kith id\"\r\n");
}

TEST(ContactsCsv, HasColumnsForTheWidestContact) {
  const std::vector<Contact> contacts = {NamedContact("Ben"), FullContact()};
  EXPECT_EQ(
      WriteContactsCsv(contacts, test::SampleEvents()),
      std::string(kBom) +
          "\"Given name\",\"Family name\",\"Name\",\"Organization\",\"Department\",\"Title 1\",\"Title 2\","
          "\"Phone 1\",\"Phone 1 type\",\"Phone 2\",\"Phone 2 type\",\"Phone 3\",\"Phone 3 type\",\"Phone "
          "4\","
          "\"Phone 4 type\",\"Phone 5\",\"Phone 5 type\",\"E-mail 1\",\"E-mail 2\",\"URL 1\",\"URL 2\","
          "\"Address 1\",\"Birthday\",\"Notes\",\"Interests\",\"Event\",\"Met on\",\"Kith id\"\r\n"
          "\"\",\"\",\"Ben\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
          "\"\","
          "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"" +
          contacts[0].id.ToString() +
          "\"\r\n"
          "\"Ada\",\"van der Example\",\"Dr. Ada van der Example\",\"Example, Sons; & "
          "Co.\",\"Gardens\",\"Engineer\","
          "\"Founder\",\"+1 415 555 0123 ext. 12\",\"work\",\"+1 415 555 0124\",\"mobile\",\"+1 415 555 "
          "0125\","
          "\"fax\",\"+1 415 555 0126\",\"home\",\"555 "
          "0127\",\"other\",\"ada@example.com\",\"ada@example.org\","
          "\"www.example.com/a,b;c\",\"https://example.org\",\"1 Main St, Springfield\",\"1984-06-12\","
          "\"Brought cake.\nKnows Max.\",\"chess, sailing\",\"Example Meetup, "
          "Autumn\",\"2026-11-23\",\"0192f0c1-7a3e-7bb2-9d51-000000000002\"\r\n");
}

TEST(ContactsCsv, MarksTheUnknownYearOfABirthday) {
  Contact contact = NamedContact("Ada");
  contact.birthday = Birthday{std::chrono::February / 29, std::nullopt};
  EXPECT_NE(WriteContactsCsv(std::span(&contact, 1), {}).find("\"XXXX-02-29\""), std::string::npos);
}

TEST(FollowUpsCsv, HasWhatOneNeedsToDoThem) {
  const Contact ada = FullContact();
  const std::vector<followup::DueItem> items = {
      {FollowUpId(), ada.id, FollowUpKind::kSayHello, 2026y / 11 / 24, "Tell Ada it was nice to meet"}};
  EXPECT_EQ(
      WriteFollowUpsCsv(items, std::span(&ada, 1), test::SampleEvents()),
      std::string(kBom) +
          "\"Due\",\"Kind\",\"What\",\"Name\",\"Organization\",\"Phone\",\"E-mail\",\"Event\",\"Done\"\r\n"
          "\"2026-11-24\",\"say-hello\",\"Tell Ada it was nice to meet\",\"Dr. Ada van der Example\","
          "\"Example, Sons; & Co.\",\"+1 415 555 0123 ext. 12\",\"ada@example.com\",\"Example Meetup, "
          "Autumn\","
          "\"\"\r\n");
}

TEST(FollowUpsCsv, KeepsItsShapeForAContactThatIsNotThere) {
  const std::vector<followup::DueItem> items = {
      {FollowUpId(), ContactId(), FollowUpKind::kOther, 2026y / 11 / 24, "=1+1"}};
  EXPECT_EQ(
      WriteFollowUpsCsv(items, {}, {}),
      std::string(kBom) +
          "\"Due\",\"Kind\",\"What\",\"Name\",\"Organization\",\"Phone\",\"E-mail\",\"Event\",\"Done\"\r\n"
          "\"2026-11-24\",\"other\",\"'=1+1\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
}

}  // namespace
}  // namespace kith::exchange
