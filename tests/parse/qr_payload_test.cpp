// SPDX-License-Identifier: Apache-2.0
#include "parse/qr_payload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::parse {
namespace {

using testing::ElementsAre;

TEST(ParseQrPayload, ReadsVcard3) {
  const auto details = ParseQrPayload(
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Ada;;Dr.;\r\nFN:Dr. Ada Example\r\nORG:Example\\, "
      "Inc.;Research\r\n"
      "TITLE:Engineer\r\nTEL;TYPE=CELL:+1 415 555 0123\r\nTEL;TYPE=WORK,FAX:+1 415 555 0124\r\n"
      "item1.EMAIL;TYPE=INTERNET:ada@example.com\r\nURL:https://example.com/ada\r\n"
      "ADR;TYPE=WORK:;;1 Main St;Springfield;CA;94305;USA\r\nBDAY:1990-02-03\r\nEND:VCARD\r\n",
      {"US"});
  ASSERT_TRUE(details);
  EXPECT_EQ(details->name.full, "Dr. Ada Example");
  EXPECT_EQ(details->name.given, "Ada");
  EXPECT_EQ(details->name.family, "Example");
  EXPECT_EQ(details->organization, "Example, Inc.");
  EXPECT_EQ(details->department, "Research");
  EXPECT_THAT(details->titles, ElementsAre("Engineer"));
  ASSERT_EQ(details->phones.size(), 2U);
  EXPECT_EQ(details->phones[0].number, "+14155550123");
  EXPECT_EQ(details->phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(details->phones[1].type, PhoneType::kFax);
  EXPECT_THAT(details->emails, ElementsAre("ada@example.com"));
  EXPECT_THAT(details->urls, ElementsAre("https://example.com/ada"));
  EXPECT_THAT(details->addresses, ElementsAre("1 Main St, Springfield, CA, 94305, USA"));
  EXPECT_EQ(details->notes, "Birthday: 1990-02-03");
}

TEST(ParseQrPayload, ReadsVcard21WithQuotedPrintable) {
  const auto details = ParseQrPayload(
      "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCster;J=\n=C3=B6rg\n"
      "TEL;CELL;VOICE:+49 151 23456789\nEND:VCARD",
      {});
  ASSERT_TRUE(details);
  EXPECT_EQ(details->name.full, "J\u00f6rg M\u00fcster");
  ASSERT_EQ(details->phones.size(), 1U);
  EXPECT_EQ(details->phones[0].type, PhoneType::kMobile);
}

TEST(ParseQrPayload, UnfoldsVcard4AndReadsTelUris) {
  const auto details = ParseQrPayload(
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Exa\r\n "
      "mple\r\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+1-415-555-0123\r\nEND:VCARD",
      {});
  ASSERT_TRUE(details);
  EXPECT_EQ(details->name.full, "Ada Example");
  ASSERT_EQ(details->phones.size(), 1U);
  EXPECT_EQ(details->phones[0].number, "+14155550123");
}

TEST(ParseQrPayload, ReadsHandles) {
  const auto details = ParseQrPayload(
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\n"
      "X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/ada\r\n"
      "X-SOCIALPROFILE;TYPE=WeChat;X-USER=ada_example:x-apple:ada_example\r\n"
      "IMPP:skype:ada.example\r\nEND:VCARD",
      {});
  ASSERT_TRUE(details);
  EXPECT_THAT(details->handles, ElementsAre("X: ada", "WeChat: ada_example", "Skype: ada.example"));
}

TEST(ParseQrPayload, ReadsTheNameInAnotherScript) {
  auto details =
      ParseQrPayload("MECARD:N:\u5c71\u7530,\u82b1\u5b50;SOUND:\u30e4\u30de\u30c0,\u30cf\u30ca\u30b3;;", {});
  ASSERT_TRUE(details);
  EXPECT_THAT(details->other_names, ElementsAre("\u30e4\u30de\u30c0 \u30cf\u30ca\u30b3"));
  details = ParseQrPayload(
      "BEGIN:VCARD\nVERSION:4.0\nNICKNAME:Adie\nFN:Ada Example\nNICKNAME:\u30a8\u30a4\u30c0\nEND:VCARD", {});
  ASSERT_TRUE(details);
  EXPECT_THAT(details->other_names, ElementsAre("\u30a8\u30a4\u30c0"));
}

TEST(ParseQrPayload, ReadsMecard) {
  const auto details = ParseQrPayload(
      "MECARD:N:Example,Ada;TEL:+14155550123;EMAIL:ada@example.com;URL:http\\://example.com;NOTE:a\\;b;;",
      {});
  ASSERT_TRUE(details);
  EXPECT_EQ(details->name.full, "Ada Example");
  EXPECT_EQ(details->name.family, "Example");
  EXPECT_THAT(details->emails, ElementsAre("ada@example.com"));
  EXPECT_THAT(details->urls, ElementsAre("http://example.com"));
  EXPECT_EQ(details->notes, "a;b");
}

TEST(ParseQrPayload, ReadsLinks) {
  EXPECT_THAT(ParseQrPayload("https://example.com/ada", {})->urls, ElementsAre("https://example.com/ada"));
  EXPECT_THAT(ParseQrPayload("mailto:ada@example.com?subject=Hi", {})->emails,
              ElementsAre("ada@example.com"));
  EXPECT_EQ(ParseQrPayload("tel:+14155550123", {})->phones.at(0).number, "+14155550123");
}

TEST(ParseQrPayload, LeavesOtherCodesAlone) {
  EXPECT_FALSE(ParseQrPayload("WIFI:S:guest;T:WPA;P:secret;;", {}));
  EXPECT_FALSE(ParseQrPayload("4006381333931", {}));
  EXPECT_FALSE(ParseQrPayload("", {}));
}

TEST(ParseQrPayload, SurvivesBrokenCards) {
  EXPECT_FALSE(ParseQrPayload("BEGIN:VCARD", {}));
  const auto details = ParseQrPayload("BEGIN:VCARD\nFN:Ada=\nTEL\n;;;\nN:\\", {});
  ASSERT_TRUE(details);
  EXPECT_EQ(details->name.full, "Ada=");
}

}  // namespace
}  // namespace kith::parse
