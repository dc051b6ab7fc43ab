// SPDX-License-Identifier: Apache-2.0
#include "parse/web.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::parse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Values(const std::vector<WebMatch>& matches) {
  std::vector<std::string> values;
  for (const WebMatch& match : matches)
    values.push_back(match.value);
  return values;
}

std::vector<std::string> Emails(std::string_view text) {
  return Values(FindEmails(text));
}

std::vector<std::string> Urls(std::string_view text) {
  return Values(FindUrls(text, FindEmails(text)));
}

TEST(FindEmails, TakesTheLabelAway) {
  EXPECT_THAT(Emails("E-mail:anna@example.org"), ElementsAre("anna@example.org"));
  EXPECT_THAT(Emails("e: anna.example@example.co.uk"), ElementsAre("anna.example@example.co.uk"));
  EXPECT_THAT(Emails("emai.anna.example@example.org"), ElementsAre("anna.example@example.org"));
}

TEST(FindEmails, FindsSeveralOnALine) {
  EXPECT_THAT(Emails("anna@example.org / ben@example.com"),
              ElementsAre("anna@example.org", "ben@example.com"));
  EXPECT_THAT(Emails("anna@example.org,ben@example.com"), ElementsAre("anna@example.org", "ben@example.com"));
}

TEST(FindEmails, TakesSpacesOut) {
  EXPECT_THAT(Emails("anna@ example .org"), ElementsAre("anna@example.org"));
  EXPECT_THAT(Emails("anna.example @example.org"), ElementsAre("anna.example@example.org"));
}

TEST(FindEmails, PutsMisreadMarksRight) {
  EXPECT_THAT(Emails("anna\u00a9example.org"), ElementsAre("anna@example.org"));
  EXPECT_THAT(Emails("anna@example,com"), ElementsAre("anna@example.com"));
  EXPECT_THAT(Emails("anna@example.corn"), ElementsAre("anna@example.com"));
  EXPECT_THAT(Emails("ANNAGHOTMAIL.com"), ElementsAre("ANNA@HOTMAIL.com"));
}

TEST(FindEmails, TrustsRepairedOnesLess) {
  EXPECT_EQ(FindEmails("anna@example.com").at(0).quality, 1);
  EXPECT_LT(FindEmails("anna@example,com").at(0).quality, 0.9);
}

TEST(FindEmails, JoinsAGivenNameThatLostItsDot) {
  EXPECT_THAT(Emails("anna mustermann@example.org"), ElementsAre("anna.mustermann@example.org"));
  EXPECT_THAT(Emails("anna anna@example.org"), ElementsAre("anna@example.org"));
}

TEST(FindEmails, RefusesWhatHasNoTopLevelDomain) {
  EXPECT_THAT(Emails("anna@example"), IsEmpty());
  EXPECT_THAT(Emails("@annaexample"), IsEmpty());
}

TEST(FindUrls, FindsMarkedAndBareHosts) {
  EXPECT_THAT(Urls("Web: www.example.org/anna"), ElementsAre("www.example.org/anna"));
  EXPECT_THAT(Urls("example.com"), ElementsAre("example.com"));
  EXPECT_THAT(Urls("http://www.example.org/~anna"), ElementsAre("http://www.example.org/~anna"));
}

TEST(FindUrls, PutsTheBeginningRight) {
  EXPECT_THAT(Urls("Wwww.example.org"), ElementsAre("www.example.org"));
  EXPECT_THAT(Urls("www,example.org"), ElementsAre("www.example.org"));
  EXPECT_THAT(Urls("www. example .org"), ElementsAre("www.example.org"));
  EXPECT_THAT(Urls("http://Avww.example.org/en"), ElementsAre("http://www.example.org/en"));
}

TEST(FindUrls, JoinsASubdomainThatLostItsDot) {
  EXPECT_THAT(Urls("africa example.com"), ElementsAre("africa.example.com"));
  EXPECT_THAT(Urls("visit example.com"), ElementsAre("example.com"));
}

TEST(FindUrls, LeavesEmailAddressesAndAbbreviationsAlone) {
  EXPECT_THAT(Urls("anna@example.org"), IsEmpty());
  EXPECT_THAT(Urls("Example Co.Ltd Tel.no B.Sc"), IsEmpty());
}

TEST(FindEmailsOfHost, ReadsALetterAsTheAtThatTheHostConfirms) {
  EXPECT_THAT(Values(FindEmailsOfHost("annaQexample.org", "example.org")), ElementsAre("anna@example.org"));
  EXPECT_THAT(Values(FindEmailsOfHost("www.example.org", "example.org")), IsEmpty());
}

TEST(WithDomain, ReplacesTheRegisteredPartOnly) {
  EXPECT_EQ(WithDomain("www.exarnple.org/a", "example.org"), "www.example.org/a");
  EXPECT_EQ(WithDomain("Anna@mail.exarnple.org", "example.org"), "Anna@mail.example.org");
}

TEST(DomainOf, TakesEveryLabelBelowTheReservedNamesForASite) {
  EXPECT_EQ(DomainOf("www.northwind.example.org/a"), "northwind.example.org");
  EXPECT_EQ(DomainOf("ada@mail.northwind.example.com"), "northwind.example.com");
  EXPECT_EQ(DomainOf("www.example.com"), "example.com");
  EXPECT_EQ(DomainOf("ada@example.net"), "example.net");
  EXPECT_EQ(DomainOf("ada@mail.kith.co.uk"), "kith.co.uk");
}

TEST(FindEmails, JoinsAnInitialThatWasTornOff) {
  EXPECT_THAT(Emails("a. example@example.org"), ElementsAre("a.example@example.org"));
  EXPECT_THAT(Emails("E-mail: a. example@example.org"), ElementsAre("a.example@example.org"));
  EXPECT_THAT(Emails("e. anna@example.org"), ElementsAre("anna@example.org"));
  EXPECT_THAT(Emails("Springfield A. anna@example.org"), ElementsAre("anna@example.org"));
}

TEST(FindEmails, DoesNotTakeAMisreadUrlForOne) {
  EXPECT_THAT(Emails("www.n@example.org"), IsEmpty());
}

TEST(FindEmailsOfHost, TakesASpaceBehindALabelForALostAt) {
  EXPECT_THAT(Values(FindEmailsOfHost("E-mail anna example.org", "example.org")),
              ElementsAre("anna@example.org"));
  EXPECT_THAT(Values(FindEmailsOfHost("visit anna example.org", "example.org")), IsEmpty());
  EXPECT_THAT(Values(FindEmailsOfHost("E-mail anna example.com", "example.org")), IsEmpty());
}

}  // namespace
}  // namespace kith::parse
