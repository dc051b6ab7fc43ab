// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/phone_format.h"

#include <gtest/gtest.h>

#include "core/phone_number.h"

namespace kith::tools {
namespace {

TEST(FormatGroups, JoinsTheGroupsBehindTheFirst) {
  EXPECT_EQ(FormatGroups("({1}) {-}", "415 555 0123"), "(415) 555-0123");
  EXPECT_EQ(FormatGroups("+33 (0){1} { }", "1 99 00 12 34"), "+33 (0)1 99 00 12 34");
  EXPECT_EQ(FormatGroups("0{1}/{}", "30 23125 123"), "030/23125123");
  EXPECT_EQ(FormatGroups("{1}{}", "500 000 123"), "500000123");
}

TEST(MakePhones, GivesNumbersThatAreValidInTheirCountryInEveryFormat) {
  for (const Country& country : Countries()) {
    for (int i = 0; i < 60; ++i) {
      Rng rng(7, country.region, i);
      for (const FictionalPhone& phone : MakePhones(rng, country, Domains::kRealistic)) {
        const auto parsed = ParsePhoneNumber(phone.number, country.region);
        ASSERT_TRUE(parsed.has_value()) << country.region << " " << phone.number;
        EXPECT_EQ(parsed->region, country.region) << phone.number << " as " << parsed->e164;
        EXPECT_TRUE(parsed->valid) << phone.number << " as " << parsed->e164;
      }
    }
  }
}

TEST(MakePhones, KeepsToNumbersReservedForFictionWhereThereAreAny) {
  const auto all_match = [](const std::string& region, const std::vector<std::string>& beginnings) {
    for (const Country& country : Countries()) {
      if (country.region != region) continue;
      for (int i = 0; i < 60; ++i) {
        Rng rng(8, region, i);
        for (const FictionalPhone& phone : MakePhones(rng, country, Domains::kReserved)) {
          const std::string e164 = ParsePhoneNumber(phone.number, region).value_or(PhoneNumber{}).e164;
          EXPECT_TRUE(std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
            return e164.find(beginning) != std::string::npos;
          })) << phone.number;
        }
      }
    }
  };
  all_match("US", {"55501"});
  all_match("CA", {"55501"});
  all_match("GB", {"+442079460", "+441134960", "+441214960", "+441614960", "+441314960", "+447700900"});
  all_match("FR", {"+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998"});
  all_match("SE", {"+468465004", "+463139006", "+46406280", "+469803192", "+4670174"});
}

}  // namespace
}  // namespace kith::tools
