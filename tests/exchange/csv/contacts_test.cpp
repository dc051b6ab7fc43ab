// SPDX-License-Identifier: Apache-2.0
// Files as other programs write them, made by hand: tests/exchange/data.
#include "exchange/csv/contacts.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/contact_files.h"
#include "tests/exchange/temporary_folder.h"
#include "tests/exchange/told.h"

namespace kith::exchange {
namespace {

using test::Told;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Sample {
  ContactFile file;
  std::vector<FoundContact> contacts;
  std::vector<std::string> told;
  std::vector<RefusedContact> refused;
};

Sample ReadFrom(const std::filesystem::path& path,
                const std::vector<std::pair<std::string, ColumnField>>& chosen = {}) {
  LocalContactFiles files("US");
  Result<ContactFile> file = files.Inspect(path);
  EXPECT_TRUE(file) << (file ? "" : file.error().message);
  if (!file) return {};
  for (const auto& [name, field] : chosen) {
    for (TableColumn& column : file->columns) {
      if (column.name == name) column.field = field;
    }
  }
  Sample sample{*file, {}, {}, {}};
  const auto take = [&](FoundContact found) -> Result<void> {
    sample.told.push_back(Told(found));
    sample.contacts.push_back(std::move(found));
    return {};
  };
  const auto refuse = [&](RefusedContact refused) { sample.refused.push_back(std::move(refused)); };
  EXPECT_TRUE(files.Read(*file, {take, refuse}, {}));
  return sample;
}

Sample ReadSample(const std::string& name) {
  return ReadFrom(std::filesystem::path(KITH_SOURCE_DIR) / "tests/exchange/data" / name);
}

TEST(CsvContacts, AreReadFromGoogleContacts) {
  const Sample google = ReadSample("google.csv");
  EXPECT_EQ(google.file.program, "Google Contacts");
  EXPECT_THAT(
      google.told,
      ElementsAre("name: Dr. Ada M. Example | Ada | Example\norganization: Example Gardens / Roses\n"
                  "title: Gardener\nmobile: +14155550123\nfax: +14155550124\ne-mail: ada@example.org\n"
                  "e-mail: ada@example.com\nurl: https://gardens.example.com\n"
                  "address: 1 Main St, Springfield, IL 62701, USA\nbirthday: 1984-6-12\nevent: Choir\n"
                  "else: Labels: Choir\nnotes: Brought cake.\nLikes tea.\nAnniversary: 2010-05-01\n"
                  "Shoe size: 38\n",
                  "name: 山田 太郎 | 太郎 | 山田\norganization: 例株式会社\n",
                  "organization: Example Ltd\ne-mail: office@example.com\n"));
  EXPECT_THAT(google.refused,
              ElementsAre(RefusedContact{8, "There is no name, company, number or e-mail address in it."}));
}

TEST(CsvContacts, AreReadFromOlderGoogleContacts) {
  const Sample google = ReadSample("google-older.csv");
  EXPECT_EQ(google.file.charset, "UTF-16LE");
  EXPECT_THAT(google.told,
              ElementsAre("name: Ada Example | Ada | Example\norganization: Example Ltd / Bridges\n"
                          "title: Engineer\nwork: +14155550123\nwork: +14155550124\nhome: +14155550125\n"
                          "e-mail: ada@example.com\nurl: https://ada.example.com\ninterest: chess\n"
                          "birthday: ?-6-12\nnotes: Met in Springfield\n"));
}

TEST(CsvContacts, AreReadFromOutlook) {
  const Sample outlook = ReadSample("outlook.csv");
  EXPECT_EQ(outlook.file.program, "Outlook.com or the new Outlook");
  EXPECT_THAT(
      outlook.told,
      ElementsAre(
          "name: Dr. Ada Example Jr. | Ada | Example\norganization: Example Ltd / Bridges\n"
          "title: Engineer\nhome: +14155550126\nwork: +14155550123\nmobile: +14155550124\n"
          "fax: +14155550125\ne-mail: ada@example.com\ne-mail: ada@example.org\nurl: www.example.com\n"
          "address: 1 Main St, Springfield, IL 62701, United States\n"
          "address: Musterweg 2, 10115 Berlin, Germany\ninterest: chess\nbirthday: 1984-6-12\n"
          "notes: Brought cake.\nManager's Name: Grace Sample\nSpouse: Max\nAnniversary: 5/1/2010\n",
          "name: Ben Sample | Ben | Sample\ne-mail: ben@example.com\nbirthday: 1990-3-14\n",
          "name: Cleo Sample | Cleo | Sample\nbirthday: 1990-3-4\n"
          "notes: E-mail Address: /o=ExchangeLabs/ou=Example/cn=Cleo\n"));
}

TEST(CsvContacts, AreReadFromTheClassicOutlook) {
  const Sample outlook = ReadSample("outlook-classic.csv");
  EXPECT_EQ(outlook.file.program, "Outlook");
  EXPECT_EQ(outlook.file.columns.size(), 92U);
  EXPECT_THAT(outlook.told,
              ElementsAre("name: Prof. Ada Example | Ada | Example\norganization: Example Ltd\n"
                          "title: Engineer\nwork: +14155550123\ne-mail: ada@example.com\n"
                          "url: http://www.example.com\naddress: 1 Main St, Suite 4, Springfield, IL 62701\n"
                          "notes: He said \"maybe\"\nCategories: Choir;Friends\nReferred By: Grace\n"
                          "User 1: likes cats\n"));
}

TEST(CsvContacts, AreReadFromTheOutlookFileOfGoogle) {
  const Sample outlook = ReadSample("outlook-google.csv");
  EXPECT_EQ(outlook.file.program, "Outlook, by Google");
  EXPECT_THAT(outlook.told, ElementsAre("name: Ada Example | Ada | Example\norganization: Example Ltd\n"
                                        "mobile: +14155550124\ne-mail: ada@example.com\n"
                                        "address: 1 Main St, Springfield, IL 62701\nbirthday: 1984-6-12\n"
                                        "notes: Categories: myContacts\n"));
}

TEST(CsvContacts, AreReadFromHubspotAndSalesforce) {
  EXPECT_THAT(ReadSample("hubspot.csv").told,
              ElementsAre("name: Ada Example | Ada | Example\norganization: Example GmbH\ntitle: Engineer\n"
                          "work: +493023125001\ne-mail: ada@example.com\nurl: example.com\n"
                          "address: 10115 Berlin, Germany\nnotes: Lifecycle Stage: Lead\n"))
      << "the number is of the country that the row names";
  const std::string ada =
      "work: +14155550123\nmobile: +14155550124\ne-mail: ada@example.com\naddress: 1 Main St, ";
  const std::string rest = "Springfield, IL 62701, USA\n";
  EXPECT_THAT(ReadSample("salesforce.csv").told,
              ElementsAre("name: Ada Example | Ada | Example\norganization: Example Ltd / Bridges\n"
                          "title: Engineer\n" +
                          ada + "Suite 4, " + rest +
                          "birthday: 1984-6-13\nevent: Web\nelse: Lead Source: Web\nnotes: Called twice\n"));
  EXPECT_THAT(ReadSample("salesforce-api.csv").told,
              ElementsAre("name: Ada Example | Ada | Example\norganization: Example Ltd\ntitle: Engineer\n" +
                          ada + rest + "event: Web\nelse: LeadSource: Web\nnotes: Called twice\n"));
}

TEST(CsvContacts, AreReadFromAGermanTable) {
  const Sample german = ReadSample("german.csv");
  EXPECT_EQ(german.file.charset, "windows-1252");
  EXPECT_THAT(german.told,
              ElementsAre("name: Jürgen-Örn Müller | Jürgen-Örn | Müller\norganization: Beispiel GmbH\n"
                          "title: Geschäftsführer\nwork: +493023125001\nmobile: +491713920055\n"
                          "fax: +493023125002\ne-mail: mueller@example.com\nurl: www.example.com\n"
                          "address: Große Straße 5, 10115 Köln, Deutschland\nbirthday: 1984-6-12\n"
                          "notes: mag Tee; und Kuchen\nLieblingsfarbe: grün\n",
                          "name: Änne Beispiel | Änne | Beispiel\ne-mail: aenne@example.com\n"
                          "birthday: 1990-4-3\n"));
}

TEST(CsvContacts, AreReadFromTablesThatNobodyKnows) {
  EXPECT_THAT(ReadSample("guests-without-header.csv").told,
              ElementsAre("name: Ada Example | Ada | Example\nwork: +14155550123\ne-mail: ada@example.com\n"
                          "url: example.com\nbirthday: 1984-6-12\nnotes: Column 5: Gardens\n",
                          "name: Ben Sample | Ben | Sample\nwork: +14155550124\ne-mail: ben@example.com\n"
                          "url: sample.example.com\nbirthday: 1990-1-31\nnotes: Column 5: Boats\n"));
  EXPECT_THAT(
      ReadSample("registration.csv").told,
      ElementsAre("name: Ada Example | Ada | Example\norganization: Example Ltd\nmobile: +14155550123\n"
                  "e-mail: ada@example.com\nnotes: Attendee #: 1\nEmail opt-in: yes\nT-Shirt: M\n"
                  "Booked at: 2026-11-01 10:00\n",
                  "name: Ben Sample | Ben | Sample\ne-mail: ben@example.com\nnotes: Attendee #: 2\n"
                  "Email opt-in: no\nT-Shirt: L\nBooked at: 2026-11-02 11:00\n"));
}

class CsvText : public ::testing::Test {
 protected:
  Sample ReadText(const std::string& text,
                  const std::vector<std::pair<std::string, ColumnField>>& chosen = {}) {
    std::ofstream(folder_ / "some.csv", std::ios::binary) << text;
    return ReadFrom(folder_ / "some.csv", chosen);
  }

  std::vector<ContactId> Ids(const std::string& text) {
    std::vector<ContactId> ids;
    for (const FoundContact& found : ReadText(text).contacts)
      ids.push_back(found.contact.id);
    return ids;
  }

  test::TemporaryFolder folder_;
};

TEST_F(CsvText, TakesColumnsForWhatAPersonSays) {
  const std::string text = "Name,Project\nAda,Example Ltd\n";
  EXPECT_THAT(ReadText(text).told, ElementsAre("name: Ada\nnotes: Project: Example Ltd\n"));
  EXPECT_THAT(ReadText(text, {{"Project", ColumnField::kOrganization}}).told,
              ElementsAre("name: Ada\norganization: Example Ltd\n"));
  EXPECT_THAT(ReadText(text, {{"Project", ColumnField::kLeftOut}}).told, ElementsAre("name: Ada\n"));
}

TEST_F(CsvText, DoesNotGuessADayThatMayBeTwo) {
  const Sample unknown = ReadText("Name,Birthday\nAda,03/04/1990\nBen,05/05/1990\n");
  EXPECT_THAT(unknown.told,
              ElementsAre("name: Ada\nremark: \"03/04/1990\" in Birthday may be two days, and no other row "
                          "tells which: it is in the notes.\nnotes: Birthday: 03/04/1990\n",
                          "name: Ben\nbirthday: 1990-5-5\n"));
  EXPECT_THAT(ReadText("Name,Birthday\nAda,03/04/1990\nBen,25/05/1990\n").told[0],
              HasSubstr("birthday: 1990-4-3\n"));
  EXPECT_THAT(ReadText("Name,Birthday\nAda,03/04/1990\nBen,05/25/1990\n").told[0],
              HasSubstr("birthday: 1990-3-4\n"));
  EXPECT_THAT(ReadText("Name,Birthday\nAda,03/04/1990\nBen,05/25/1990\nCleo,25/05/1990\n").told[0],
              HasSubstr("may be two days"));
}

TEST_F(CsvText, KnowsARowAgain) {
  const std::string header = "Name,E-mail,Phone,City\n";
  const std::vector<ContactId> ids = Ids(header + "Ada Example,ada@example.com,+14155550123,Springfield\n");
  EXPECT_EQ(Ids(header + "ada example,ADA@example.com,+14155550124,Berlin\n"), ids);
  EXPECT_NE(Ids(header + "Ben Example,ada@example.com,,\n"), ids) << "they share an address";
  EXPECT_NE(Ids(header + "Ada Example,ada@example.org,,\n"), ids);
}

TEST_F(CsvText, KnowsARowByItsIdWhereThatIsOneOfItsOwn) {
  const auto id = [this](const std::string& row) { return Ids("ID,Name,E-mail\n" + row).at(0); };
  const ContactId ada = id("0192f0c1-7a3e-7bb2-9d51-000000000002,Ada,ada@example.com\n");
  EXPECT_EQ(ada.ToString(), "0192f0c1-7a3e-7bb2-9d51-000000000002");
  EXPECT_EQ(id("003EXAMPLE0001,Ada,ada@example.com\n"), id("003EXAMPLE0001,Ada Sample,\n"));
  EXPECT_EQ(id("1,Ada,ada@example.com\n"), id("1,Ada,ada@example.org\n"));
  EXPECT_NE(id("1,Ada,ada@example.com\n"), id("1,Ben,ben@example.com\n")) << "of another list";
}

TEST_F(CsvText, RefusesWhatStandsBehindAQuoteThatNeverEnds) {
  const Sample sample = ReadText("Name,Notes\nAda,\"likes tea\nand cake\nBen,fine\n");
  EXPECT_THAT(sample.told, ElementsAre("name: Ben\nnotes: fine\n"));
  EXPECT_THAT(
      sample.refused,
      ElementsAre(RefusedContact{2, "The quote that begins a cell on line 2 never ends."},
                  RefusedContact{3, "It stands behind a quote that never ends, and isn't a whole row."}));
}

TEST_F(CsvText, TellsOfCellsWithoutAColumn) {
  EXPECT_THAT(
      ReadText("Name,City\nAda,Springfield,more\n").told,
      ElementsAre("name: Ada\naddress: Springfield\nremark: The row has more cells than there are columns.\n"
                  "notes: Column 3: more\n"));
}

TEST_F(CsvText, SettlesWhatANameMeansByTheOtherColumns) {
  EXPECT_THAT(ReadText("Name,Vorname\nBeispiel,Ada\n").told,
              ElementsAre("name: Ada Beispiel | Ada | Beispiel\n"));
  EXPECT_THAT(ReadText("Nom,Prénom\nExemple,Ada\n").told, ElementsAre("name: Ada Exemple | Ada | Exemple\n"));
  EXPECT_THAT(ReadText("Nom,Ville\nAda Exemple,Paris\n").told,
              ElementsAre("name: Ada Exemple | Ada | Exemple\naddress: Paris\n"));
  EXPECT_THAT(
      ReadText("Title,First name,Last name,Address 1,Address 2,Postcode,Town\nDr.,Ada,Example,The Mill,1 "
               "Main St,AB1 2CD,Springfield\nMs,Cleo,Sample,,,,\n")
          .told,
      ElementsAre(
          "name: Dr. Ada Example | Ada | Example\naddress: The Mill, 1 Main St, Springfield AB1 2CD\n",
          "name: Cleo Sample | Cleo | Sample\n"));
}

}  // namespace
}  // namespace kith::exchange
