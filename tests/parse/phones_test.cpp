// SPDX-License-Identifier: Apache-2.0
#include "parse/phones.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::pair<std::string, PhoneType>> Phones(std::string_view text,
                                                      const std::string& region = "US") {
  std::vector<std::pair<std::string, PhoneType>> found;
  for (const FoundPhone& phone : FindPhones(text, {region}))
    found.emplace_back(phone.phone.number, phone.phone.type);
  return found;
}

TEST(FindPhones, ReadsLabelsBeforeTheNumbers) {
  EXPECT_THAT(Phones("Tel: (415) 555-0123 Fax: (415) 555-0124"),
              ElementsAre(Pair("+14155550123", PhoneType::kWork), Pair("+14155550124", PhoneType::kFax)));
  EXPECT_THAT(Phones("Office Fax no. 415 555 0124"), ElementsAre(Pair("+14155550124", PhoneType::kFax)));
  EXPECT_THAT(Phones("M 415-555-0123"), ElementsAre(Pair("+14155550123", PhoneType::kMobile)));
}

TEST(FindPhones, ReadsLabelsBehindTheNumbers) {
  EXPECT_THAT(Phones("415.555.0123 cell 415.555.0124 fax"),
              ElementsAre(Pair("+14155550123", PhoneType::kMobile), Pair("+14155550124", PhoneType::kFax)));
}

TEST(FindPhones, TakesTelAndFaxTogetherForAPhone) {
  EXPECT_THAT(Phones("Tel/Fax: 415 555 0123"), ElementsAre(Pair("+14155550123", PhoneType::kWork)));
}

TEST(FindPhones, KnowsLabelsOfOtherLanguages) {
  EXPECT_THAT(Phones("Handy 0151 23456789", "DE"), ElementsAre(Pair("+4915123456789", PhoneType::kMobile)));
  EXPECT_THAT(Phones("Cel. 55 1234 5678", "MX"), ElementsAre(Pair("+525512345678", PhoneType::kMobile)));
}

TEST(FindPhones, UsesTheNumberingPlanWhereNoLabelIs) {
  EXPECT_THAT(Phones("+33 6 12 34 56 78"), ElementsAre(Pair("+33612345678", PhoneType::kMobile)));
}

TEST(FindPhones, SplitsNumbersThatShareALine) {
  EXPECT_THAT(Phones("T +44 20 7946 0123 / +44 20 7946 0124"),
              ElementsAre(Pair("+442079460123", testing::_), Pair("+442079460124", testing::_)));
}

TEST(FindPhones, KeepsTheFirstNumberOfARange) {
  EXPECT_THAT(Phones("Tel. +212 522 98 57 02/12"), ElementsAre(Pair("+212522985702", PhoneType::kWork)));
  EXPECT_EQ(FindPhones("Tel. 02 1234 5678 90", {"IT"})[0].phone.raw, "02 1234 5678 90")
      << "no sign of a range";
}

TEST(FindPhones, TakesExtensions) {
  const auto phones = FindPhones("Tel 415 555 0123 ext. 156", {"US"});
  ASSERT_EQ(phones.size(), 1U);
  EXPECT_EQ(phones[0].phone.number, "+14155550123");
  EXPECT_EQ(phones[0].phone.extension, "156");
}

TEST(FindPhones, ReadsVanityNumbers) {
  const auto phones = FindPhones("1-800-555-KITH", {"US"});
  ASSERT_EQ(phones.size(), 1U);
  EXPECT_EQ(phones[0].phone.raw, "1-800-555-KITH");
}

TEST(FindPhones, ReadsLettersThatStandForDigits) {
  EXPECT_THAT(Phones("Tel (4l5) 555-Ol23"), ElementsAre(Pair("+14155550123", PhoneType::kWork)));
}

TEST(FindPhones, LeavesOtherNumbersAlone) {
  EXPECT_THAT(Phones("Springfield, CA 94305-9505"), IsEmpty());
  EXPECT_THAT(Phones("P.O. Box 2136111"), IsEmpty());
  EXPECT_THAT(Phones("VAT 123456789"), IsEmpty());
  EXPECT_THAT(Phones("Plot 108/25/43"), IsEmpty());
  EXPECT_THAT(Phones("12.10.2024"), IsEmpty());
  EXPECT_THAT(Phones("Suite 1200, 17 Main Street"), IsEmpty());
}

TEST(FindPhones, TakesANumberThatFillsItsLine) {
  EXPECT_THAT(Phones("12 345 67 89"), ElementsAre(Pair(testing::_, PhoneType::kWork)));
  EXPECT_THAT(Phones("12 345 67 89 pieces"), IsEmpty());
}

TEST(FindPhones, TrustsANumberThatNoPlanHasLessThanAValidOne) {
  const auto unassigned = FindPhones("(123) 456-7890", {"US"});
  const auto valid = FindPhones("(650) 253-0000", {"US"});
  ASSERT_EQ(unassigned.size(), 1U);
  ASSERT_EQ(valid.size(), 1U);
  EXPECT_LT(unassigned[0].quality, valid[0].quality);
}

TEST(FindPhones, TriesTheRegionsInTheirOrder) {
  const auto phones = FindPhones("020 7946 0123", {"US", "GB"});
  ASSERT_EQ(phones.size(), 1U);
  EXPECT_EQ(phones[0].phone.number, "+442079460123");
}

TEST(FindPhones, LeavesPostalCodesOfJapanIndiaAndChina) {
  const Label nearby{PhoneType::kWork, {}};
  EXPECT_THAT(FindPhones("690-0826", {"JP"}, nearby), IsEmpty());
  EXPECT_THAT(FindPhones("T690-0826", {"JP"}), IsEmpty());
  EXPECT_THAT(FindPhones("F 690-0826", {"JP"}), IsEmpty());
  EXPECT_THAT(FindPhones("100999", {"CN"}, nearby), IsEmpty());
  EXPECT_THAT(FindPhones("560 001", {"IN"}, nearby), IsEmpty());
  EXPECT_EQ(FindPhones("Tel 555-0123", {"JP"}).size(), 1u);
  EXPECT_EQ(FindPhones("555-0123", {"US"}, nearby).size(), 1u);
}

}  // namespace
}  // namespace kith::parse
