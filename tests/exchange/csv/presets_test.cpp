// SPDX-License-Identifier: Apache-2.0
// What is in which column is read by Python's csv module, a row as a dictionary.
#include "exchange/csv/presets.h"

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/exchange/read_back.h"
#include "tests/exchange/samples.h"

namespace kith::exchange {
namespace {

using test::FullContact;
using test::NamedContact;
using ::testing::HasSubstr;

using Table = std::vector<std::map<std::string, std::string>>;

Table ReadTable(const std::string& text) {
  const nlohmann::json rows = test::ReadBack("contacts.csv", text);
  Table table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].size(), rows[0].size());
    std::map<std::string, std::string>& row = table.emplace_back();
    for (std::size_t column = 0; column < rows[0].size(); ++column)
      EXPECT_TRUE(row.emplace(rows[0][column], rows[i][column]).second) << "twice: " << rows[0][column];
  }
  return table;
}

/// What every cell holds that isn't empty, but for the named columns.
std::map<std::string, std::string> Filled(const std::map<std::string, std::string>& row,
                                          const std::set<std::string>& without = {}) {
  std::map<std::string, std::string> filled;
  for (const auto& [column, value] : row) {
    if (!value.empty() && !without.contains(column)) filled.emplace(column, value);
  }
  return filled;
}

Contact Ada() {
  Contact ada = FullContact();
  ada.details.addresses = {"1 Main St, Springfield, IL 62701, USA", "2 Side St, Springfield, IL 62701"};
  ada.details.handles = {"LinkedIn: ada-example"};
  return ada;
}

const std::string kSaid = "Brought cake.\nKnows Max.\nMet at Example Meetup, Autumn on 2026-11-23\n";

TEST(GoogleCsv, HasEveryValueInItsColumn) {
  const std::vector<Contact> contacts = {Ada(), NamedContact("Ben")};
  const Table table = ReadTable(WriteGoogleCsv(contacts, test::SampleEvents()));
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(Filled(table[0]), (std::map<std::string, std::string>{
                                  {"First Name", "Ada"},
                                  {"Last Name", "van der Example"},
                                  {"File As", "Dr. Ada van der Example"},
                                  {"Name Prefix", "Dr."},
                                  {"Organization Name", "Example, Sons; & Co."},
                                  {"Organization Title", "Engineer"},
                                  {"Organization Department", "Gardens"},
                                  {"Birthday", "1984-06-12"},
                                  {"Notes", kSaid + "Title: Founder\nLikes to talk about: chess, sailing"},
                                  {"Labels", "* myContacts ::: Example Meetup, Autumn"},
                                  {"E-mail 1 - Label", "Work"},
                                  {"E-mail 1 - Value", "ada@example.com"},
                                  {"E-mail 2 - Label", "Work"},
                                  {"E-mail 2 - Value", "ada@example.org"},
                                  {"Phone 1 - Label", "Work"},
                                  {"Phone 1 - Value", "+1 415 555 0123 ext. 12"},
                                  {"Phone 2 - Label", "Mobile"},
                                  {"Phone 2 - Value", "+1 415 555 0124"},
                                  {"Phone 3 - Label", "Work Fax"},
                                  {"Phone 3 - Value", "+1 415 555 0125"},
                                  {"Phone 4 - Label", "Home"},
                                  {"Phone 4 - Value", "+1 415 555 0126"},
                                  {"Phone 5 - Label", "Other"},
                                  {"Phone 5 - Value", "555 0127"},
                                  {"Address 1 - Label", "Work"},
                                  {"Address 1 - Formatted", "1 Main St, Springfield, IL 62701, USA"},
                                  {"Address 1 - Street", "1 Main St"},
                                  {"Address 1 - City", "Springfield"},
                                  {"Address 1 - Region", "IL"},
                                  {"Address 1 - Postal Code", "62701"},
                                  {"Address 1 - Country", "USA"},
                                  {"Address 2 - Label", "Work"},
                                  {"Address 2 - Formatted", "2 Side St, Springfield, IL 62701"},
                                  {"Address 2 - Street", "2 Side St"},
                                  {"Address 2 - City", "Springfield"},
                                  {"Address 2 - Region", "IL"},
                                  {"Address 2 - Postal Code", "62701"},
                                  {"Website 1 - Label", "Work"},
                                  {"Website 1 - Value", "www.example.com/a,b;c"},
                                  {"Website 2 - Label", "Work"},
                                  {"Website 2 - Value", "https://example.org"},
                                  {"Custom Field 1 - Label", "LinkedIn"},
                                  {"Custom Field 1 - Value", "ada-example"}}));
  EXPECT_EQ(Filled(table[1]), (std::map<std::string, std::string>{
                                  {"First Name", "Ben"}, {"File As", "Ben"}, {"Labels", "* myContacts"}}));
}

TEST(GoogleCsv, BeginsWithItsFirstColumn) {
  EXPECT_TRUE(WriteGoogleCsv({}, {}).starts_with("\"First Name\",\"Middle Name\","));
}

TEST(GoogleCsv, DoesNotMakeTwoLabelsOfOneEvent) {
  Contact contact = NamedContact("Ada");
  contact.event = MakeId<EventId>(test::kNow);
  const Table table = ReadTable(WriteGoogleCsv(std::span(&contact, 1), {{*contact.event, "a ::: b"}}));
  EXPECT_EQ(table.at(0).at("Labels"), "* myContacts ::: a : b");
}

TEST(OutlookCsv, HasEveryValueInItsColumnOrInTheNotes) {
  Contact ada = Ada();
  ada.details.phones.push_back({"+14155550128", "", "", PhoneType::kMobile});
  ada.details.urls.emplace_back("https://example.net");
  const Table table = ReadTable(WriteOutlookCsv(std::span(&ada, 1), test::SampleEvents()));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_EQ(table[0].size(), 61U);
  EXPECT_EQ(
      Filled(table[0]),
      (std::map<std::string, std::string>{
          {"First Name", "Ada"},
          {"Last Name", "van der Example"},
          {"Title", "Dr."},
          {"Company", "Example, Sons; & Co."},
          {"Job Title", "Engineer"},
          {"Department", "Gardens"},
          {"E-mail Address", "ada@example.com"},
          {"E-mail 2 Address", "ada@example.org"},
          {"Business Phone", "+1 415 555 0123 ext. 12"},
          {"Mobile Phone", "+1 415 555 0124"},
          {"Business Fax", "+1 415 555 0125"},
          {"Home Phone", "+1 415 555 0126"},
          {"Other Phone", "555 0127"},
          {"Business Street", "1 Main St"},
          {"Business City", "Springfield"},
          {"Business State", "IL"},
          {"Business Postal Code", "62701"},
          {"Business Country/Region", "USA"},
          {"Web Page", "www.example.com/a,b;c"},
          {"Personal Web Page", "https://example.org"},
          {"Birthday", "1984-06-12"},
          {"Notes",
           kSaid +
               "Phone (mobile): +1 415 555 0128\nTitle: Founder\nAddress: 2 Side St, Springfield, IL 62701\n"
               "Web page: https://example.net\nSocial: LinkedIn: ada-example\n"
               "Likes to talk about: chess, sailing"}}));
}

TEST(HubspotCsv, HasWhatItHasColumnsFor) {
  const Contact ada = Ada();
  const Table table = ReadTable(WriteHubspotCsv(std::span(&ada, 1), test::SampleEvents()));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_EQ(Filled(table[0]), (std::map<std::string, std::string>{{"First Name", "Ada"},
                                                                  {"Last Name", "van der Example"},
                                                                  {"Email", "ada@example.com"},
                                                                  {"Phone Number", "+1 415 555 0123 ext. 12"},
                                                                  {"Mobile Phone Number", "+1 415 555 0124"},
                                                                  {"Job Title", "Engineer, Founder"},
                                                                  {"Company Name", "Example, Sons; & Co."},
                                                                  {"Website URL", "www.example.com/a,b;c"},
                                                                  {"City", "Springfield"},
                                                                  {"State/Region", "IL"},
                                                                  {"Postal Code", "62701"},
                                                                  {"Country/Region", "USA"}}));
}

TEST(SalesforceCsv, HasEveryValueInItsColumnOrInTheDescription) {
  const Contact ada = Ada();
  const Table table = ReadTable(WriteSalesforceCsv(std::span(&ada, 1), test::SampleEvents()));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_EQ(Filled(table[0], {"Contact Description"}),
            (std::map<std::string, std::string>{{"First Name", "Ada"},
                                                {"Last Name", "van der Example"},
                                                {"Account Name", "Example, Sons; & Co."},
                                                {"Email", "ada@example.com"},
                                                {"Title", "Engineer"},
                                                {"Department", "Gardens"},
                                                {"Business Phone", "+1 415 555 0123 ext. 12"},
                                                {"Mobile", "+1 415 555 0124"},
                                                {"Mailing Street", "1 Main St"},
                                                {"Mailing City", "Springfield"},
                                                {"Mailing State/Province", "IL"},
                                                {"Mailing Zip/Postal Code", "62701"},
                                                {"Mailing Country", "USA"},
                                                {"Lead Source", "Example Meetup, Autumn"},
                                                {"Birthdate", "1984-06-12"}}));
  for (const char* const said : {"E-mail: ada@example.org", "Phone (fax): +1 415 555 0125", "Brought cake.",
                                 "Title: Founder", "Full name: Dr. Ada van der Example"})
    EXPECT_THAT(table[0].at("Contact Description"), HasSubstr(said));
}

TEST(SalesforceCsv, HasALastNameForEverybody) {
  Contact nobody = NamedContact("");
  nobody.details.organization = "Example Gardens";
  const std::vector<Contact> contacts = {NamedContact("Ben"), nobody};
  const Table table = ReadTable(WriteSalesforceCsv(contacts, {}));
  EXPECT_EQ(table.at(0).at("Last Name"), "Ben");
  EXPECT_EQ(table.at(1).at("Last Name"), "Example Gardens");
}

TEST(CsvPresets, SayABirthdayWithoutAYearInTheNotes) {
  Contact contact = NamedContact("Ada");
  contact.birthday = Birthday{std::chrono::February / 29, std::nullopt};
  const Table table = ReadTable(WriteOutlookCsv(std::span(&contact, 1), {}));
  EXPECT_EQ(table.at(0).at("Birthday"), "");
  EXPECT_EQ(table.at(0).at("Notes"), "Birthday: 02-29 (month and day)");
}

TEST(CsvPresets, KeepAnAddressWholeThatCannotBeSplit) {
  Contact contact = NamedContact("Ada");
  contact.details.addresses = {"Somewhere behind the hills"};
  EXPECT_EQ(ReadTable(WriteOutlookCsv(std::span(&contact, 1), {})).at(0).at("Business Street"),
            "Somewhere behind the hills");
}

TEST(CsvPresets, LetNoCellBecomeAFormula) {
  std::vector<Contact> contacts;
  for (const std::string& nasty : test::NastyTexts()) {
    Contact contact = NamedContact(nasty);
    contact.details.notes = contact.details.organization = nasty;
    contact.details.titles = contact.details.emails = contact.details.addresses = {nasty};
    contacts.push_back(contact);
  }
  for (auto* const write : {WriteGoogleCsv, WriteOutlookCsv, WriteHubspotCsv, WriteSalesforceCsv}) {
    const Table table = ReadTable(write(contacts, {}));
    ASSERT_EQ(table.size(), contacts.size());
    for (const auto& row : table) {
      for (const auto& [column, value] : row)
        EXPECT_TRUE(value.empty() || std::string("=+-@\t\r").find(value[0]) == std::string::npos)
            << column << ": " << value;
    }
  }
}

}  // namespace
}  // namespace kith::exchange
