// SPDX-License-Identifier: Apache-2.0
// People of every kind through every CSV that can carry them. What a file can't say is in docs/exchange.md,
// and is taken out of both sides here.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "exchange/contact_files.h"
#include "exchange/contact_text.h"
#include "exchange/csv/lists.h"
#include "exchange/csv/presets.h"
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

std::vector<FoundContact> ReadFound(const std::string& text) {
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

using Level = void (*)(Contact& person, Contact& read);

/// Every person as they were, but for what `level` takes out of both.
void ExpectSame(const std::vector<Contact>& people, const std::vector<FoundContact>& read, Level level) {
  ASSERT_EQ(read.size(), people.size());
  int different = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    FoundContact person{.contact = people[i]};
    FoundContact got = read[i];
    if (people[i].event) person.event = kith::test::FictionalEvents().at(*people[i].event);
    person.contact.details.notes = CleanText(person.contact.details.notes);
    got.unless_event.clear();
    level(person.contact, got.contact);
    const std::string expected = test::Told(person);
    if (test::Told(got) == expected || ++different > 3) continue;
    EXPECT_EQ(test::Told(got), expected) << "person " << i;
  }
  EXPECT_EQ(different, 0);
}

void SortPhones(Contact& contact) {
  std::sort(contact.details.phones.begin(), contact.details.phones.end(),
            [](const Phone& a, const Phone& b) { return a.number < b.number; });
}

/// Every kind of phone has columns of its own, so the order of all of them isn't kept. A name whose parts
/// aren't known stands in the column of the given name (of Salesforce in that of the family name), and comes
/// back with parts; one that is the company's comes back as none.
void ToPreset(Contact& person, Contact& read) {
  SortPhones(person);
  SortPhones(read);
  PersonName& name = person.details.name;
  if (!name.given.empty() || !name.family.empty()) return;
  read.details.name.given.clear();
  read.details.name.family.clear();
  if (name.full == person.details.organization) name.full = read.details.name.full;
}

TEST(CsvRoundTrip, OfTheSpreadsheetLosesNothing) {
  const std::vector<Contact> people = People();
  const std::vector<FoundContact> read = ReadFound(WriteContactsCsv(people, kith::test::FictionalEvents()));
  ExpectSame(people, read, [](Contact&, Contact&) {});
  for (std::size_t i = 0; i < people.size(); ++i)
    EXPECT_EQ(read[i].contact.id, people[i].id);
}

TEST(CsvRoundTrip, OfGoogle) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, ReadFound(WriteGoogleCsv(people, kith::test::FictionalEvents())), ToPreset);
}

TEST(CsvRoundTrip, OfOutlook) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, ReadFound(WriteOutlookCsv(people, kith::test::FictionalEvents())), ToPreset);
}

TEST(CsvRoundTrip, OfSalesforce) {
  const std::vector<Contact> people = PeopleForPresets();
  ExpectSame(people, ReadFound(WriteSalesforceCsv(people, kith::test::FictionalEvents())), ToPreset);
}

/// No more than HubSpot has columns for.
void ToHubspot(Contact& person, Contact& read) {
  ContactDetails kept;
  ContactDetails& details = person.details;
  kept.name = details.name;
  // Of a name with known parts only these are there.
  if (!kept.name.given.empty() || !kept.name.family.empty()) kept.name.full = read.details.name.full;
  kept.organization = details.organization;
  const auto keep_first = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
    if (!from.empty()) to.push_back(from.front());
  };
  keep_first(kept.emails, details.emails);
  keep_first(kept.urls, details.urls);
  if (!details.titles.empty()) kept.titles = {Join(details.titles, ", ")};
  for (const PhoneType type : {PhoneType::kMobile, PhoneType::kWork}) {
    const auto phone = std::find_if(details.phones.begin(), details.phones.end(),
                                    [type](const Phone& each) { return each.type == type; });
    if (phone != details.phones.end()) kept.phones.push_back(*phone);
  }
  details = kept;
  ToPreset(person, read);
  person.birthday.reset();
  person.met_on.reset();
  person.interests.clear();
  read.details.addresses.clear();  // without the street
}

TEST(CsvRoundTrip, OfHubspotKeepsTheFirstOfWhatItHasColumnsFor) {
  std::vector<Contact> people = PeopleForPresets();
  for (Contact& person : people)
    person.event.reset();
  ExpectSame(people, ReadFound(WriteHubspotCsv(people, {})), ToHubspot);
}

}  // namespace
}  // namespace kith::exchange
