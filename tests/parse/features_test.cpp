// SPDX-License-Identifier: Apache-2.0
#include "parse/features.h"

#include <gtest/gtest.h>

namespace kith::parse {
namespace {

Piece PieceOf(const std::string& text, double height = 20) {
  Piece piece;
  piece.text = text;
  piece.tokens = Tokenize(text);
  piece.height = height;
  piece.box = {100, 100, 300, static_cast<int>(height)};
  piece.confidence = 0.95;
  piece.agreement = 1;
  return piece;
}

CardContext Context() {
  CardContext context;
  context.width = 1000;
  context.height = 600;
  context.usual_height = 20;
  return context;
}

TEST(EvidenceOf, TakesAGivenNameForAName) {
  const Evidence evidence = EvidenceOf(PieceOf("Maria Fictional"), Context());
  EXPECT_GT(evidence.name, evidence.organization);
  EXPECT_GT(evidence.name, evidence.title);
}

TEST(EvidenceOf, TakesALegalFormForAnOrganization) {
  for (const char* text :
       {"Northwind Ltd.", "Nordwind GmbH & Co. KG", "Nordvent S.A.", "Northwind Trading Pvt. Ltd."}) {
    const Evidence evidence = EvidenceOf(PieceOf(text), Context());
    EXPECT_GT(evidence.organization, evidence.name) << text;
    EXPECT_GT(evidence.organization, evidence.title) << text;
  }
}

TEST(EvidenceOf, KnowsTitlesOfSeveralLanguages) {
  for (const char* text :
       {"Software Engineer", "Gesch\u00e4ftsf\u00fchrer", "Directrice commerciale", "Dyrektor Handlowy",
        "Gerente de ventas", "Genel M\u00fcd\u00fcr", "Daglig leder", "Ingegnere"}) {
    const Evidence evidence = EvidenceOf(PieceOf(text), Context());
    EXPECT_GT(evidence.title, evidence.name) << text;
    EXPECT_GT(evidence.title, 0) << text;
  }
}

TEST(EvidenceOf, TellsAddressesOfSeveralCountries) {
  for (const char* text : {"1 Main Street, Springfield, CA 94305", "Hauptstra\u00dfe 5", "75011 Paris",
                           "12 rue de la Gare", "Via Roma 12", "London SW1A 2ET", "P.O. Box 213"}) {
    const Evidence evidence = EvidenceOf(PieceOf(text), Context());
    EXPECT_GT(evidence.address, 0.3) << text;
    EXPECT_GT(evidence.address, evidence.name) << text;
    EXPECT_GT(evidence.address, evidence.title) << text;
  }
}

TEST(EvidenceOf, CountsTheTypeSizeForANameAndAnOrganization) {
  const Evidence small = EvidenceOf(PieceOf("Qwert Zuiop", 20), Context());
  const Evidence big = EvidenceOf(PieceOf("Qwert Zuiop", 40), Context());
  EXPECT_GT(big.name, small.name);
  EXPECT_GT(big.organization, small.organization);
}

TEST(EvidenceOf, CountsTheEmailForTheName) {
  CardContext context = Context();
  const double without = EvidenceOf(PieceOf("Qwert Zuiop"), context).name;
  context.locals = {"qwert.zuiop"};
  EXPECT_GT(EvidenceOf(PieceOf("Qwert Zuiop"), context).name, without + 2);
}

TEST(EvidenceOf, TrustsHardlyLegibleTextLess) {
  Piece blurred = PieceOf("Maria Fictional");
  blurred.confidence = 0.4;
  EXPECT_LT(EvidenceOf(blurred, Context()).name, EvidenceOf(PieceOf("Maria Fictional"), Context()).name);
}

}  // namespace
}  // namespace kith::parse
