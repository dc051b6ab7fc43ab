// SPDX-License-Identifier: Apache-2.0
#include "core/mail_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith {
namespace {

using testing::HasSubstr;

TEST(MailtoLink, KeepsEveryLetter) {
  const MailDraft draft{
      {{{}, "Ada", "ada+meetup@example.com"}}, "Sch\xC3\xB6n & gut?", "Hallo\nAda, 100 % = 1"};
  EXPECT_EQ(MailtoLink(draft).value(),
            "mailto:ada+meetup@example.com?subject=Sch%C3%B6n%20%26%20gut%3F"
            "&body=Hallo%0D%0AAda%2C%20100%20%25%20%3D%201");
}

TEST(MailtoLink, GoesToAllWhoHaveAnAddress) {
  const MailDraft draft{
      {{{}, "Ada", "ada@example.com"}, {{}, "Bo", ""}, {{}, "Zo\xC3\xAB", "zo\xC3\xAB@example.org"}}, "", ""};
  EXPECT_THAT(MailtoLink(draft).value(), HasSubstr("mailto:ada@example.com,zo%C3%AB@example.org?"));
  EXPECT_EQ(MailtoLink({}).value(), "mailto:?subject=&body=");
}

TEST(MailtoLink, TakesNoHeadersFromWhatACardSays) {
  const MailDraft draft{{{{}, "Eve", "eve@example.com?bcc=all@example.com&body=x\r\nBcc: b@example.com"}},
                        "Hello\r\nBcc: c@example.com",
                        "\r\n.\r\n"};
  const std::string link = MailtoLink(draft).value();
  EXPECT_EQ(link, "mailto:?subject=Hello%20Bcc%3A%20c%40example.com&body=%0D%0A.%0D%0A");
}

TEST(MailtoLink, IsRefusedRatherThanCut) {
  MailDraft draft{{{{}, "Ada", "ada@example.com"}}, "Hello", ""};
  const std::size_t room = kMostMailtoCharacters - MailtoLink(draft).value().size();
  draft.body = std::string(room, 'a');
  EXPECT_EQ(MailtoLink(draft).value().size(), kMostMailtoCharacters);
  draft.body += 'a';
  const Result<std::string> link = MailtoLink(draft);
  ASSERT_FALSE(link);
  EXPECT_EQ(link.error().code, ErrorCode::kNotAllowed);
  EXPECT_THAT(link.error().message, HasSubstr("1621 characters"));
  EXPECT_THAT(link.error().message, HasSubstr("Save it as a draft, or copy it"));
}

TEST(CleanMailAddress, IsOneAddressOrNothing) {
  EXPECT_EQ(CleanMailAddress(" ada@exam\r\nple.com\t"), "ada@example.com");
  EXPECT_EQ(CleanMailAddress("ada@\xC3\xA9xample.org"), "ada@\xC3\xA9xample.org");
  for (const char* text :
       {"", "ada", "@example.com", "ada@", "ada@example.com,ben@example.com",
        "ada@example.com ben@example.com", "<ada@example.com>", "a:b@example.com;", "\"a\"@example.com"})
    EXPECT_EQ(CleanMailAddress(text), "") << text;
}

TEST(RecipientsText, NamesThemWithTheirAddresses) {
  const MailDraft draft{{{{}, "Ada", "ada@example.com"}, {{}, "Bo", ""}, {{}, "", "c@example.com"}}, "", ""};
  EXPECT_EQ(RecipientsText(draft), "Ada <ada@example.com>, c@example.com");
}

}  // namespace
}  // namespace kith
