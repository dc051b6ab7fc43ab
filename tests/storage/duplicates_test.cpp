// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "tests/storage/open_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace kith::storage {
namespace {

class DuplicatesTest : public testing::Test {
 protected:
  Contact Keep(Contact contact, std::span<const FollowUp> follow_ups = {}) {
    EXPECT_TRUE(store_->contacts().Confirm(contact, follow_ups));
    return store_->contacts().Get(contact.id).value();
  }
  CaptureId Card(const std::string& bytes) {
    return store_->captures().Add(test::SampleCapture(bytes)).value();
  }

  static Contact Known(const std::string& name, const std::string& number, const std::string& email = {}) {
    Contact contact = test::NamedContact(name);
    contact.details.phones = {{number, number, "", PhoneType::kMobile}};
    if (!email.empty()) contact.details.emails = {email};
    return contact;
  }
  std::vector<DuplicatePair> All() { return store_->duplicates().FindAll(1000).value(); }

  test::ManualClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Store> store_ = OpenStore(folder_ / "kith.db", clock_);
};

TEST_F(DuplicatesTest, FindsWhoWasKeptBeforeAndSaysWhy) {
  const Contact ada = Keep(Known("Ada Example", "+14155550123"));
  Keep(Known("Grace Sample", "+14155550199"));
  const Contact again = Known("Example, Ada", "(415) 555-0123");
  const auto found = store_->duplicates().FindLike(again).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, ada.id);
  EXPECT_GE(found[0].likeness.score, kLikelyDuplicate);
  EXPECT_EQ(found[0].likeness.reasons, (std::vector<std::string>{"same name", "same mobile"}));
}

TEST_F(DuplicatesTest, FindsAllPairsOnceMostAlikeFirst) {
  const Contact ada = Keep(Known("Ada Example", "+14155550123", "ada@example.com"));
  const Contact twin = Keep(Known("Ada Example", "+14155550123", "ada@example.com"));
  const Contact bob = Keep(Known("Bob Sample", "+14155550111"));
  const Contact robert = Keep(Known("Robert Sample", "+14155550111"));
  Keep(Known("Carol Placeholder", "+14155550122"));
  const auto pairs = All();
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].first, ada.id);
  EXPECT_EQ(pairs[0].second, twin.id);
  EXPECT_EQ(pairs[1].first, bob.id);
  EXPECT_EQ(pairs[1].second, robert.id);
  EXPECT_EQ(store_->duplicates().FindAll(1).value().size(), 1U);
}

TEST_F(DuplicatesTest, LeavesPairsThatWereToldApart) {
  const Contact one = Keep(Known("Ada Example", "+14155550123"));
  const Contact other = Keep(Known("Ada Example", "+14155550123"));
  ASSERT_EQ(All().size(), 1U);
  ASSERT_TRUE(store_->duplicates().TellApart(other.id, one.id));
  EXPECT_TRUE(All().empty());
  EXPECT_TRUE(store_->duplicates().FindLike(one).value().empty());
  EXPECT_EQ(store_->duplicates().TellApart(one.id, one.id).error().code, ErrorCode::kInvalidInput);
}

TEST_F(DuplicatesTest, ForgetsTheKeysOfFormerValues) {
  const Contact ada = Keep(Known("Ada Example", "+14155550123"));
  Contact changed = ada;
  changed.details.phones.clear();
  ASSERT_TRUE(store_->contacts().Update(changed));
  EXPECT_TRUE(store_->duplicates().FindLike(Known("Ada Example", "+14155550123")).value().empty());
}

TEST_F(DuplicatesTest, MergesEveryValueBothCardsAndTheFollowUps) {
  Contact ada = Known("Ada Example", "+14155550123", "ada@example.com");
  ada.details.organization = "Example Ltd";
  ada.capture = Card("old card");
  Contact again = Known("Ada Lovelace", "+14155550123", "ada@example.org");
  again.details.organization = "Sample Inc";
  again.details.titles = {"Director"};
  again.capture = Card("new card");
  const FollowUp hello = test::SampleFollowUp(ada.id, clock_.Today());
  const FollowUp link = test::SampleFollowUp(again.id, clock_.Today(), "Send the link");
  ada = Keep(ada, std::array{hello});
  again = Keep(again, std::array{link});

  ASSERT_TRUE(store_->duplicates().Merge(ada.id, again.id, Actor::kHost));

  const Contact merged = store_->contacts().Get(ada.id).value();
  EXPECT_EQ(merged.details.name.full, "Ada Example");
  EXPECT_EQ(merged.details.organization, "Example Ltd");
  EXPECT_EQ(merged.details.emails, (std::vector<std::string>{"ada@example.com", "ada@example.org"}));
  EXPECT_EQ(merged.details.phones.size(), 1U);
  EXPECT_EQ(merged.details.titles, std::vector<std::string>{"Director"});
  EXPECT_EQ(merged.details.notes, "Also: Ada Lovelace\nAlso: Sample Inc");
  EXPECT_EQ(store_->duplicates().CardsOf(ada.id).value(), (std::vector{*ada.capture, *again.capture}));
  EXPECT_TRUE(store_->captures().CardImage(*again.capture, CardSide::kFront));
  FollowUpQuery query;
  query.contact = ada.id;
  EXPECT_EQ(store_->follow_ups().List(query).value().size(), 2U);
  EXPECT_EQ(store_->contacts().Get(again.id).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->contacts().Search({.text = "ada", .event = {}}).value().size(), 1U);
  EXPECT_EQ(store_->contacts().Search({.text = "", .event = {}}).value().size(), 1U);
  EXPECT_TRUE(All().empty());
}

TEST_F(DuplicatesTest, UndoesAMergeWhole) {
  const Contact ada = Keep(test::FullContact());
  Contact other = test::FullContact("Ada Lovelace");
  other.details.emails = {"ada@example.net"};
  other.capture = Card("card");
  const FollowUp link = test::SampleFollowUp(other.id, clock_.Today());
  other = Keep(other, std::array{link});
  const std::int64_t revision = store_->duplicates().Merge(ada.id, other.id, Actor::kHost).value();

  ASSERT_TRUE(store_->history().Undo(ada.id, revision));

  Contact now = store_->contacts().Get(ada.id).value();
  EXPECT_EQ(now.details, ada.details);
  EXPECT_EQ(store_->contacts().Get(other.id).value(), other);
  EXPECT_EQ(store_->follow_ups().Get(link.id).value().contact, other.id);
  EXPECT_EQ(store_->duplicates().CardsOf(other.id).value(), std::vector{*other.capture});
  EXPECT_TRUE(store_->duplicates().CardsOf(ada.id).value().empty());
  EXPECT_EQ(store_->contacts().Search({.text = "lovelace", .event = {}}).value().size(), 1U);
  EXPECT_FALSE(store_->history().Undo(ada.id, revision)) << "once is enough";
}

TEST_F(DuplicatesTest, UndoesMergesOfMergesInTheReverseOrder) {
  const Contact a = Keep(Known("Ada Example", "+14155550101"));
  const FollowUp hello = test::SampleFollowUp(ContactId(), clock_.Today());
  Contact third = Known("Ada C Example", "+14155550103");
  FollowUp follow_up = hello;
  follow_up.contact = third.id;
  third = Keep(third, std::array{follow_up});
  const Contact b = Keep(Known("Ada B Example", "+14155550102"));
  const auto first = store_->duplicates().Merge(b.id, third.id, Actor::kHost).value();
  const auto second = store_->duplicates().Merge(a.id, b.id, Actor::kHost).value();
  EXPECT_EQ(store_->contacts().Get(a.id).value().details.phones.size(), 3U);
  EXPECT_EQ(store_->follow_ups().Get(follow_up.id).value().contact, a.id);

  ASSERT_TRUE(store_->history().Undo(a.id, second));
  EXPECT_EQ(store_->follow_ups().Get(follow_up.id).value().contact, b.id);
  ASSERT_TRUE(store_->history().Undo(b.id, first));
  EXPECT_EQ(store_->follow_ups().Get(follow_up.id).value().contact, third.id);
  EXPECT_EQ(store_->contacts().Search({.text = "", .event = {}}).value().size(), 3U);
}

TEST_F(DuplicatesTest, MergesOnlyWhenAPersonSaysSo) {
  const Contact one = Keep(Known("Ada Example", "+14155550123"));
  const Contact other = Keep(Known("Ada Example", "+14155550123"));
  for (const Actor machine : {Actor::kReader, Actor::kImport, Actor::kHub})
    EXPECT_EQ(store_->duplicates().Merge(one.id, other.id, machine).error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(store_->duplicates().Merge(one.id, one.id, Actor::kHost).error().code, ErrorCode::kInvalidInput);
  EXPECT_TRUE(store_->contacts().Get(other.id));
}

TEST_F(DuplicatesTest, PassesOverWhatACrowdShares) {
  for (int i = 0; i < 60; ++i) {
    Contact contact = test::NamedContact("John Example");
    contact.details.phones = {{"+1415555" + std::to_string(1000 + i), "", "", PhoneType::kMobile}};
    Keep(contact);
  }
  const auto pairs = All();
  EXPECT_TRUE(pairs.empty());
}

TEST_F(DuplicatesTest, WhatIsKnownOfStayingInTouchGoesAlongAndComesBack) {
  const Contact ada = Keep(Known("Ada Example", "+14155550123"));
  const Contact twin = Keep(Known("Ada Example", "+14155550124"));
  const Contact bob = Keep(Known("Bob Sample", "+14155550111"));
  const Encounter met{.id = MakeId<EncounterId>(clock_.Now()), .contact = twin.id, .on = clock_.Today()};
  FollowingChange change{.what = "known"};
  change.relationships = {{std::nullopt, Relationship{.contact = ada.id, .tags = {"tea"}}},
                          {std::nullopt, Relationship{.contact = twin.id, .tags = {"choir", "tea"}}}};
  change.encounters = {{std::nullopt, met}};
  change.introductions = {{std::nullopt, Introduction{.id = MakeId<IntroductionId>(clock_.Now()),
                                                      .contacts = {twin.id, bob.id},
                                                      .begun = met.on}}};
  ASSERT_TRUE(store_->following().Apply(change));
  const std::int64_t revision = store_->duplicates().Merge(ada.id, twin.id, Actor::kHost).value();
  const Following merged = store_->following().Load().value();
  ASSERT_EQ(merged.relationships.size(), 1U);
  EXPECT_EQ(merged.relationships[0].contact, ada.id);
  EXPECT_EQ(merged.relationships[0].tags, (std::vector<std::string>{"tea", "choir"}));
  ASSERT_EQ(merged.encounters.size(), 1U);
  EXPECT_EQ(merged.encounters[0].contact, ada.id);
  ASSERT_EQ(merged.introductions.size(), 1U);
  EXPECT_EQ(merged.introductions[0].contacts, (std::array{ada.id, bob.id}));

  ASSERT_TRUE(store_->history().Undo(ada.id, revision));
  const Following apart = store_->following().Load().value();
  ASSERT_EQ(apart.relationships.size(), 2U);
  EXPECT_EQ(apart.encounters[0].contact, twin.id);
  EXPECT_EQ(apart.introductions[0].contacts, (std::array{twin.id, bob.id}));
}

}  // namespace
}  // namespace kith::storage
