// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/people.h"

#include <set>

#include <gtest/gtest.h>

#include "core/email_address.h"
#include "core/url.h"

namespace kith::tools {
namespace {

bool IsReserved(const std::string& host) {
  for (const std::string end : {"example.com", "example.org", "example.net"}) {
    if (host == end || (host.size() > end.size() && host.ends_with("." + end))) return true;
  }
  return false;
}

TEST(MakeIdentity, UsesReservedDomainsByDefault) {
  for (int i = 0; i < 500; ++i) {
    Rng rng(1, "person", i);
    const Identity person = MakeIdentity(rng, Domains::kReserved);
    for (const std::string& email : person.emails) {
      const auto parsed = ParseEmailAddress(email);
      ASSERT_TRUE(parsed.has_value()) << email;
      EXPECT_TRUE(IsReserved(parsed->domain)) << email;
    }
    for (const std::string& url : person.urls) {
      const auto parsed = ParseUrl(url);
      ASSERT_TRUE(parsed.has_value()) << url;
      EXPECT_TRUE(IsReserved(parsed->host)) << url;
    }
  }
}

TEST(MakeIdentity, HasRealisticHostsWhenAskedTo) {
  int with_country_domain = 0;
  for (int i = 0; i < 300; ++i) {
    Rng rng(2, "person", i);
    const Identity person = MakeIdentity(rng, Domains::kRealistic);
    for (const std::string& url : person.urls) {
      const auto parsed = ParseUrl(url);
      ASSERT_TRUE(parsed.has_value()) << url;
      EXPECT_FALSE(IsReserved(parsed->host)) << url;
      with_country_domain += !parsed->host.ends_with(".com");
    }
  }
  EXPECT_GT(with_country_domain, 50);
}

TEST(MakeIdentity, ComesFromAtLeastFifteenCountries) {
  std::set<std::string> countries;
  for (int i = 0; i < 300; ++i) {
    Rng rng(3, "person", i);
    countries.insert(MakeIdentity(rng, Domains::kReserved).country->region);
  }
  EXPECT_GE(countries.size(), 15U);
}

TEST(MakeIdentity, IsTheSamePersonForTheSameSeed) {
  Rng first(4, "person", 9);
  Rng second(4, "person", 9);
  const Identity a = MakeIdentity(first, Domains::kReserved);
  const Identity b = MakeIdentity(second, Domains::kReserved);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.emails, b.emails);
  EXPECT_EQ(a.addresses, b.addresses);
}

TEST(UpperCase, KnowsTheDottedIOfTurkish) {
  EXPECT_EQ(UpperCase("ipek", "tr"), "İPEK");
  EXPECT_EQ(UpperCase("ipek", "en"), "IPEK");
  EXPECT_EQ(UpperCase("Strüver & Söhne", "de"), "STRÜVER & SÖHNE");
}

TEST(Countries, HaveEveryListThatCardsAreMadeOf) {
  for (const Country& country : Countries()) {
    for (const char* key : {"given", "family", "legal", "town", "place", "street", "unit", "address", "fixed",
                            "mobile", "national", "international", "tld", "print"}) {
      EXPECT_TRUE(country.facts.Has(key)) << country.region << " " << key;
    }
    for (const char* key :
         {"label.work", "label.mobile", "label.fax", "label.home", "letters.work", "letters.mobile", "title",
          "title.academic", "department", "tagline", "trade", "org.academic", "distractor"}) {
      EXPECT_TRUE(country.words->Has(key)) << country.language << " " << key;
    }
  }
}

TEST(WordTable, RefusesALineWithoutAKey) {
  EXPECT_THROW(WordTable("no key here"), std::invalid_argument);
}

TEST(WordTable, SplitsAtBarsWithSpaces) {
  const WordTable table("# words\na: x y | z|w | v\n");
  EXPECT_EQ(table.All("a"), (std::vector<std::string>{"x y", "z|w", "v"}));
  EXPECT_FALSE(table.Has("b"));
  EXPECT_THROW(table.All("b"), std::out_of_range);
}

}  // namespace
}  // namespace kith::tools
