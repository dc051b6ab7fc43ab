// SPDX-License-Identifier: Apache-2.0
#include "core/person_name.h"

#include <ostream>

#include <gtest/gtest.h>

namespace kith {

void PrintTo(const PersonName& name, std::ostream* out) {
  *out << '"' << name.full << "\" = \"" << name.given << "\" + \"" << name.family << '"';
}

namespace {

PersonName Name(std::string full, std::string given, std::string family) {
  return {std::move(full), std::move(given), std::move(family)};
}

TEST(PersonName, HasTheFamilyNameLast) {
  EXPECT_EQ(SplitPersonName("Ada Example"), Name("Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("  Anna  Maria Example-Nowak "),
            Name("Anna Maria Example-Nowak", "Anna Maria", "Example-Nowak"));
  EXPECT_EQ(SplitPersonName("ada example"), Name("ada example", "ada", "example"));
}

TEST(PersonName, KeepsHonorificsInTheFullNameOnly) {
  EXPECT_EQ(SplitPersonName("Dr. Ada Example"), Name("Dr. Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Mr Ada Example"), Name("Mr Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Prof. Dr. med. Ada Example"),
            Name("Prof. Dr. med. Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Prof.Dr. Ada Example"), Name("Prof.Dr. Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Dipl.-Ing. (FH) Ada Example"),
            Name("Dipl.-Ing. (FH) Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Ing. Ada Example"), Name("Ing. Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Dott.ssa Ada Esempio"), Name("Dott.ssa Ada Esempio", "Ada", "Esempio"));
}

TEST(PersonName, LosesDegrees) {
  const PersonName ada = Name("Ada Example", "Ada", "Example");
  for (const char* printed :
       {"Ada Example, Ph.D.", "Ada Example PhD", "Ada Example, MBA, PMP", "Ada Example, D.M.D.",
        "Ada Example M.D.", "Ada Example, MA", "Ada Example MA", "Ada Example, Ph. D.", "Ada Example Ph. D.",
        "Ada Example, CXYZ", "Ada Example MBA CPA", "Ada Example, MBA (Hons)", "M.Sc. Ada Example",
        "Ada Example,"}) {
    EXPECT_EQ(SplitPersonName(printed), ada) << printed;
  }
  EXPECT_EQ(SplitPersonName("ADA EXAMPLE, MBA"), Name("ADA EXAMPLE", "Ada", "Example"));
}

TEST(PersonName, KeepsFamilyNamesThatAreSpelledLikeDegrees) {
  EXPECT_EQ(SplitPersonName("Ada Ma"), Name("Ada Ma", "Ada", "Ma"));
  EXPECT_EQ(SplitPersonName("Ada Linh Do"), Name("Ada Linh Do", "Ada Linh", "Do"));
  EXPECT_EQ(SplitPersonName("Ada MA"), Name("Ada MA", "Ada", "Ma"));
}

TEST(PersonName, DropsMiddleInitialsFromTheGivenName) {
  EXPECT_EQ(SplitPersonName("Ada B. Example, MBA, PMP"), Name("Ada B. Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("J. Robert Example"), Name("J. Robert Example", "J. Robert", "Example"));
  EXPECT_EQ(SplitPersonName("J. R. Example"), Name("J. R. Example", "J. R.", "Example"));
  EXPECT_EQ(SplitPersonName("A. Example"), Name("A. Example", "A.", "Example"));
}

TEST(PersonName, HasParticlesInTheFamilyName) {
  EXPECT_EQ(SplitPersonName("Dr. Ada van der Example"),
            Name("Dr. Ada van der Example", "Ada", "van der Example"));
  EXPECT_EQ(SplitPersonName("José da Silva Exemplo"),
            Name("José da Silva Exemplo", "José", "da Silva Exemplo"));
  EXPECT_EQ(SplitPersonName("Omar bin Salim"), Name("Omar bin Salim", "Omar", "bin Salim"));
  EXPECT_EQ(SplitPersonName("Ada De La Example"), Name("Ada De La Example", "Ada", "De La Example"));
  EXPECT_EQ(SplitPersonName("Ana Example y Nowak"), Name("Ana Example y Nowak", "Ana", "Example y Nowak"));
  EXPECT_EQ(SplitPersonName("de la Cruz"), Name("de la Cruz", "", "de la Cruz"));
}

TEST(PersonName, LeavesParticlesInGivenNamesThatHaveThem) {
  EXPECT_EQ(SplitPersonName("María del Carmen Ejemplo"),
            Name("María del Carmen Ejemplo", "María del Carmen", "Ejemplo"));
  EXPECT_EQ(SplitPersonName("Ben Example"), Name("Ben Example", "Ben", "Example"));
  EXPECT_EQ(SplitPersonName("Van Example"), Name("Van Example", "Van", "Example"));
  EXPECT_EQ(SplitPersonName("Ada Ben Example"), Name("Ada Ben Example", "Ada Ben", "Example"));
}

TEST(PersonName, HasItsFamilyNameInCapitalsInEitherPlace) {
  EXPECT_EQ(SplitPersonName("NOWAK Anna"), Name("Anna NOWAK", "Anna", "Nowak"));
  EXPECT_EQ(SplitPersonName("Anna NOWAK"), Name("Anna NOWAK", "Anna", "Nowak"));
  EXPECT_EQ(SplitPersonName("Taro YAMADA"), Name("Taro YAMADA", "Taro", "Yamada"));
  EXPECT_EQ(SplitPersonName("LI Wei"), Name("Wei LI", "Wei", "Li"));
  EXPECT_EQ(SplitPersonName("Dr. NOWAK-EXAMPLE Anna Maria"),
            Name("Dr. Anna Maria NOWAK-EXAMPLE", "Anna Maria", "Nowak-Example"));
  EXPECT_EQ(SplitPersonName("Ada van der EXAMPLE"), Name("Ada van der EXAMPLE", "Ada", "van der Example"));
  EXPECT_EQ(SplitPersonName("ÖZTÜRK Ada"), Name("Ada ÖZTÜRK", "Ada", "Öztürk"));
}

TEST(PersonName, TakesTwoCapitalsForInitials) {
  EXPECT_EQ(SplitPersonName("JP Example"), Name("JP Example", "JP", "Example"));
  EXPECT_EQ(SplitPersonName("AJ Example"), Name("AJ Example", "AJ", "Example"));
}

TEST(PersonName, InCapitalsKeepsThemInTheFullNameOnly) {
  EXPECT_EQ(SplitPersonName("ADA EXAMPLE"), Name("ADA EXAMPLE", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("ADA VAN DER EXAMPLE"), Name("ADA VAN DER EXAMPLE", "Ada", "van der Example"));
  EXPECT_EQ(SplitPersonName("ADA O'EXAMPLE"), Name("ADA O'EXAMPLE", "Ada", "O'Example"));
  EXPECT_EQ(SplitPersonName("ADA B. EXAMPLE-ÖZ"), Name("ADA B. EXAMPLE-ÖZ", "Ada", "Example-Öz"));
}

TEST(PersonName, MayHaveTheFamilyNameBeforeAComma) {
  EXPECT_EQ(SplitPersonName("Example, Ada"), Name("Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("van der Example, Ada B."),
            Name("Ada B. van der Example", "Ada", "van der Example"));
  EXPECT_EQ(SplitPersonName("Example, Dr. Ada"), Name("Dr. Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Example, Ada, Ph.D."), Name("Ada Example", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("EXAMPLE, ADA"), Name("ADA EXAMPLE", "Ada", "Example"));
}

TEST(PersonName, KeepsAGenerationInTheFullNameOnly) {
  EXPECT_EQ(SplitPersonName("Ada Example Jr."), Name("Ada Example Jr.", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Ada Example, Jr."), Name("Ada Example Jr.", "Ada", "Example"));
  EXPECT_EQ(SplitPersonName("Ada Example III, MD"), Name("Ada Example III", "Ada", "Example"));
}

TEST(PersonName, HasNoAsidesInItsParts) {
  EXPECT_EQ(SplitPersonName("Robert (Bob) Example"), Name("Robert (Bob) Example", "Robert", "Example"));
  EXPECT_EQ(SplitPersonName("Ada Example (she/her)"), Name("Ada Example", "Ada", "Example"));
}

TEST(PersonName, OfOneWordIsWholeOnly) {
  EXPECT_EQ(SplitPersonName("Ada"), Name("Ada", "", ""));
  EXPECT_EQ(SplitPersonName("Mrs. Example"), Name("Mrs. Example", "", "Example"));
}

TEST(PersonName, InChineseOrJapaneseHasTheFamilyNameFirst) {
  EXPECT_EQ(SplitPersonName("山田太郎"), Name("山田太郎", "", ""));
  EXPECT_EQ(SplitPersonName("山田　太郎"), Name("山田 太郎", "太郎", "山田"));
}

TEST(PersonName, IsEmptyWithoutAName) {
  for (const char* printed : {"", " ", "Dr.", "Prof. Dr.", ",", ", ,", "Mr"}) {
    EXPECT_EQ(SplitPersonName(printed), PersonName{}) << printed;
  }
}

TEST(NameAffix, IsAnHonorificOrADegree) {
  for (const char* word : {"Dr.",  "DR",    "dr",  "Mr",       "Mrs.",  "Prof.", "Dipl.-Ing.", "Dr.-Ing.",
                           "Ing.", "Ph.D.", "PhD", "MBA",      "MA",    "MEd",   "M.D.",       "D.M.D.",
                           "CPA,", "Jr.",   "III", "Dott.ssa", "MUDr.", "inż."}) {
    EXPECT_TRUE(IsNameAffix(word)) << word;
  }
}

TEST(NameAffix, IsNoOrdinaryWordOrName) {
  for (const char* word : {"",         ".",
                           "Ada",      "Example",
                           "Ma",       "Do",
                           "Ing",      "Col",
                           "Med",      "Mag",
                           "D",        "B.",
                           "Director", "Diplomat",
                           "Bed",      "CEO",
                           "Street",   "Md",
                           "42",       "山田",
                           "\xFF",     "Incomprehensibilities."}) {
    EXPECT_FALSE(IsNameAffix(word)) << word;
  }
}

}  // namespace
}  // namespace kith
