// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using Names = std::vector<std::string>;

class ContactSearchContract : public StoreContract {
 protected:
  void Keep(const Contact& contact) { ASSERT_TRUE(contacts().Confirm(contact, {})); }

  /// The names that are found, in their order.
  Names FoundBy(const ContactQuery& query) {
    const auto found = contacts().Search(query);
    EXPECT_TRUE(found) << found.error().message << found.error().detail;
    Names names;
    for (const Contact& contact : found.value_or({}))
      names.push_back(contact.details.name.full);
    return names;
  }
  Names Found(const std::string& text) { return FoundBy({.text = text, .event = {}}); }
};
KITH_ON_EVERY_STORE(ContactSearchContract);

TEST_P(ContactSearchContract, ListsEverybodyByNameWithoutText) {
  for (const char* name : {"ben Sample", "Ada Example", "\xC3\x81lvaro Muestra"})
    Keep(NamedContact(name));
  EXPECT_EQ(Found(""), (Names{"Ada Example", "\xC3\x81lvaro Muestra", "ben Sample"}));
  EXPECT_EQ(Found("  "), Found(""));
  EXPECT_EQ(FoundBy({.text = "", .event = {}, .limit = 2}).size(), 2U);
  EXPECT_TRUE(FoundBy({.text = "", .event = {}, .limit = 0}).empty());
}

TEST_P(ContactSearchContract, FindsBeginningsOfWordsInAnyOrder) {
  Keep(FullContact("Ada Example"));
  Keep(NamedContact("Grace Sample"));
  EXPECT_EQ(Found("exam ada"), Names{"Ada Example"});
  EXPECT_EQ(Found("A"), Names{"Ada Example"});
  EXPECT_TRUE(Found("ada grace").empty()) << "all words count";
  EXPECT_TRUE(Found("xamp").empty()) << "only beginnings count";
}

TEST_P(ContactSearchContract, LooksInEveryField) {
  Keep(FullContact("Ada Example"));
  Keep(NamedContact("Grace Sample"));
  for (const char* text : {"engines", "programmer", "fellow", "ada@example.com", "weaving", "looms",
                           "research", "springfield", "www.example.com"}) {
    EXPECT_EQ(Found(text), Names{"Ada Example"}) << text;
  }
}

TEST_P(ContactSearchContract, IgnoresCaseAndAccents) {
  Keep(
      NamedContact("J\xC3\xBCrgen M\xC3\xBCller-Stra\xC3\x9F"
                   "er"));
  Keep(NamedContact("\xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82ty"));
  EXPECT_EQ(Found("jurgen STRASS").size(), 1U);
  EXPECT_EQ(Found("J\xC3\x9CRGEN m\xC3\xBCller").size(), 1U);
  EXPECT_EQ(Found("lukasz zolty").size(), 1U);
}

TEST_P(ContactSearchContract, FindsPhonesByDigits) {
  Keep(FullContact("Ada Example"));
  Keep(NamedContact("Grace Sample"));
  for (const char* text :
       {"+1 415 555 0123", "4155550123", "(415) 555", "555-0123", "0123", "5550", "+44 (0)20 7946 0018",
        "+44 20 7946", "0044 20 79", "020 7946 0018", "(020) 7946"}) {
    EXPECT_EQ(Found(text), Names{"Ada Example"}) << text;
  }
  EXPECT_EQ(Found("ada 0123"), Names{"Ada Example"});
  EXPECT_TRUE(Found("grace 0123").empty());
  EXPECT_TRUE(Found("555 9999").empty());
}

TEST_P(ContactSearchContract, FindsNumbersInText) {
  Keep(FullContact("Ada Example"));
  EXPECT_EQ(Found("1843"), Names{"Ada Example"});
  EXPECT_TRUE(Found("1844").empty());
}

TEST_P(ContactSearchContract, KeepsToOneEvent) {
  Contact here = NamedContact("Ada Example");
  here.event = events().FindOrCreate("Spring Meetup").value().id;
  Keep(here);
  Keep(NamedContact("Ada Sample"));
  EXPECT_EQ(FoundBy({.text = "", .event = here.event}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.text = "ada", .event = here.event}), Names{"Ada Example"});
  EXPECT_TRUE(FoundBy({.text = "ada", .event = MakeId<EventId>(clock_.Now())}).empty());
}

TEST_P(ContactSearchContract, PutsNamesBeforeOtherFields) {
  Contact mentions = NamedContact("Aaron Sample");
  mentions.details.notes = "Knows Lovelace";
  Keep(mentions);
  Keep(NamedContact("Zoe Lovelace"));
  EXPECT_EQ(Found("lovelace"), (Names{"Zoe Lovelace", "Aaron Sample"}));
}

TEST_P(ContactSearchContract, TakesOperatorsAndSignsForText) {
  Keep(NamedContact("Ada Example"));
  Keep(NamedContact("Andrew Orwell Nearing Notting"));
  EXPECT_EQ(Found("and OR near NOT"), Names{"Andrew Orwell Nearing Notting"});
  for (const char* text : {"\"ada\"", "ada*", "ada AND", "name:ada", "(ada", "ada)", "ada \"", "^ada", "-ada",
                           "{ada}", "ada'", "NEAR(ada example)", "ada;DROP TABLE contacts"}) {
    ASSERT_TRUE(contacts().Search({.text = text, .event = {}})) << text;
  }
  for (const char* text : {"\"ada\"", "ada*", "(ada", "ada)", "ada \"", "-ada", "ada'"}) {
    EXPECT_EQ(Found(text), Names{"Ada Example"}) << text;
  }
  EXPECT_EQ(Found("*").size(), 2U) << "a sign alone says nothing";
}

TEST_P(ContactSearchContract, FiltersByInterest) {
  Contact ada = NamedContact("Ada Example");
  ada.interests = {"Sea bathing", "looms"};
  Keep(ada);
  Contact grace = NamedContact("Grace Sample");
  grace.interests = {"Sea"};
  Keep(grace);
  EXPECT_EQ(FoundBy({.interest = "sea b\xC3\xA1thing"}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.interest = "sea"}), Names{"Grace Sample"});
  EXPECT_EQ(FoundBy({.text = "grace", .interest = "looms"}), Names());
}

TEST_P(ContactSearchContract, FiltersByTag) {
  const Contact ada = NamedContact("Ada Example"), grace = NamedContact("Grace Sample");
  Keep(ada);
  Keep(grace);
  FollowingChange change;
  change.relationships = {
      {std::nullopt, Relationship{.contact = ada.id, .tags = {"Caf\xC3\xA9 regulars", "choir"}}},
      {std::nullopt, Relationship{.contact = grace.id, .looks_for = {"choir"}}}};
  ASSERT_TRUE(following().Apply(change));
  EXPECT_EQ(FoundBy({.tag = "Choir"}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.tag = "cafe regulars"}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.text = "ada", .tag = "choir"}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.tag = "cafe"}), Names()) << "whole tags only";
}

TEST_P(ContactSearchContract, HavingBeenInTouchIsWhatWasLoggedOrDoneAndNotWhatWasSkipped) {
  const Day today = clock_.Today();
  Contact ada = NamedContact("Ada Example"), grace = NamedContact("Grace Sample");
  ada.met_on = grace.met_on = AddDays(today, -100);
  Keep(ada);
  Keep(grace);
  FollowUp skipped = SampleFollowUp(grace.id, today);
  skipped.done_on = today;
  skipped.skipped = true;
  FollowingChange change;
  change.follow_ups = {{std::nullopt, skipped}};
  change.encounters = {{std::nullopt, Encounter{MakeId<EncounterId>(clock_.Now()), ada.id, today,
                                                EncounterKind::kCalled, ""}}};
  ASSERT_TRUE(following().Apply(change));
  EXPECT_EQ(FoundBy({.not_in_touch_since = AddDays(today, -30)}), Names{"Grace Sample"});
}

TEST_P(ContactSearchContract, FiltersByWhatIsPlannedAndBySilence) {
  const Day today = clock_.Today();
  Contact ada = NamedContact("Ada Example");
  ada.met_on = AddDays(today, -100);
  Contact grace = NamedContact("Grace Sample");
  grace.met_on = AddDays(today, -10);
  Contact hana = NamedContact("Hana Sample");
  hana.met_on = AddDays(today, -100);
  for (const Contact& contact : {ada, grace, hana})
    Keep(contact);
  const FollowUp planned = SampleFollowUp(ada.id, AddDays(today, 1));
  const FollowUp done = SampleFollowUp(hana.id, today);
  ASSERT_TRUE(follow_ups().Add(std::array{planned, done}));
  ASSERT_TRUE(follow_ups().Complete(done.id, AddDays(today, -5), {}));

  EXPECT_EQ(FoundBy({.nothing_planned = true}), (Names{"Grace Sample", "Hana Sample"}));
  EXPECT_EQ(FoundBy({.not_in_touch_since = AddDays(today, -30)}), Names{"Ada Example"});
  EXPECT_EQ(FoundBy({.not_in_touch_since = AddDays(today, -5)}), (Names{"Ada Example", "Grace Sample"}));
  EXPECT_EQ(FoundBy({.not_in_touch_since = AddDays(today, -4)}).size(), 3U);
  EXPECT_EQ(FoundBy({.needs_review = true}), Names());
}

}  // namespace
}  // namespace kith::test
