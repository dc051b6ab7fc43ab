// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include <gtest/gtest.h>

#include "flow/guest/guest_text.h"
#include "flow/perform.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/samples.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

/// Everything but the window: what is wanted is done at once.
class GuestWalk : public testing::Test {
 protected:
  GuestWalk() {
    Settings settings;
    settings.kiosk = true;
    state_ = InitialState(settings, fakes_.clock.Now(), fakes_.clock.Today());
  }
  void Do(const Action& action) {
    std::deque<Effect> effects;
    const auto add = [&](std::vector<Effect> more) {
      effects.insert(effects.end(), more.begin(), more.end());
    };
    add(Update(state_, action));
    while (!effects.empty()) {
      const Effect effect = effects.front();
      effects.pop_front();
      add(Update(state_, Perform(effect, fakes_.ports(), {})));
    }
  }
  void TickAfter(std::chrono::milliseconds time) { Do(Tick{state_.now + time, state_.today}); }
  void HoldUp() {
    Do(CardCaptured{test::TestCard(), "Demo camera"});
    ASSERT_TRUE(state_.guest.visit);
  }
  void Check() {
    HoldUp();
    TickAfter(kGotItShown);
    ASSERT_EQ(Step(), GuestStep::kCheck);
    Do(CheckedByGuest{state_.review->draft.details});
  }
  std::string Receipt(bool keep_in_touch = true) {
    Check();
    Do(KeepGuest{.interests = {"choirs"}, .keep_in_touch = keep_in_touch});
    return state_.guest.visit->receipt;
  }
  GuestStep Step() const { return state_.guest.visit->step; }
  std::vector<Contact> All() { return fakes_.store.contacts().Search({}).value(); }
  std::vector<FollowUp> FollowUps() { return fakes_.store.follow_ups().List({}).value(); }

  test::FakePorts fakes_;
  AppState state_;
};

TEST_F(GuestWalk, SaysGotItOnceTheCardIsOnDiskAndGoesOnWhenItWasSeen) {
  HoldUp();
  EXPECT_EQ(Step(), GuestStep::kGotIt);
  EXPECT_TRUE(state_.guest.visit->got_at);
  EXPECT_TRUE(WantsCamera(state_)) << "the next guest may hold a card up";
  TickAfter(kGotItShown);
  EXPECT_EQ(Step(), GuestStep::kCheck);
  EXPECT_EQ(state_.screen, Screen::kReview);
}

TEST_F(GuestWalk, KnowsThatACardIsOnItsWayToTheDisk) {
  EXPECT_FALSE(IsStoringCard(state_));
  Update(state_, CardCaptured{test::TestCard(), "Demo camera"});
  EXPECT_TRUE(IsStoringCard(state_));
  Update(state_, CaptureStored{state_.guest.visit->ticket, CaptureId()});
  EXPECT_FALSE(IsStoringCard(state_));
}

TEST_F(GuestWalk, DoesNotSayGotItWithoutHavingTheCard) {
  fakes_.store.FailNext("captures.Add", {ErrorCode::kStorageFull, "The disk is full."});
  Do(CardCaptured{test::TestCard(), "Demo camera"});
  EXPECT_FALSE(state_.guest.visit);
  EXPECT_FALSE(state_.notices.empty());
}

TEST_F(GuestWalk, EndsWithAReceiptAndTheCameraForTheNextGuest) {
  const std::string receipt = Receipt();
  EXPECT_FALSE(receipt.empty());
  EXPECT_EQ(Step(), GuestStep::kThanks);
  EXPECT_FALSE(state_.review);
  EXPECT_TRUE(WantsCamera(state_));
  ASSERT_EQ(All().size(), 1U);
  EXPECT_EQ(All()[0].interests, std::vector<std::string>{"choirs"});
  EXPECT_EQ(FollowUps().size(), 1U);
  const auto consents = fakes_.store.guests().ConsentsOf(All()[0].id).value();
  EXPECT_TRUE(ConsentOf(consents, ConsentKind::kKeepInTouch)->given);
  EXPECT_FALSE(ConsentOf(consents, ConsentKind::kIntroduce)->given);
  EXPECT_EQ(ConsentOf(consents, ConsentKind::kIntroduce)->words, WordsFor({}).introduce);
  Do(EndVisit{});
  EXPECT_FALSE(state_.guest.visit);
}

TEST_F(GuestWalk, PlansNothingForWhoDoesNotWantToBeKeptInTouchWith) {
  Receipt(false);
  EXPECT_EQ(All().size(), 1U);
  EXPECT_TRUE(FollowUps().empty());
}

TEST_F(GuestWalk, OnlyWhoAgreedIsSuggestedToOthers) {
  const auto keep = [&](const std::string& name, bool introduce) {
    Contact contact = kith::test::NamedContact(name);
    contact.interests = {"church organs"};
    const std::vector<Consent> said = {{ConsentKind::kIntroduce, introduce, "Introduce me.", state_.now}};
    ASSERT_TRUE(fakes_.store.guests().Keep(contact, {}, said));
  };
  keep("Ada Example", true);
  keep("Bo Sample", true);
  keep("Cleo Test", false);
  const Action loaded = Perform(effect::LoadIntroductions{}, fakes_.ports(), {});
  const auto& rows = loaded.As<IntroductionsLoaded>()->rows;
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_NE(rows[0].names[0], "Cleo Test");
  EXPECT_NE(rows[0].names[1], "Cleo Test");
}

TEST_F(GuestWalk, TheNextCardTakesTheScreenFromTheThanks) {
  Receipt();
  const std::uint64_t first = state_.guest.visit->ticket;
  HoldUp();
  EXPECT_NE(state_.guest.visit->ticket, first);
  EXPECT_EQ(Step(), GuestStep::kGotIt);
  EXPECT_EQ(state_.guest.visit->receipt, "");
}

TEST_F(GuestWalk, ACardThatWasSeenTooLateTakesNobodysScreen) {
  HoldUp();
  const std::uint64_t first = state_.guest.visit->ticket;
  TickAfter(kGotItShown);
  ASSERT_EQ(Step(), GuestStep::kCheck);
  Do(CardCaptured{test::TestCard(), "Demo camera"});
  EXPECT_EQ(state_.guest.visit->ticket, first);
  EXPECT_EQ(Step(), GuestStep::kCheck);
  EXPECT_EQ(state_.scan.cards.size(), 2U) << "it waits for the host";

  Do(EndVisit{});
  Do(OpenReceipt{});
  Do(CardCaptured{test::TestCard(), "Demo camera"});
  EXPECT_TRUE(state_.guest.receipt);
}

TEST_F(GuestWalk, WhoIsInAHurryLeavesTheRestToTheHost) {
  HoldUp();
  HoldUp();
  TickAfter(kGotItShown);
  Do(EndVisit{});
  EXPECT_TRUE(All().empty());
  EXPECT_EQ(state_.scan.cards.size(), 2U);
  for (const RecentCard& card : state_.scan.cards)
    EXPECT_EQ(card.stage, CardStage::kToReview);
}

TEST_F(GuestWalk, KeepsWhatWasCheckedOfWhoWalksAwayAndPlansNothing) {
  Check();
  TickAfter(kIdleWarning);
  EXPECT_EQ(SecondsUntilReset(state_), 20);
  TickAfter(kTimeToReact);
  EXPECT_FALSE(state_.guest.visit);
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(All().size(), 1U);
  EXPECT_TRUE(FollowUps().empty());
}

TEST_F(GuestWalk, ThanksGoAwayByThemselves) {
  Receipt();
  TickAfter(kReadingWarning);
  EXPECT_EQ(SecondsUntilReset(state_), 20);
  TickAfter(kTimeToReact);
  EXPECT_FALSE(state_.guest.visit);
}

TEST_F(GuestWalk, AReceiptShowsAndErasesThatOneRecord) {
  const std::string receipt = Receipt();
  Do(EndVisit{});
  Do(OpenReceipt{});
  EXPECT_FALSE(WantsCamera(state_));
  Do(FindReceipt{receipt});
  ASSERT_EQ(state_.guest.receipt->step, ReceiptStep::kShown);
  EXPECT_EQ(state_.guest.receipt->lines.at(0).text, "Ada Example");
  EXPECT_EQ(All().size(), 1U);
  Do(EraseByReceipt{});
  EXPECT_EQ(state_.guest.receipt->step, ReceiptStep::kErased);
  EXPECT_TRUE(All().empty());
}

TEST_F(GuestWalk, WrongCodesCostMoreAndMoreTime) {
  Do(OpenReceipt{});
  for (int i = 0; i < 3; ++i)
    Do(FindReceipt{"0000-0000"});
  EXPECT_TRUE(state_.guest.receipt->wrong);
  EXPECT_EQ(state_.guest.retry_at, state_.now + 30s);
  Do(LeaveReceipt{});
  Do(OpenReceipt{});
  EXPECT_TRUE(state_.guest.retry_at) << "leaving doesn't make it shorter";
  EXPECT_TRUE(Update(state_, FindReceipt{"0000-0000"}).empty());
  TickAfter(30s);
  EXPECT_FALSE(state_.guest.retry_at);
}

TEST_F(GuestWalk, EndsWhenTheHostComes) {
  Check();
  Do(Unlock{fakes_.pin.pin});
  EXPECT_FALSE(state_.guest.visit);
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(All().size(), 1U);
}

TEST_F(GuestWalk, ErasesTheCardOfWhoWantsThat) {
  HoldUp();
  TickAfter(kGotItShown);
  Do(DiscardReview{});
  EXPECT_FALSE(state_.guest.visit);
  EXPECT_TRUE(state_.scan.cards.empty());
}

}  // namespace
}  // namespace kith::flow
