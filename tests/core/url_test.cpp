// SPDX-License-Identifier: Apache-2.0
#include "core/url.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

/// The address as ToString gives it, or "" if it isn't one.
std::string ParsedUrl(std::string_view text) {
  const std::optional<Url> url = ParseUrl(text);
  return url ? url->ToString() : "";
}

TEST(Url, IsReadWithAndWithoutAScheme) {
  EXPECT_EQ(ParsedUrl("www.example.com"), "www.example.com");
  EXPECT_EQ(ParsedUrl("example.org/path"), "example.org/path");
  EXPECT_EQ(ParsedUrl("http://x.example.com/~joe"), "http://x.example.com/~joe");
  EXPECT_EQ(ParsedUrl("HTTPS://Example.COM"), "https://example.com");
}

TEST(Url, HasALowerCaseHostAndAPathAsPrinted) {
  const std::optional<Url> url = ParseUrl("http://WWW.Example.CO.UK/Team?Id=A#Top");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "http");
  EXPECT_EQ(url->host, "www.example.co.uk");
  EXPECT_EQ(url->path, "/Team?Id=A#Top");
}

TEST(Url, KeepsAPortWithThePath) {
  const std::optional<Url> url = ParseUrl("example.com:8080/app");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->host, "example.com");
  EXPECT_EQ(url->ToString(), "example.com:8080/app");
  EXPECT_EQ(ParsedUrl("example.com:port"), "");
}

TEST(Url, MayStandInBracketsAndAtTheEndOfASentence) {
  EXPECT_EQ(ParsedUrl("<http://example.com/>"), "http://example.com/");
  EXPECT_EQ(ParsedUrl(" (www.example.com). "), "www.example.com");
}

TEST(Url, MayHaveAHostOfLettersBeyondAscii) {
  EXPECT_EQ(ParsedUrl("www.B\u00DC"
                      "CHER-example.de"),
            "www.b\u00FC"
            "cher-example.de");
  EXPECT_EQ(ParsedUrl("\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444"),
            "\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444");
}

TEST(Url, IsNotAnAbbreviationANumberOrAFile) {
  for (const char* text :
       {"e.g.",  "i.e.",   "1.5",  "10.000,00",  "St.Louis",   "Ph.D.",           "B.Sc",
        "M.Ed.", "S.p.A.", "a.m.", "report.pdf", "photo.jpeg", "192.168.1.10",    "3.14.com.5",
        "...",   "",       " ",    ".com",       "com",        "C:\\cards\\a.com"}) {
    EXPECT_EQ(ParsedUrl(text), "") << text;
  }
}

TEST(Url, IsNotAnEmailAddress) {
  EXPECT_EQ(ParsedUrl("ada@example.com"), "");
  EXPECT_EQ(ParsedUrl("mailto:ada@example.com"), "");
  EXPECT_EQ(ParsedUrl("example.com/@ada"), "example.com/@ada");
}

TEST(Url, NeedsALabelBeforeItsPublicSuffix) {
  EXPECT_EQ(ParsedUrl("co.uk"), "");
  EXPECT_EQ(ParsedUrl("www.co.uk"), "");
  EXPECT_EQ(ParsedUrl("www.com"), "");
  EXPECT_EQ(ParsedUrl("http://localhost/"), "");
}

TEST(Url, NeedsAHostThatKeepsTheRulesOfLabels) {
  for (const char* text : {"-a.example.com", "a-.com", "a..com", "a_b.com", "a b.com", "ftp://example.com",
                           "example.com/a b", "exa\xFFmple.com"}) {
    EXPECT_EQ(ParsedUrl(text), "") << text;
  }
  EXPECT_EQ(ParsedUrl(std::string(64, 'a') + ".com"), "");
  EXPECT_NE(ParsedUrl(std::string(63, 'a') + ".com"), "");
}

TEST(TopLevelDomain, IsOneOfThePublicSuffixList) {
  for (const char* label : {"com", "de", "museum", "UK", "ck", "za", "app", "\u0440\u0444", "xn--p1ai"}) {
    EXPECT_TRUE(IsTopLevelDomain(label)) << label;
  }
  for (const char* label : {"", "con", "pdf", "1", "co.uk", "louis", "example", "c"}) {
    EXPECT_FALSE(IsTopLevelDomain(label)) << label;
  }
}

TEST(RegistrableDomain, IsThePartThatSomebodyRegistered) {
  EXPECT_EQ(RegistrableDomain("africa.example.co.uk"), "example.co.uk");
  EXPECT_EQ(RegistrableDomain("www.Example.com"), "example.com");
  EXPECT_EQ(RegistrableDomain("example.com"), "example.com");
  EXPECT_EQ(RegistrableDomain("www.example.co.za"), "example.co.za");
}

TEST(RegistrableDomain, IsEmptyWhereThereIsNone) {
  for (const char* host : {"com", "co.uk", "example.invalidtld", "", "a b.com", ".com"}) {
    EXPECT_EQ(RegistrableDomain(host), "") << host;
  }
}

TEST(MailProvider, IsKnownInEveryCountryThatItServes) {
  for (const char* domain :
       {"gmail.com", "GMX.net", "gmx.at", "yahoo.co.jp", "hotmail.fr", "web.de", "qq.com", "163.com",
        "mail.ru", "yandex.kz", "seznam.cz", "uol.com.br", "naver.com", "rediffmail.com"}) {
    EXPECT_TRUE(IsMailProvider(domain)) << domain;
  }
}

TEST(MailProvider, IsNotAnOrganization) {
  for (const char* domain : {"example.com", "gmail.example.com", "notgmail.com", "com", ""}) {
    EXPECT_FALSE(IsMailProvider(domain)) << domain;
  }
}

}  // namespace
}  // namespace kith
