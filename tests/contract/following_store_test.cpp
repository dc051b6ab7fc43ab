// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using namespace std::chrono_literals;

class FollowingStoreContract : public StoreContract {
 protected:
  void SetUp() override {
    if (grace_.id < ada_.id) std::swap(ada_, grace_);
    ASSERT_TRUE(contacts().Confirm(ada_, {}));
    ASSERT_TRUE(contacts().Confirm(grace_, {}));
  }

  /// Of everything one, new.
  FollowingChange Everything() {
    const Instant now = clock_.Now();
    const Introduction introduction{.id = MakeId<IntroductionId>(now),
                                    .contacts = {ada_.id, grace_.id},
                                    .reason = "both like sailing",
                                    .answers = {Answer::kYes, Answer::kNone},
                                    .begun = 2026y / 11 / 23,
                                    .made_on = 2026y / 12 / 1};
    FollowUp follow_up = SampleFollowUp(ada_.id, 2026y / 11 / 24, "Ask Ada");
    follow_up.kind = FollowUpKind::kIntroduce;
    follow_up.repeat_days = 90;
    follow_up.done_on = 2026y / 11 / 25;
    follow_up.skipped = true;
    follow_up.note = "She was away \xE2\x80\x9Cuntil May\xE2\x80\x9D";
    follow_up.plan = "default";
    follow_up.step = 2;
    follow_up.wanted = 2026y / 11 / 22;
    follow_up.moved = true;
    follow_up.occasion = 2026y / 11 / 23;
    follow_up.introduction = introduction.id;
    const Relationship relationship{.contact = ada_.id,
                                    .circle = "close",
                                    .tags = {"choir"},
                                    .looks_for = {"a drummer"},
                                    .offers = {"a rehearsal room", "tea"},
                                    .places = {"Berlin"},
                                    .languages = {"de", "en"},
                                    .quiet_until = 2027y / 1 / 1,
                                    .found_on = 2026y / 11 / 1,
                                    .let_go = true};
    const Encounter encounter{.id = MakeId<EncounterId>(now),
                              .contact = grace_.id,
                              .on = 2026y / 11 / 20,
                              .kind = EncounterKind::kCalled,
                              .note = "about the boat"};
    return {.what = "Everything",
            .follow_ups = {{std::nullopt, follow_up}},
            .relationships = {{std::nullopt, relationship}},
            .encounters = {{std::nullopt, encounter}},
            .introductions = {{std::nullopt, introduction}}};
  }

  std::vector<FollowUp> All() { return follow_ups().List({.include_done = true}).value(); }

  Contact ada_ = NamedContact("Ada Example");
  Contact grace_ = NamedContact("Grace Sample");
};
KITH_ON_EVERY_STORE(FollowingStoreContract);

TEST_P(FollowingStoreContract, KeepsEveryValue) {
  const FollowingChange change = Everything();
  ASSERT_TRUE(following().Apply(change));
  const Following kept = following().Load().value();
  EXPECT_EQ(kept.relationships, std::vector{*change.relationships[0].after});
  EXPECT_EQ(kept.encounters, std::vector{*change.encounters[0].after});
  EXPECT_EQ(kept.introductions, std::vector{*change.introductions[0].after});
  EXPECT_EQ(All(), std::vector{*change.follow_ups[0].after});
}

TEST_P(FollowingStoreContract, TakesBackExactlyTheNewestFirst) {
  const FollowingChange first = Everything();
  ASSERT_TRUE(following().Apply(first));
  const Following after_first = following().Load().value();
  const std::vector<FollowUp> follow_ups_after_first = All();

  FollowingChange second{.what = "Second"};
  Relationship relationship = *first.relationships[0].after;
  relationship.circle = "";
  relationship.languages.clear();
  relationship.let_go = false;
  second.relationships = {{first.relationships[0].after, relationship}};
  FollowUp follow_up = *first.follow_ups[0].after;
  follow_up.done_on.reset();
  second.follow_ups = {{first.follow_ups[0].after, follow_up}};
  second.encounters = {{first.encounters[0].after, std::nullopt}};
  Introduction introduction = *first.introductions[0].after;
  introduction.answers[1] = Answer::kNo;
  second.introductions = {{first.introductions[0].after, introduction}};
  ASSERT_TRUE(following().Apply(second));
  EXPECT_EQ(All(), std::vector{follow_up});
  EXPECT_NE(following().Load().value(), after_first);

  EXPECT_EQ(following().Undo().value(), second);
  EXPECT_EQ(following().Load().value(), after_first);
  EXPECT_EQ(All(), follow_ups_after_first);
  EXPECT_EQ(following().Undo().value(), first);
  EXPECT_EQ(following().Load().value(), Following{});
  EXPECT_TRUE(All().empty());
  EXPECT_EQ(CodeOf(following().Undo()), ErrorCode::kNotFound);
}

TEST_P(FollowingStoreContract, RefusesAChangeOfWhatIsOtherwiseNow) {
  const FollowingChange change = Everything();
  ASSERT_TRUE(following().Apply(change));
  EXPECT_EQ(CodeOf(following().Apply(change)), ErrorCode::kNotAllowed) << "it is there already";

  FollowUp other = *change.follow_ups[0].after;
  other.text = "something else";
  FollowingChange stale{.what = "Stale"};
  stale.encounters = {{change.encounters[0].after, std::nullopt}};
  stale.follow_ups = {{other, std::nullopt}};
  EXPECT_EQ(CodeOf(following().Apply(stale)), ErrorCode::kNotAllowed);
  EXPECT_EQ(following().Load().value().encounters.size(), 1U) << "all or nothing";
}

TEST_P(FollowingStoreContract, RefusesAChangeForAContactThatIsGone) {
  FollowingChange change = Everything();
  ASSERT_TRUE(contacts().Erase(grace_.id));
  EXPECT_EQ(CodeOf(following().Apply(change)), ErrorCode::kNotFound);
  EXPECT_EQ(following().Load().value(), Following{});
  EXPECT_TRUE(All().empty());
}

TEST_P(FollowingStoreContract, DoesNotTakeBackWhatWasChangedSince) {
  FollowingChange change = Everything();
  change.introductions.clear();
  change.follow_ups[0].after->introduction.reset();
  change.follow_ups[0].after->done_on.reset();
  ASSERT_TRUE(following().Apply(change));
  ASSERT_TRUE(follow_ups().Complete(change.follow_ups[0].after->id, 2026y / 11 / 26, {}));
  EXPECT_EQ(CodeOf(following().Undo()), ErrorCode::kNotAllowed);
  EXPECT_EQ(following().Load().value().relationships.size(), 1U);
}

TEST_P(FollowingStoreContract, ErasesWithTheContactAndForgetsTheChanges) {
  ASSERT_TRUE(following().Apply(Everything()));
  ASSERT_TRUE(contacts().Erase(ada_.id));
  const Following kept = following().Load().value();
  EXPECT_TRUE(kept.relationships.empty());
  EXPECT_TRUE(kept.introductions.empty());
  EXPECT_EQ(kept.encounters.size(), 1U) << "Grace's stays";
  EXPECT_TRUE(All().empty());
  EXPECT_EQ(CodeOf(following().Undo()), ErrorCode::kNotFound);
}

TEST_P(FollowingStoreContract, DoesNothingForAnEmptyChange) {
  ASSERT_TRUE(following().Apply({.what = "Nothing"}));
  EXPECT_EQ(CodeOf(following().Undo()), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::test
