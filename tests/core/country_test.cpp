// SPDX-License-Identifier: Apache-2.0
#include "core/country.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

std::string RegionOf(std::string_view name) {
  return RegionOfCountryName(name).value_or("");
}

TEST(RegionOfCountryName, KnowsEnglishNames) {
  EXPECT_EQ(RegionOf("Germany"), "DE");
  EXPECT_EQ(RegionOf("UNITED STATES"), "US");
  EXPECT_EQ(RegionOf("new zealand"), "NZ");
  EXPECT_EQ(RegionOf("Czechia"), "CZ");
  EXPECT_EQ(RegionOf("Turkey"), "TR");
  EXPECT_EQ(RegionOf("Myanmar"), "MM");
}

TEST(RegionOfCountryName, KnowsNamesInTheCountrysOwnLanguage) {
  EXPECT_EQ(RegionOf("Deutschland"), "DE");
  EXPECT_EQ(RegionOf("España"), "ES");
  EXPECT_EQ(RegionOf("Espana"), "ES");
  EXPECT_EQ(RegionOf("BRASIL"), "BR");
  EXPECT_EQ(RegionOf("Österreich"), "AT");
  EXPECT_EQ(RegionOf("Suisse"), "CH");
  EXPECT_EQ(RegionOf("Magyarország"), "HU");
  EXPECT_EQ(RegionOf("Polska"), "PL");
  EXPECT_EQ(RegionOf("Türkiye"), "TR");
  EXPECT_EQ(RegionOf("Россия"), "RU");
  EXPECT_EQ(RegionOf("日本"), "JP");
  EXPECT_EQ(RegionOf("中国"), "CN");
  EXPECT_EQ(RegionOf("香港"), "HK");
  EXPECT_EQ(RegionOf("대한민국"), "KR");
  EXPECT_EQ(RegionOf("Ελλάδα"), "GR");
}

TEST(RegionOfCountryName, KnowsWhatPeoplePrintInstead) {
  EXPECT_EQ(RegionOf("USA"), "US");
  EXPECT_EQ(RegionOf("U.S.A."), "US");
  EXPECT_EQ(RegionOf("U.S."), "US");
  EXPECT_EQ(RegionOf("U.K."), "GB");
  EXPECT_EQ(RegionOf("England"), "GB");
  EXPECT_EQ(RegionOf("UAE"), "AE");
  EXPECT_EQ(RegionOf("Holland"), "NL");
  EXPECT_EQ(RegionOf("The Netherlands"), "NL");
  EXPECT_EQ(RegionOf("Czech Republic"), "CZ");
  EXPECT_EQ(RegionOf("P.R. China"), "CN");
  EXPECT_EQ(RegionOf("Taiwan, R.O.C."), "TW");
  EXPECT_EQ(RegionOf("Hong Kong"), "HK");
  EXPECT_EQ(RegionOf("Korea"), "KR");
  EXPECT_EQ(RegionOf("Viet Nam"), "VN");
  EXPECT_EQ(RegionOf("Côte d'Ivoire"), "CI");
}

TEST(RegionOfCountryName, TakesNothingElse) {
  for (const char* name : {"", " ", "us", "Contact us", "Berlin", "Bavaria", "DE", "Mei Guo", "123", "United",
                           "Germany 10115", "\xFF"}) {
    EXPECT_EQ(RegionOf(name), "") << name;
  }
  EXPECT_EQ(RegionOf(std::string(10000, 'a')), "");
}

TEST(RegionOfHost, IsThatOfTheCountryCode) {
  EXPECT_EQ(RegionOfHost("example.co.uk"), "GB");
  EXPECT_EQ(RegionOfHost("WWW.EXAMPLE.DE"), "DE");
  EXPECT_EQ(RegionOfHost("example.com.au"), "AU");
}

TEST(RegionOfHost, IsUnknownForGenericDomainsAndThoseUsedAsSuch) {
  for (const char* host :
       {"example.com", "example.org", "example.eu", "example.io", "example.co", "www.example.tv",
        "example.me", "example.ai", "example.app", "example.zz", "example", ""}) {
    EXPECT_EQ(RegionOfHost(host), std::nullopt) << host;
  }
}

TEST(RegionOfHost, IsThatOfANationalSecondLevelUnderAGenericOne) {
  EXPECT_EQ(RegionOfHost("www.example.com.co"), "CO");
}

TEST(CountryName, IsTheEnglishOne) {
  EXPECT_EQ(CountryName("DE"), "Germany");
  EXPECT_EQ(CountryName("us"), "United States");
}

TEST(CountryName, IsEmptyForWhatIsNoRegion) {
  for (const char* region : {"", "XX", "DEU", "Germany", "1"})
    EXPECT_EQ(CountryName(region), "") << region;
}

}  // namespace
}  // namespace kith
