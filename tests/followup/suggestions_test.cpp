// SPDX-License-Identifier: Apache-2.0
#include "followup/suggestions.h"

#include <gtest/gtest.h>

#include "followup/introduction_steps.h"
#include "tests/followup/people.h"

namespace kith::followup {
namespace {

using namespace test;

class SuggestionsTest : public testing::Test {
 protected:
  ContactId Add(const std::string& name, std::vector<std::string> interests, Relationship known = {}) {
    Contact& contact = book_.contacts.emplace_back(PersonNamed(name));
    contact.interests = std::move(interests);
    known.contact = contact.id;
    book_.following.relationships.push_back(std::move(known));
    return contact.id;
  }
  std::vector<std::string> Reasons(const SuggestionOptions& options = {}) const {
    std::vector<std::string> reasons;
    for (const Suggestion& suggestion : SuggestIntroductions(book_, People(book_), options))
      reasons.push_back(ReasonText(suggestion));
    return reasons;
  }
  using Texts = std::vector<std::string>;

  Book book_;
  Rules rules_;
};

TEST_F(SuggestionsTest, GiveTheReasonsTheStrongestFirst) {
  Add("Ada", {"old boats"},
      {.contact = {}, .looks_for = {"a drummer"}, .places = {"Berlin"}, .languages = {"de"}});
  Add("Ben", {"Old  Boats"},
      {.contact = {}, .offers = {"A drummer"}, .places = {"berlin"}, .languages = {"de"}});
  Add("Cy", {"bread"}, {.contact = {}, .languages = {"de"}});
  EXPECT_EQ(Reasons(),
            Texts{"Ada looks for a drummer, and Ben offers it; both like to talk about old boats; both are "
                  "at home in Berlin; both speak German"});
}

TEST_F(SuggestionsTest, WhatFewShareCountsMore) {
  Add("Ada", {"jazz", "campanology"});
  Add("Ben", {"jazz"});
  Add("Cy", {"jazz", "campanology"});
  Add("Di", {"jazz"});
  const std::vector<Suggestion> found = SuggestIntroductions(book_, People(book_));
  EXPECT_EQ(ReasonText(found.at(0)), "both like to talk about campanology; both like to talk about jazz");
}

TEST_F(SuggestionsTest, NeverPairOneOrganizationNorThoseWhoWereIntroducedOrDeclined) {
  const ContactId ada = Add("Ada", {"jazz"});
  const ContactId ben = Add("Ben", {"jazz"});
  EXPECT_EQ(Reasons().size(), 1U);
  book_.contacts[0].details.organization = "Example, Ltd";
  book_.contacts[1].details.organization = "Example Ltd.";
  EXPECT_TRUE(Reasons().empty());
  book_.contacts[1].details.organization = "Sample Ltd";
  Book asked = book_;
  ASSERT_TRUE(ApplyTo(book_, RecordIntroduced(book_, ada, ben, kMoment).value()));
  EXPECT_TRUE(Reasons().empty());
  book_ = asked;
  ASSERT_TRUE(ApplyTo(book_, LetGo(book_, ada, kMoment)));
  EXPECT_TRUE(Reasons().empty());
}

TEST_F(SuggestionsTest, SameNeedsAndATownInCommonMakeNoPair) {
  Add("Ada", {}, {.contact = {}, .looks_for = {"a drummer"}, .places = {"Berlin"}});
  Add("Ben", {}, {.contact = {}, .looks_for = {"a drummer"}, .places = {"Berlin"}});
  EXPECT_TRUE(Reasons().empty());
}

TEST_F(SuggestionsTest, AreForOneEventWhereThatIsAskedFor) {
  const auto event = MakeId<EventId>(kNow);
  book_.events[event] = {.name = "Autumn Meetup"};
  Add("Ada", {"jazz"});
  Add("Ben", {"jazz"});
  Add("Cy", {"jazz"});
  book_.contacts[0].event = book_.contacts[2].event = event;
  EXPECT_EQ(Reasons({.event = event}).size(), 1U);
}

TEST_F(SuggestionsTest, NobodyIsInMoreThanAFew) {
  Add("Ada", {"a", "b", "c", "d", "e", "f"});
  for (const char* topic : {"a", "b", "c", "d", "e", "f"})
    Add(topic, {topic});
  EXPECT_EQ(Reasons({.most_a_person = 2}).size(), 2U);
}

TEST_F(SuggestionsTest, TownsOfAddressesCountWithoutStreetAndPostalCode) {
  Add("Ada", {"jazz"});
  Add("Ben", {"jazz"});
  book_.contacts[0].details.addresses = {"1 Main St, 12345 Springfield"};
  book_.contacts[1].details.addresses = {"9 Oak Ave, Springfield 54321"};
  EXPECT_EQ(Reasons().at(0), "both like to talk about jazz; both are at home in Springfield");
}

}  // namespace
}  // namespace kith::followup
