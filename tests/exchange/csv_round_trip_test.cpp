// SPDX-License-Identifier: Apache-2.0
// People of every kind through every CSV that can carry them. What a file can't say is in docs/exchange.md,
// and is taken out of both sides here.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "exchange/contact_files.h"
#include "exchange/contact_text.h"
#include "exchange/csv_presets.h"
#include "exchange/lists.h"
#include "tests/exchange/temporary_folder.h"
#include "tests/exchange/told.h"
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

/// For tables that put what they have no column for behind the notes: a note that ends in such a line is
/// taken for one.
std::vector<Contact> PeopleForPresets() {
  std::vector<Contact> people = People();
  std::erase_if(people, [](const Contact& contact) {
    return contact.details.notes.ends_with("Likes to talk about: what they like");
  });
  return people;
}

std::vector<FoundContact> Read(const std::string& text) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "people.csv", std::ios::binary) << text;
  LocalContactFiles files("US");
  const Result<ContactFile> file = files.Inspect(folder / "people.csv");
  EXPECT_TRUE(file) << (file ? "" : file.error().message);
  if (!file) return {};
  std::vector<FoundContact> contacts;
  const auto take = [&](FoundContact found) -> Result<void> {
    contacts.push_back(std::move(found));
    return {};
  };
  const auto refuse = [](const RefusedContact& refused) { ADD_FAILURE() << refused.reason; };
  EXPECT_TRUE(files.Read(*file, {take, refuse}, {}));
  return contacts;
}

using Carried = void (*)(Contact&);

/// Every person as they were, but for what `carried` takes out of both.
void ExpectSame(const std::vector<Contact>& people, const std::vector<FoundContact>& read, Carried carried) {
  ASSERT_EQ(read.size(), people.size());
  const auto told = [&](FoundContact found) {
    found.unless_event.clear();
    found.contact.details.notes = CleanText(found.contact.details.notes);
    carried(found.contact);
    return test::Told(found);
  };
  int different = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    FoundContact person{.contact = people[i]};
    if (people[i].event) person.event = kith::test::FictionalEvents().at(*people[i].event);
    const std::string expected = told(std::move(person));
    const std::string got = told(read[i]);
    if (expected == got || ++different > 3) continue;
    EXPECT_EQ(got, expected) << "person " << i;
  }
  EXPECT_EQ(different, 0);
}

/// Every kind of phone has columns of its own, so the order of all of them isn't kept. A name whose parts
/// aren't known stands in the column of the given name (of Salesforce in that of the family name).
void ToPreset(Contact& contact) {
  std::sort(contact.details.phones.begin(), contact.details.phones.end(),
            [](const Phone& a, const Phone& b) { return a.number < b.number; });
  PersonName& name = contact.details.name;
  if (name.given == name.full) name.given.clear();
  if (name.family == name.full) name.family.clear();
}

TEST(CsvRoundTrip, OfTheSpreadsheetLosesNothing) {
  const std::vector<Contact> people = People();
  const std::vector<FoundContact> read = Read(WriteContactsCsv(people, kith::test::FictionalEvents()));
  ExpectSame(people, read, [](Contact&) {});
  for (std::size_t i = 0; i < people.size(); ++i)
    EXPECT_EQ(read[i].contact.id, people[i].id);
}

TEST(CsvRoundTrip, OfGoogle) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, Read(WriteGoogleCsv(people, kith::test::FictionalEvents())), ToPreset);
}

TEST(CsvRoundTrip, OfOutlook) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, Read(WriteOutlookCsv(people, kith::test::FictionalEvents())), ToPreset);
}

TEST(CsvRoundTrip, OfSalesforce) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, Read(WriteSalesforceCsv(people, kith::test::FictionalEvents())), ToPreset);
}

}  // namespace
}  // namespace kith::exchange
