// SPDX-License-Identifier: Apache-2.0
#include "storage/likeness.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace kith::storage {
namespace {

struct Person {
  std::string name;
  std::string number = {};
  std::string email = {};
  std::string organization = {};
  PhoneType type = PhoneType::kMobile;
};

Contact ContactOf(const Person& person) {
  Contact contact = test::NamedContact(person.name);
  contact.details.organization = person.organization;
  if (!person.number.empty()) contact.details.phones = {{person.number, person.number, "", person.type}};
  if (!person.email.empty()) contact.details.emails = {person.email};
  return contact;
}

Likeness LikenessOf(const Person& one, const Person& other) {
  const Traits a = TraitsOf(ContactOf(one));
  const Traits b = TraitsOf(ContactOf(other));
  const Likeness likeness = Compare(a, b);
  EXPECT_EQ(likeness, Compare(b, a)) << "it doesn't matter who comes first";
  return likeness;
}

/// And that they would be found: they share a key.
void ExpectSame(const Person& one, const Person& other) {
  const Likeness likeness = LikenessOf(one, other);
  EXPECT_GE(likeness.score, kLikelyDuplicate) << one.name << " / " << other.name;
  EXPECT_FALSE(likeness.reasons.empty());
  const auto keys = DuplicateKeys(TraitsOf(ContactOf(one)));
  const auto others = DuplicateKeys(TraitsOf(ContactOf(other)));
  EXPECT_TRUE(std::any_of(
      keys.begin(), keys.end(),
      [&](const auto& key) { return std::find(others.begin(), others.end(), key) != others.end(); }))
      << one.name << " / " << other.name;
}

void ExpectOthers(const Person& one, const Person& other) {
  EXPECT_LT(LikenessOf(one, other).score, kLikelyDuplicate) << one.name << " / " << other.name;
}

TEST(Likeness, KnowsTheSameNameAndNumber) {
  ExpectSame({"Ada Example", "+14155550123"}, {"Ada Example", "+14155550123"});
}

TEST(Likeness, KnowsANumberWithAndWithoutItsCountryCode) {
  ExpectSame({"Ada Example", "+14155550123"}, {"Ada Example", "415-555-0123"});
  ExpectSame({"Ada Example", "+493012345678"}, {"Ada Example", "030 12345678"});
}

TEST(Likeness, KnowsANewNumberInTheSameOrganization) {
  ExpectSame({"Ada Example", "+14155550123", "ada@example.com", "Example Ltd"},
             {"Ada Example", "+14155550188", "ada@example.com", "Example Limited"});
  ExpectSame({"Ada Example", "+14155550123", "", "Example Ltd", PhoneType::kWork},
             {"Ada Example", "+14155550188", "", "Example Limited", PhoneType::kWork});
}

TEST(Likeness, KnowsAJobChange) {
  ExpectSame({"Ada Example", "+14155550123", "ada@example.com", "Example Ltd"},
             {"Ada Example", "+14155550188", "ada@example.com", "Sample Inc"});
  ExpectSame({"Ada Example", "+14155550123", "ada@example.com", "Example Ltd"},
             {"Ada Example", "+14155550123", "ada@example.org", "Sample Inc"});
}

TEST(Likeness, KnowsAMarriedName) {
  ExpectSame({"Ada Example", "+14155550123"}, {"Ada Sample", "+14155550123"});
  ExpectSame({"Ada Example", "", "ada@example.com"}, {"Ada Sample", "", "ada@example.com"});
  ExpectSame({"Ada Example", "+14155550123"}, {"Ada Example-Sample", "+14155550123"});
}

TEST(Likeness, KnowsShortFormsOfGivenNames) {
  ExpectSame({"Bob Example", "+14155550123"}, {"Robert Example", "+14155550123"});
  ExpectSame({"Liz Example", "", "e.example@example.com"},
             {"Elizabeth Example", "", "e.example@example.com"});
}

TEST(Likeness, KnowsExchangedPartsAndAccents) {
  ExpectSame({"Márta Kovács", "+36301234567"}, {"Kovacs Marta", "+36301234567"});
  ExpectSame({"Jörg Müller", "", "jm@example.com"}, {"Jorg Muller", "", "jm@example.com"});
  ExpectSame({"Łukasz Nowak", "+48501234567"}, {"Lukasz Nowak", "+48501234567"});
}

TEST(Likeness, KnowsAMisreadLetter) {
  ExpectSame({"Jonathan Example", "+14155550123"}, {"Jonathan Exarnple", "+14155550123"});
  ExpectSame({"Jonathan Sample", "+14155550123"}, {"Jonathan Sanple", "+14155550123"});
}

TEST(Likeness, TellsColleaguesApart) {
  ExpectOthers({"Ada Example", "+14155550100", "ada@example.com", "Example Ltd", PhoneType::kWork},
               {"Grace Sample", "+14155550100", "grace@example.com", "Example Ltd", PhoneType::kWork});
  ExpectOthers({"Ada Example", "+14155550100", "ada@example.com", "Example Ltd", PhoneType::kWork},
               {"Ada Sample", "+14155550100", "ada.s@example.com", "Example Ltd", PhoneType::kWork});
  ExpectOthers({"Ada Example", "", "info@example.com", "Example Ltd"},
               {"Grace Sample", "", "info@example.com", "Example Ltd"});
}

TEST(Likeness, TellsAFamilyApart) {
  ExpectOthers({"Ada Example", "+14155550123"}, {"Byron Example", "+14155550123"});
  ExpectOthers({"John Example Sr.", "+14155550123", "", "Example Ltd", PhoneType::kWork},
               {"John Example Jr.", "+14155550123", "", "Example Ltd", PhoneType::kWork});
}

TEST(Likeness, TellsNamesakesApart) {
  ExpectOthers({"John Example", "+14155550123", "john@example.com", "Example Ltd"},
               {"John Example", "+14155550188", "john@example.org", "Sample Inc"});
  ExpectOthers({"John Example", "", "john@example.com", "Example Ltd"},
               {"John Example", "", "john.example2@example.com", "Example Ltd"});
  Contact one = ContactOf({"John Example", "+14155550123"});
  Contact other = one;
  one.birthday = Birthday{std::chrono::December / 10, std::chrono::year(1985)};
  other.birthday = Birthday{std::chrono::May / 2, std::chrono::year(1990)};
  EXPECT_LT(Compare(TraitsOf(one), TraitsOf(other)).score, kLikelyDuplicate);
}

TEST(Likeness, SaysNothingOfContactsWithoutANameOrANumber) {
  ExpectOthers({""}, {""});
  EXPECT_TRUE(DuplicateKeys(TraitsOf(ContactOf({""}))).empty());
}

TEST(Likeness, WeakKeysAloneAreNotEnoughWithoutAnAddressOrABirthday) {
  const std::vector<std::string> given = {"ada", "adah", "a", "ben", "robert"};
  const std::vector<std::string> family = {"example", "exampel", "sample", "smith"};
  std::mt19937 random(5);
  const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
  const auto somebody = [&] {
    Traits traits;
    traits.given = {pick(given)};
    traits.family = {pick(family)};
    if (random() % 3 == 0) traits.family.push_back(pick(family));
    traits.organization = random() % 2 == 0 ? "works" : "";
    if (random() % 2 == 0) traits.emails = {pick(given) + "@example.com"};
    if (random() % 2 == 0)
      traits.numbers = {{"55501" + std::to_string(random() % 90), "", PhoneType::kMobile}};
    return traits;
  };
  for (int i = 0; i < 20'000; ++i) {
    const Traits one = somebody();
    const Traits other = somebody();
    const auto keys = DuplicateKeys(one);
    const auto others = DuplicateKeys(other);
    const bool strong = std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      return IsStrongKey(key) && std::find(others.begin(), others.end(), key) != others.end();
    });
    EXPECT_TRUE(strong || Compare(one, other).score < kLikelyDuplicate);
  }
}

}  // namespace
}  // namespace kith::storage
