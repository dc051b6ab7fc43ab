// SPDX-License-Identifier: Apache-2.0
#include "core/postal_address.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

std::string Split(std::string_view address) {
  const PostalAddress parts = SplitPostalAddress(address);
  return parts.street + "|" + parts.city + "|" + parts.region + "|" + parts.postal_code + "|" + parts.country;
}

TEST(PostalAddress, SplitsAmericanAddresses) {
  EXPECT_EQ(Split("1 Main St, Springfield, IL 62700"), "1 Main St|Springfield|IL|62700|");
  EXPECT_EQ(Split("340 S. Example Avenue, Suite 4000, Maple Grove, Minnesota 55300-0012, USA"),
            "340 S. Example Avenue, Suite 4000|Maple Grove|Minnesota|55300-0012|USA");
  EXPECT_EQ(Split("9333 South Example Avenue Oak Grove, IL 60400"),
            "9333 South Example Avenue|Oak Grove|IL|60400|");
  EXPECT_EQ(Split("123 West Example Street, Fairhaven, NY10999"),
            "123 West Example Street|Fairhaven|NY|10999|");
  EXPECT_EQ(Split("Fairhaven, NY, USA"), "|Fairhaven|NY||USA");
  EXPECT_EQ(Split("32 Example Ln. • Fairhaven, Oklahoma"), "32 Example Ln.|Fairhaven|Oklahoma||");
  EXPECT_EQ(Split("12 Example Blvd, Cedar Falls, West Virginia, 25400"),
            "12 Example Blvd|Cedar Falls|West Virginia|25400|");
}

TEST(PostalAddress, SplitsAddressesWithTheCityBehindThePostcode) {
  EXPECT_EQ(Split("Beispielstraße 12, 10999 Berlin"), "Beispielstraße 12|Berlin||10999|");
  EXPECT_EQ(Split("Hafenweg 3, D-26999 Nordhagen, Deutschland"), "Hafenweg 3|Nordhagen||26999|Deutschland");
  EXPECT_EQ(Split("Am Ring 4 · 60999 Frankfurt am Main"), "Am Ring 4|Frankfurt am Main||60999|");
  EXPECT_EQ(Split("15, rue de l'Exemple - 75999 Paris"), "15, rue de l'Exemple|Paris||75999|");
  EXPECT_EQ(Split("Rue Exemple 3 - 1000 Brussels • Belgium"), "Rue Exemple 3|Brussels||1000|Belgium");
  EXPECT_EQ(Split("Keizerslaan 7, 1099 ZZ Amsterdam, The Netherlands"),
            "Keizerslaan 7|Amsterdam||1099 ZZ|The Netherlands");
  EXPECT_EQ(Split("Příkladná 5, 110 99 Praha 1"), "Příkladná 5|Praha 1||110 99|");
  EXPECT_EQ(Split("Przykładowa 8, 00-999 Warszawa"), "Przykładowa 8|Warszawa||00-999|");
  EXPECT_EQ(Split("Via Esempio, 9, 20199 Milano (MI)"), "Via Esempio, 9|Milano|MI|20199|");
  EXPECT_EQ(Split("Calle Ejemplo 8, C.P. 06999 Ciudad de México"),
            "Calle Ejemplo 8|Ciudad de México||06999|");
  EXPECT_EQ(Split("4 rue Exemple, L-1999 Luxembourg"), "4 rue Exemple|Luxembourg||1999|Luxembourg");
}

TEST(PostalAddress, SplitsAddressesWithTheCityBeforeThePostcode) {
  EXPECT_EQ(Split("39-45 Example Square, City Gate House, London EC2X 9ZZ, United Kingdom"),
            "39-45 Example Square, City Gate House|London||EC2X 9ZZ|United Kingdom");
  EXPECT_EQ(Split("4 Mill Lane, Oakhampton, Devon OX9 3ZY"), "4 Mill Lane|Oakhampton|Devon|OX9 3ZY|");
  EXPECT_EQ(Split("131 Main Street, Marlbury, MB12 7QD, UK"), "131 Main Street|Marlbury||MB12 7QD|UK");
  EXPECT_EQ(Split("Queen's Road 125, MB3 4AU, Marlbury, UK"), "Queen's Road 125|Marlbury||MB3 4AU|UK");
  EXPECT_EQ(Split("12 Lake Road, Birch Harbour, NS B0X 0X0"), "12 Lake Road|Birch Harbour|NS|B0X 0X0|");
  EXPECT_EQ(Split("Level 2, 8 Reef Street, Sydney NSW 2999"), "Level 2, 8 Reef Street|Sydney|NSW|2999|");
  EXPECT_EQ(Split("GPO Box 9999, Wattle Creek, South Australia 5999"),
            "GPO Box 9999|Wattle Creek|South Australia|5999|");
  EXPECT_EQ(Split("4th Floor, Example Road, Hyderabad - 500 999 (T.S.)"),
            "4th Floor, Example Road|Hyderabad|T.S.|500 999|");
  EXPECT_EQ(Split("Example Nagar, Hyderabad 500 999. Telangana State, India"),
            "Example Nagar|Hyderabad|Telangana State|500 999|India");
  EXPECT_EQ(Split("2-7-7-9F Example-building, Minato-ku, Tokyo 105-9999, JAPAN"),
            "2-7-7-9F Example-building, Minato-ku|Tokyo||105-9999|JAPAN");
  EXPECT_EQ(Split("1-1, Reimachi, Hitachi-shi, Ibaraki-ken, 319-9999 Japan"),
            "1-1, Reimachi|Hitachi-shi|Ibaraki-ken|319-9999|Japan");
  EXPECT_EQ(Split("2-10 Reimachi, Sakura City, Shimane, 690-9999 JAPAN"),
            "2-10 Reimachi|Sakura City|Shimane|690-9999|JAPAN");
  EXPECT_EQ(Split("5, Example-ro, Gangnam-gu, Seoul 06999, Korea"),
            "5, Example-ro, Gangnam-gu|Seoul||06999|Korea");
  EXPECT_EQ(Split("No. 5 Example Road, Pudong, Shanghai 201999, China"),
            "No. 5 Example Road, Pudong|Shanghai||201999|China");
}

TEST(PostalAddress, SplitsAddressesInJapaneseScript) {
  EXPECT_EQ(Split("〒105-9999 東京都港区見本町2丁目11-16(見本ビル4F)"),
            "見本町2丁目11-16(見本ビル4F)|港区|東京都|105-9999|");
  EXPECT_EQ(Split("〒550-9999 大阪府大阪市西区見本町 1-2-17"), "西区見本町 1-2-17|大阪市|大阪府|550-9999|");
  EXPECT_EQ(Split("島根県松江市見本町2-1 〒690-9999"), "見本町2-1|松江市|島根県|690-9999|");
  EXPECT_EQ(SplitPostalAddress("見本ビル4F"), PostalAddress());
}

TEST(PostalAddress, TakesTheCityBeforeACountryWithoutAPostcode) {
  EXPECT_EQ(Split("Example Tower, Chiromo Road, Nairobi, Kenya"),
            "Example Tower, Chiromo Road|Nairobi|||Kenya");
  EXPECT_EQ(Split("PO Box 219999, Dubai, United Arab Emirates"),
            "PO Box 219999|Dubai|||United Arab Emirates");
  EXPECT_EQ(Split("PO Box 9999, Dubai, United Arab Emirates"), "PO Box 9999|Dubai|||United Arab Emirates");
  EXPECT_EQ(Split("Tour Exemple, 16ème étage, Casablanca - Maroc"),
            "Tour Exemple, 16ème étage|Casablanca|||Maroc");
}

TEST(PostalAddress, IsEmptyWhereNothingSaysWhereTheCityStands) {
  EXPECT_EQ(SplitPostalAddress("Example Tower, Chiromo Road, Nairobi"), PostalAddress());
  EXPECT_EQ(SplitPostalAddress("1 Main St, Springfield"), PostalAddress());
  EXPECT_EQ(SplitPostalAddress("1001 Ta Example Road"), PostalAddress());
  EXPECT_EQ(SplitPostalAddress(""), PostalAddress());
  EXPECT_EQ(SplitPostalAddress(" , ,"), PostalAddress());
}

TEST(PostalAddress, DoesNotTakeACityThatItCannotPartFromTheStreet) {
  EXPECT_EQ(Split("Office 11, Example Mehta Road Example (West) Mumbai Central East 400 999, India"),
            "Office 11, Example Mehta Road Example (West) Mumbai Central East|||400 999|India");
  EXPECT_EQ(Split("Whitehall London SW1X 9ZZ, UK"), "Whitehall London|||SW1X 9ZZ|UK");
}

}  // namespace
}  // namespace kith
