// SPDX-License-Identifier: Apache-2.0
#include "core/phone_number.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

/// E.164, " x<extension>" if there is one, "?" behind what isn't valid; "" for no number.
std::string Parsed(std::string_view text, std::string_view region) {
  const std::optional<PhoneNumber> number = ParsePhoneNumber(text, region);
  if (!number) return "";
  return number->e164 + (number->extension.empty() ? "" : " x" + number->extension) +
         (number->valid ? "" : "?");
}

TEST(PhoneNumber, IsReadInTheWaysThatCardsPrintIt) {
  EXPECT_EQ(Parsed("(415) 555-0123", "US"), "+14155550123");
  EXPECT_EQ(Parsed("+1.617.555.0123", ""), "+16175550123");
  EXPECT_EQ(Parsed("1-617-555-0123", "US"), "+16175550123");
  EXPECT_EQ(Parsed("Tel.: +49 30 23125 000", ""), "+493023125000");
  EXPECT_EQ(Parsed("030/23125-000", "DE"), "+493023125000");
  EXPECT_EQ(Parsed("01 99 00 12 34", "FR"), "+33199001234");
  EXPECT_EQ(Parsed("020 7946 0123", "GB"), "+442079460123");
  EXPECT_EQ(Parsed("(+44) 20 7946 0123", ""), "+442079460123");
  EXPECT_EQ(Parsed("(02) 5550 1234", "AU"), "+61255501234");
}

TEST(PhoneNumber, MayHaveSlashesBehindTheCountryCode) {
  EXPECT_EQ(Parsed("+212/6 12 34 56 78", ""), "+212612345678");
  EXPECT_EQ(Parsed("+49/30/23125000", ""), "+493023125000");
}

TEST(PhoneNumber, LosesTheBracketedZeroWhereItIsNotDialledFromAbroad) {
  EXPECT_EQ(Parsed("+44 (0)20 7946 0123", ""), "+442079460123");
  EXPECT_EQ(Parsed("+49 (0) 30 23125-000", ""), "+493023125000");
  EXPECT_EQ(Parsed("+34 (0)91 012 34 56", ""), "+34910123456");
  EXPECT_EQ(Parsed("0044 (0) 20 7946 0123", "GB"), "+442079460123");
  EXPECT_EQ(Parsed("+39 (0)6 1234 5678", ""), "+390612345678") << "in Italy the zero belongs to the number";
}

TEST(PhoneNumber, HasAnExtensionInManyWords) {
  for (const char* text :
       {"617-555-0123 ext 42", "617-555-0123 Ext. 42", "617-555-0123ext42", "617-555-0123ex42",
        "617-555-0123 x42", "617-555-0123 EXT: 42", "617-555-0123, extension 42", "617-555-0123 (ext. 42)",
        "617-555-0123 Poste 42", "617-555-0123 ramal 42", "617-555-0123 #42", "617-555-0123 int. 42"}) {
    EXPECT_EQ(Parsed(text, "US"), "+16175550123 x42") << text;
  }
  EXPECT_EQ(Parsed("617-555-0123 ext5501", "US"), "+16175550123 x5501");
}

TEST(PhoneNumber, IsTheFirstOfTwoThatDifferInTheirLastDigits) {
  EXPECT_EQ(Parsed("+1 617 555 0123/25", ""), "+16175550123");
  EXPECT_EQ(Parsed("+212 522 12 34 56/57", ""), "+212522123456");
}

TEST(PhoneNumber, IsNotAnExtensionAlone) {
  EXPECT_EQ(Parsed("ext. 42", "US"), "");
  EXPECT_EQ(Parsed("x12345", "US"), "");
}

TEST(PhoneNumber, MayBeSpelledInCapitals) {
  EXPECT_EQ(Parsed("1-888-EXAMPLE", "US"), "+18883926753");
  EXPECT_EQ(Parsed("+1 800 EXAMPLE", ""), "+18003926753");
}

TEST(PhoneNumber, MayHaveACountryCodeWithoutItsPlusSign) {
  EXPECT_EQ(Parsed("65 6123 4567", "SG"), "+6561234567");
  EXPECT_EQ(Parsed("81 3 1234 5678", "JP"), "+81312345678");
  EXPECT_EQ(Parsed("(49) 30 23125 000", "DE"), "+493023125000");
  EXPECT_EQ(Parsed("49 (0) 30 23125 000", "DE"), "+493023125000");
}

TEST(PhoneNumber, IsNationalWhereTheDigitsOnlyHappenToBeginLikeTheCountryCode) {
  EXPECT_EQ(Parsed("91234 56789", "IN"), "+919123456789");
  EXPECT_EQ(Parsed("(55) 99123-4567", "BR"), "+5555991234567");
}

TEST(PhoneNumber, MayHaveTheInternationalPrefixInstead) {
  EXPECT_EQ(Parsed("0049 30 23125 000", "DE"), "+493023125000");
  EXPECT_EQ(Parsed("0049 30 23125 000", "US"), "+493023125000");
  EXPECT_EQ(Parsed("00 49 30 23125 000", ""), "+493023125000");
  EXPECT_EQ(Parsed("011 49 30 23125 000", "US"), "+493023125000");
  EXPECT_EQ(Parsed("+0049 30 23125 000", ""), "+493023125000");
}

TEST(PhoneNumber, MayBeInDigitsOfAnotherScript) {
  EXPECT_EQ(Parsed("\uFF0B\uFF11 \uFF16\uFF11\uFF17 \uFF15\uFF15\uFF15 \uFF10\uFF11\uFF12\uFF13", ""),
            "+16175550123");
}

TEST(PhoneNumber, NeedsARegionUnlessItIsInternational) {
  EXPECT_EQ(Parsed("(415) 555-0123", ""), "");
  EXPECT_EQ(Parsed("(415) 555-0123", "XX"), "");
}

TEST(PhoneNumber, IsMarkedWhereOnlyItsLengthIsPossible) {
  EXPECT_EQ(Parsed("+1 123 555 0123", ""), "+11235550123?");
  EXPECT_EQ(Parsed("07700 900123", "GB"), "+447700900123?");
}

TEST(PhoneNumber, IsNotWhatMerelyHasDigits) {
  for (const char* text :
       {"", "abc", "+", "12", "1.5", "Suite 200", "2021 Main St", "2021 Main Street 55", "555-0123",
        "10115 Berlin", "123 EXAMPLE AVENUE", "12345678901234567890123", "+999 12345"}) {
    EXPECT_EQ(Parsed(text, "US"), "") << text;
  }
}

TEST(PhoneNumber, KnowsItsRegionAndTypeWhereThePlanTellsThem) {
  const auto mobile = ParsePhoneNumber("+33 6 12 34 56 78", "");
  ASSERT_TRUE(mobile);
  EXPECT_EQ(mobile->region, "FR");
  EXPECT_EQ(mobile->type, PhoneType::kMobile);

  const auto fixed = ParsePhoneNumber("+49 30 23125 000", "");
  ASSERT_TRUE(fixed);
  EXPECT_EQ(fixed->region, "DE");
  EXPECT_EQ(fixed->type, PhoneType::kWork);

  const auto american = ParsePhoneNumber("+1 416 555 0123", "US");
  ASSERT_TRUE(american);
  EXPECT_EQ(american->region, "CA");
  EXPECT_EQ(american->type, std::nullopt);
}

TEST(PhoneNumber, OfNoCountryHasNoRegion) {
  const auto number = ParsePhoneNumber("+800 1234 5678", "");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->region, "");
}

TEST(PhoneNumber, IsReadAlikeInEveryThread) {
  std::vector<std::string> read(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& one : read) {
      threads.emplace_back([&one] {
        for (int i = 0; i < 50; ++i)
          one = Parsed("030/23125-000", "DE");
      });
    }
  }
  EXPECT_THAT(read, testing::Each("+493023125000"));
}

TEST(FindPhoneNumbers, GivesThePlacesInBytesFromLeftToRight) {
  const std::string text = "B\u00FCro: 030 23125 000, mobil +33 6 12 34 56 78";
  const std::vector<PhoneMatch> matches = FindPhoneNumbers(text, "DE");
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(text.substr(matches[0].begin, matches[0].end - matches[0].begin), "030 23125 000");
  EXPECT_EQ(matches[0].number.e164, "+493023125000");
  EXPECT_TRUE(matches[0].number.valid);
  EXPECT_EQ(text.substr(matches[1].begin, matches[1].end - matches[1].begin), "+33 6 12 34 56 78");
}

TEST(FindPhoneNumbers, LeavesDatesPostcodesAndBrokenTextAlone) {
  EXPECT_TRUE(FindPhoneNumbers("10115 Berlin, 2026-11-23, DE123456789", "DE").empty());
  EXPECT_TRUE(FindPhoneNumbers("\xFF\xFE", "DE").empty());
  EXPECT_TRUE(FindPhoneNumbers("", "").empty());
}

TEST(FormatPhoneForPeople, WritesTheInternationalForm) {
  EXPECT_EQ(FormatPhoneForPeople("+14155550123"), "+1 415-555-0123");
  EXPECT_EQ(FormatPhoneForPeople("+493023125000"), "+49 30 23125000");
  EXPECT_EQ(FormatPhoneForPeople("+390612345678"), "+39 06 1234 5678");  // a zero that belongs to it
  EXPECT_EQ(FormatPhoneForPeople("+78005550123"), "+7 800 555-01-23");   // 8 is what Russia dials first
  EXPECT_EQ(FormatPhoneForPeople("+5491123456789"), "+54 9 11 2345-6789");
  EXPECT_EQ(FormatPhoneForPeople("+80012345678"), "+800 1234 5678");  // of no country
}

TEST(FormatPhoneForPeople, LeavesWhatIsNotE164AsItIs) {
  for (const char* text : {"", "+", "(415) 555-0123", "+1 415", "+abc"})
    EXPECT_EQ(FormatPhoneForPeople(text), text);
}

TEST(CallingCode, BelongsToARegion) {
  EXPECT_EQ(CallingCode("US"), 1);
  EXPECT_EQ(CallingCode("de"), 49);
  EXPECT_EQ(CallingCode("XX"), std::nullopt);
  EXPECT_EQ(CallingCode(""), std::nullopt);
}

}  // namespace
}  // namespace kith
