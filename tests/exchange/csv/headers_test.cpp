// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::exchange {
namespace {

using ::testing::ElementsAre;

ColumnField FieldOf(std::string_view header) {
  const auto meaning = MeaningOf(header, CsvProgram::kUnknown);
  return meaning ? meaning->field : ColumnField::kRemark;
}

TEST(HeaderWords, AreWithoutAccentsMarksAndCase) {
  EXPECT_THAT(HeaderWords("E-Mail-Adresse (geschäftlich)"), ElementsAre("email", "adresse", "geschaftlich"));
  EXPECT_THAT(HeaderWords("MailingPostalCode"), ElementsAre("mailing", "postal", "code"));
}

TEST(MeaningOf, KnowsColumnsInManyLanguages) {
  for (const char* header : {"First name", "given_name", "Vorname", "Prénom", "Nombre", "Voornaam", "Imię"})
    EXPECT_EQ(FieldOf(header), ColumnField::kGivenName) << header;
  for (const char* header : {"Surname", "LAST NAME", "Nachname", "Cognome", "Apellidos", "Nazwisko"})
    EXPECT_EQ(FieldOf(header), ColumnField::kFamilyName) << header;
  for (const char* header : {"Email", "E-Mail", "e-mail address", "E-Mail-Adresse", "Courriel",
                             "Correo electrónico", "メール", "Work e-mail", "E-mail 2"})
    EXPECT_EQ(FieldOf(header), ColumnField::kEmail) << header;
  for (const char* header : {"Company", "Firma", "Entreprise", "Empresa", "公司"})
    EXPECT_EQ(FieldOf(header), ColumnField::kOrganization) << header;
  for (const char* header : {"PLZ", "Zip code", "Postleitzahl", "Code postal", "CAP"})
    EXPECT_EQ(FieldOf(header), ColumnField::kPostalCode) << header;
  for (const char* header :
       {"Date of birth", "DOB", "Geburtsdatum", "Date de naissance", "Fecha de nacimiento"})
    EXPECT_EQ(FieldOf(header), ColumnField::kBirthday) << header;
}

TEST(MeaningOf, TellsWhoseNumberItIs) {
  EXPECT_EQ(FieldOf("Phone"), ColumnField::kPhone);
  EXPECT_EQ(FieldOf("Business phone"), ColumnField::kWorkPhone);
  EXPECT_EQ(FieldOf("Telefon privat"), ColumnField::kHomePhone);
  EXPECT_EQ(FieldOf("Other phone"), ColumnField::kOtherPhone);
  EXPECT_EQ(FieldOf("Handynummer"), ColumnField::kMobilePhone);
  EXPECT_EQ(FieldOf("Business Fax"), ColumnField::kFax);
}

TEST(MeaningOf, PutsThePartsOfAnAddressTogether) {
  for (const char* header : {"Business Street", "Business Street 2", "Business City", "Straße geschäftlich"})
    EXPECT_EQ(MeaningOf(header, CsvProgram::kUnknown)->group, "work") << header;
  EXPECT_EQ(MeaningOf("Home City", CsvProgram::kUnknown)->group, "home");
  EXPECT_EQ(MeaningOf("Address 2 - City", CsvProgram::kGoogle)->group, "address 2");
}

TEST(MeaningOf, OnlyGuessesFromAWordWithinOthers) {
  EXPECT_FALSE(MeaningOf("Email opt-in", CsvProgram::kUnknown)->sure);
  EXPECT_TRUE(MeaningOf("Email", CsvProgram::kUnknown)->sure);
  EXPECT_EQ(MeaningOf("Favourite colour", CsvProgram::kUnknown), std::nullopt);
  EXPECT_EQ(MeaningOf("", CsvProgram::kUnknown), std::nullopt);
}

TEST(MeaningOf, DependsOnTheProgram) {
  EXPECT_EQ(MeaningOf("Title", CsvProgram::kOutlook)->field, ColumnField::kNamePrefix);
  EXPECT_EQ(MeaningOf("Title", CsvProgram::kSalesforce)->field, ColumnField::kTitle);
}

TEST(ProgramOf, KnowsAPartOfAHeaderInAnyOrder) {
  const std::vector<std::string> google = {"Labels", "Last Name", "E-mail 1 - Value", "First Name"};
  EXPECT_EQ(ProgramOf(google).program, CsvProgram::kGoogle);
  const std::vector<std::string> salesforce = {"LastName", "MailingCity"};
  EXPECT_EQ(ProgramOf(salesforce).program, CsvProgram::kSalesforce);
  const std::vector<std::string> unknown = {"Name", "E-mail"};
  EXPECT_EQ(ProgramOf(unknown).program, CsvProgram::kUnknown);
}

}  // namespace
}  // namespace kith::exchange
