// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/merge_cards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::exchange::dav {
namespace {

using testing::ElementsAre;

class MergingCards : public testing::Test {
 protected:
  MergingCards() {
    Vcard card;
    card.contact.details.name = {"Ada Example", "Ada", "Example"};
    card.contact.details.organization = "Example Ltd";
    card.contact.details.emails = {"ada@example.com", "old@example.com"};
    card.contact.details.notes = "One\nTwo";
    cards_ = {card, card, card, card, card};
  }

  MergedCards Merge(bool is_typed = true) {
    cards_.seen = cards_.local;
    return MergeCards(cards_, [is_typed](std::string_view) { return is_typed; });
  }

  ContactDetails& local() { return cards_.local.contact.details; }
  ContactDetails& remote() { return cards_.remote.contact.details; }

  CardsToMerge cards_;
};

TEST_F(MergingCards, TakesEachChangeToTheOtherEnd) {
  local().department = "Looms";
  remote().organization = "Difference Ltd";
  const MergedCards merged = Merge();
  EXPECT_EQ(merged.here.contact.details.organization, "Difference Ltd");
  EXPECT_EQ(merged.here.contact.details.department, "Looms");
  EXPECT_EQ(merged.there, merged.here);
  EXPECT_THAT(merged.contested, testing::IsEmpty());
}

TEST_F(MergingCards, LetsWhatAPersonTypedHereStandAndSuggestsTheOther) {
  local().organization = "Here Ltd";
  remote().organization = "There Ltd";
  const MergedCards merged = Merge();
  EXPECT_EQ(merged.here.contact.details.organization, "Here Ltd");
  EXPECT_EQ(merged.there.contact.details.organization, "Here Ltd");
  EXPECT_EQ(merged.suggested.contact.details.organization, "There Ltd");
  EXPECT_THAT(merged.contested, ElementsAre("organization"));
}

TEST_F(MergingCards, PrefersTheServerToWhatAMachineReadHere) {
  local().organization = "Reed Ltd";
  remote().organization = "Read Ltd";
  const MergedCards merged = Merge(false);
  EXPECT_EQ(merged.here.contact.details.organization, "Read Ltd");
  EXPECT_THAT(merged.contested, testing::IsEmpty());
}

TEST_F(MergingCards, PrefersAValueToItsRemoval) {
  local().organization = "";
  remote().organization = "There Ltd";
  EXPECT_EQ(Merge().here.contact.details.organization, "There Ltd");
}

TEST_F(MergingCards, JoinsLists) {
  local().emails = {"new@here.example", "ada@example.com", "old@example.com"};
  remote().emails = {"ada@example.com", "new@there.example"};
  const MergedCards merged = Merge();
  EXPECT_THAT(merged.here.contact.details.emails,
              ElementsAre("new@here.example", "ada@example.com", "new@there.example"))
      << "one added at each end, one removed there";
  EXPECT_EQ(merged.there, merged.here);
}

TEST_F(MergingCards, TakesTheTypeOfAPhoneForAChange) {
  for (Vcard* const card : {&cards_.local, &cards_.ours, &cards_.remote, &cards_.theirs})
    card->contact.details.phones = {{"+14155550123", "(415) 555-0123", "", PhoneType::kWork}};
  remote().phones[0].type = PhoneType::kMobile;
  const MergedCards merged = Merge();
  ASSERT_EQ(merged.here.contact.details.phones.size(), 1U);
  EXPECT_EQ(merged.here.contact.details.phones[0].type, PhoneType::kMobile);
  EXPECT_EQ(merged.here.contact.details.phones[0].raw, "(415) 555-0123");
}

TEST_F(MergingCards, JoinsTheLinesOfNotes) {
  local().notes = "One\nTwo\nHere";
  remote().notes = "One\nThere";
  const MergedCards merged = Merge();
  EXPECT_EQ(merged.here.contact.details.notes, "One\nHere\nThere");
  EXPECT_EQ(merged.there.contact.details.notes, "One\nHere\nThere");
}

TEST_F(MergingCards, ComparesEachEndWithItsOwnPast) {
  // What the server's program made of an address isn't a change.
  cards_.remote.contact.details.addresses =
      cards_.theirs.contact.details.addresses = {"1 Main St, 12345, Town"};
  local().addresses = cards_.ours.contact.details.addresses = {"1 Main St, Town 12345"};
  local().department = "Looms";
  const MergedCards merged = Merge();
  EXPECT_THAT(merged.here.contact.details.addresses, ElementsAre("1 Main St, Town 12345"));
  EXPECT_THAT(merged.there.contact.details.addresses, ElementsAre("1 Main St, 12345, Town"));
}

TEST_F(MergingCards, JoinsTwoThatNeverMet) {
  cards_.ours = cards_.theirs = {};
  local().emails = {"here@example.com"};
  remote().emails = {"there@example.com"};
  const MergedCards merged = Merge();
  EXPECT_THAT(merged.here.contact.details.emails, ElementsAre("here@example.com", "there@example.com"));
  EXPECT_EQ(merged.there, merged.here);
}

}  // namespace
}  // namespace kith::exchange::dav
