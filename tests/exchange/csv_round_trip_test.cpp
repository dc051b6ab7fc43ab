// SPDX-License-Identifier: Apache-2.0
// People of every kind through every CSV that can carry them. What a file can't say is in docs/exchange.md,
// and is taken out of both sides here.
#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/text.h"
#include "exchange/contact_files.h"
#include "exchange/contact_text.h"
#include "exchange/csv_presets.h"
#include "exchange/lists.h"
#include "tests/exchange/temporary_folder.h"
#include "tests/support/environment.h"
#include "tests/support/fictional_people.h"

namespace kith::exchange {
namespace {

/// 400 people in the ordinary run have every kind of text and field.
std::uint32_t Count() {
  const char* people = std::getenv("KITH_PEOPLE");
  return people == nullptr ? 400U : static_cast<std::uint32_t>(std::stoul(people));
}

std::vector<Contact> People() {
  std::vector<Contact> people;
  for (std::uint32_t i = 0; i < Count(); ++i) {
    Contact contact = kith::test::FictionalPerson(i).contact;
    const ContactDetails& details = contact.details;
    const bool anything = !details.name.full.empty() || !details.organization.empty() ||
                          !details.phones.empty() || !details.emails.empty();
    if (anything) people.push_back(std::move(contact));
  }
  return people;
}

std::vector<Contact> Read(const std::string& text) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "people.csv", std::ios::binary) << text;
  LocalContactFiles files("US");
  const Result<ContactFile> file = files.Inspect(folder / "people.csv");
  EXPECT_TRUE(file) << (file ? "" : file.error().message);
  if (!file) return {};
  const Result<FoundContacts> found = files.Read(*file);
  EXPECT_TRUE(found) << (found ? "" : found.error().message);
  std::vector<Contact> contacts;
  for (const FoundContact& one : found->contacts) {
    EXPECT_TRUE(one.remarks.empty()) << one.remarks[0];
    contacts.push_back(one.contact);
    for (const auto& [id, name] : kith::test::FictionalEvents()) {
      if (CleanText(name) == one.event) contacts.back().event = id;
    }
  }
  EXPECT_TRUE(found->refused.empty()) << found->refused[0].reason;
  return contacts;
}

/// What no CSV says: moments, how a number was printed, the parts of a name that the whole doesn't have.
Contact Carried(Contact contact) {
  contact.created = contact.updated = {};
  for (Phone& phone : contact.details.phones)
    phone.raw.clear();
  contact.details.notes = CleanText(contact.details.notes);
  return contact;
}

void ExpectSame(const std::vector<Contact>& expected, const std::vector<Contact>& read,
                Contact (*carried)(Contact)) {
  ASSERT_EQ(read.size(), expected.size());
  int shown = 0;
  for (std::size_t i = 0; i < expected.size() && shown < 3; ++i) {
    const Contact want = carried(Carried(expected[i]));
    const Contact have = carried(Carried(read[i]));
    if (want == have) continue;
    ++shown;
    const ContactDetails& a = want.details;
    const ContactDetails& b = have.details;
    EXPECT_EQ(a.name, b.name) << i << ": " << a.name.full << "|" << a.name.given << "|" << a.name.family
                              << " / " << b.name.full << "|" << b.name.given << "|" << b.name.family;
    EXPECT_EQ(a.organization, b.organization) << i;
    EXPECT_EQ(a.department, b.department) << i;
    EXPECT_EQ(a.titles, b.titles) << i;
    EXPECT_EQ(a.emails, b.emails) << i;
    EXPECT_EQ(a.urls, b.urls) << i;
    EXPECT_EQ(a.addresses, b.addresses) << i;
    EXPECT_EQ(a.handles, b.handles) << i;
    EXPECT_EQ(a.other_names, b.other_names) << i;
    EXPECT_EQ(a.notes, b.notes) << i;
    EXPECT_EQ(want.interests, have.interests) << i;
    EXPECT_EQ(want.birthday, have.birthday) << i;
    EXPECT_EQ(want.met_on, have.met_on) << i;
    EXPECT_EQ(want.event, have.event) << i;
    EXPECT_EQ(want.id, have.id) << i;
    ASSERT_EQ(a.phones.size(), b.phones.size()) << i;
    for (std::size_t k = 0; k < a.phones.size(); ++k)
      EXPECT_EQ(a.phones[k], b.phones[k]) << i << " " << a.phones[k].number << " / " << b.phones[k].number;
  }
}

TEST(CsvRoundTrip, OfTheSpreadsheetLosesNothing) {
  const std::vector<Contact> people = People();
  ExpectSame(people, Read(WriteContactsCsv(people, kith::test::FictionalEvents())),
             [](Contact contact) { return contact; });
}

}  // namespace
}  // namespace kith::exchange
