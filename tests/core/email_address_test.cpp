// SPDX-License-Identifier: Apache-2.0
#include "core/email_address.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

std::string ParsedAddress(std::string_view text) {
  const std::optional<EmailAddress> address = ParseEmailAddress(text);
  return address ? address->ToString() : "";
}

TEST(EmailAddress, KeepsTheLocalPartAndLowersTheDomain) {
  const std::optional<EmailAddress> address = ParseEmailAddress("Ada.Example@Mail.EXAMPLE.co.uk");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->local, "Ada.Example");
  EXPECT_EQ(address->domain, "mail.example.co.uk");
  EXPECT_EQ(address->ToString(), "Ada.Example@mail.example.co.uk");
}

TEST(EmailAddress, TakesEveryCharacterOfADotAtom) {
  EXPECT_EQ(ParsedAddress("o'ada+cards_2-x@example.org"), "o'ada+cards_2-x@example.org");
}

TEST(EmailAddress, MayStandInBracketsAndAtTheEndOfASentence) {
  EXPECT_EQ(ParsedAddress(" <ada@example.com>, "), "ada@example.com");
  EXPECT_EQ(ParsedAddress("ada@example.com."), "ada@example.com");
}

TEST(EmailAddress, MayHaveADomainOfLettersBeyondAscii) {
  EXPECT_EQ(ParsedAddress("ada@b\u00FC"
                          "cher-example.de"),
            "ada@b\u00FC"
            "cher-example.de");
}

TEST(EmailAddress, NeedsBothPartsAndAKnownTopLevelDomain) {
  for (const char* text :
       {"", "@", "ada", "@example.com", "ada@", "ada@com", "ada@co.uk", "ada@example", "ada@example.con",
        "ada@@example.com", "ada@example@example.com", ".ada@example.com", "ada.@example.com",
        "a..b@example.com", "ada b@example.com", "ada@exam ple.com", "ada,b@example.com", "ada@-example.com",
        "\u00E4@example.com"}) {
    EXPECT_EQ(ParsedAddress(text), "") << text;
  }
}

TEST(EmailAddress, HasALocalPartOfAtMost64Characters) {
  EXPECT_EQ(ParsedAddress(std::string(65, 'a') + "@example.com"), "");
  EXPECT_NE(ParsedAddress(std::string(64, 'a') + "@example.com"), "");
}

}  // namespace
}  // namespace kith
