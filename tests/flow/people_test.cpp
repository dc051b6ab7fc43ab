// SPDX-License-Identifier: Apache-2.0
// People who are kept already: who may be the same, what became of them, changing them.
#include <gtest/gtest.h>

#include "flow/perform.h"
#include "flow/present.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

using kith::test::kNow;
using kith::test::kToday;

/// State and fakes together: what a person does goes all the way to the store and back.
class PeopleTest : public testing::Test {
 protected:
  /// Does what the action asks for, and what follows from that.
  void Do(const Action& action) {
    for (const Effect& effect : Update(state_, action)) {
      seen_.push_back(effect);
      Do(Perform(effect, fakes_.ports(), {}));
    }
  }
  template <typename T>
  const T* Last() const {
    for (auto effect = seen_.rbegin(); effect != seen_.rend(); ++effect) {
      if (const T* found = effect->As<T>()) return found;
    }
    return nullptr;
  }

  Contact Kept(const std::string& name = "Ada Example") {
    Contact contact = kith::test::NamedContact(name);
    contact.details.phones = {{"+14155550123", "+14155550123", "", PhoneType::kMobile}};
    EXPECT_TRUE(fakes_.store.contacts().Confirm(contact, {}));
    return contact;
  }
  /// A card of the same person is held up and waits for a review.
  void HoldUp(const std::string& name = "Ada Example") {
    fakes_.ports().parse = [name](const Reading&) {
      Draft draft;
      draft.details.name = {name, "", ""};
      draft.details.phones = {{"+14155550123", "415 555 0123", "", PhoneType::kMobile}};
      return draft;
    };
    Do(CardCaptured{flow::test::TestCard(), "Demo camera"});
    if (state_.guest.visit) Do(Tick{state_.now + kGotItShown, state_.today});
    ASSERT_TRUE(state_.review);
  }
  void Save() { Do(ConfirmReview{state_.review->draft.details, {}}); }
  std::vector<Contact> All() { return fakes_.store.contacts().Search({}).value(); }
  void Open(ContactId id) {
    Do(ShowScreen{Screen::kContacts});
    Do(SelectContact{id});
    ASSERT_TRUE(state_.contacts.pane);
  }

  flow::test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
  std::vector<Effect> seen_;
};

TEST_F(PeopleTest, SomebodyWhoIsKeptIsOfferedAtReviewWithTheReasons) {
  const Contact ada = Kept();
  HoldUp();
  ASSERT_EQ(state_.review->alike.size(), 1U);
  EXPECT_EQ(state_.review->alike[0].id, ada.id);
  EXPECT_EQ(state_.review->alike[0].why, "same name, same mobile");
  EXPECT_EQ(state_.review->alike[0].answer, SamePerson::kUndecided);
}

TEST_F(PeopleTest, NothingIsMergedUnlessAPersonSaysSo) {
  Kept();
  HoldUp();
  Save();
  EXPECT_EQ(All().size(), 2U);
}

TEST_F(PeopleTest, WhoIsTheSameIsMergedOnSavingAndTheMergeCanBeTakenBack) {
  const Contact ada = Kept();
  HoldUp();
  Do(AnswerAlike{ada.id, SamePerson::kYes});
  Save();
  ASSERT_EQ(All().size(), 1U);
  EXPECT_EQ(All()[0].id, ada.id) << "the contact that was there stays itself";
  ASSERT_TRUE(state_.scan.moment);
  EXPECT_EQ(state_.scan.moment->title, "Saved with what you know of Ada Example");

  Open(ada.id);
  ASSERT_EQ(state_.contacts.pane->history[0].lines[0].field, "Joined with");
  ASSERT_TRUE(state_.contacts.pane->history[0].can_undo);
  Do(UndoRevision{state_.contacts.pane->history[0].number});
  EXPECT_EQ(All().size(), 2U);
}

TEST_F(PeopleTest, WhoIsSomebodyElseIsNotOfferedAgain) {
  const Contact ada = Kept();
  HoldUp();
  Do(AnswerAlike{ada.id, SamePerson::kNo});
  Save();
  EXPECT_EQ(All().size(), 2U);
  EXPECT_TRUE(fakes_.store.duplicates().FindAll(10).value().empty());
}

TEST_F(PeopleTest, AnAnswerGoesAwayWhenItIsGivenTwice) {
  const Contact ada = Kept();
  HoldUp();
  Do(AnswerAlike{ada.id, SamePerson::kYes});
  Do(AnswerAlike{ada.id, SamePerson::kYes});
  EXPECT_EQ(state_.review->alike[0].answer, SamePerson::kUndecided);
}

TEST_F(PeopleTest, AMergeThatFailsKeepsTheContactAndSaysSo) {
  const Contact ada = Kept();
  HoldUp();
  Do(AnswerAlike{ada.id, SamePerson::kYes});
  fakes_.store.FailNext("duplicates.Merge", {ErrorCode::kStorage, "The database refused."});
  Save();
  EXPECT_EQ(All().size(), 2U);
  ASSERT_FALSE(state_.notices.empty());
  EXPECT_EQ(state_.notices[0].title, "Saved as a contact of its own");
}

class GuestTest : public PeopleTest {
 protected:
  GuestTest() {
    Settings settings;
    settings.kiosk = true;
    state_ = InitialState(settings, kNow, kToday);
  }
};

TEST_F(GuestTest, AGuestIsNotToldWhomTheHostKnows) {
  Kept();
  HoldUp();
  EXPECT_TRUE(state_.review->alike.empty());
  EXPECT_EQ(Last<effect::FindAlike>(), nullptr);
  Do(AlikeFound{state_.review->capture, {{Kept("Bo Sample"), {0.9, {"same mobile"}}}}});
  EXPECT_TRUE(state_.review->alike.empty());
}

TEST_F(GuestTest, WhatAGuestChangesIsTheGuestsDoing) {
  HoldUp();
  Save();
  const auto revisions = fakes_.store.history().Revisions(All()[0].id).value();
  EXPECT_EQ(revisions[0].actor, Actor::kGuest);
}

TEST_F(GuestTest, TheHostAtTheUnlockedKioskIsTheHost) {
  Do(Unlock{fakes_.pin.pin});
  HoldUp();
  Save();
  EXPECT_EQ(fakes_.store.history().Revisions(All()[0].id).value()[0].actor, Actor::kHost);
}

TEST_F(PeopleTest, TheDeskIsTheHosts) {
  HoldUp();
  Save();
  EXPECT_EQ(fakes_.store.history().Revisions(All()[0].id).value()[0].actor, Actor::kHost);
}

TEST_F(PeopleTest, TheContactsPaneOffersToJoinAndToTellApart) {
  const Contact ada = Kept();
  const Contact again = Kept();
  Open(ada.id);
  ASSERT_EQ(state_.contacts.pane->alike.size(), 1U);
  Do(MergeContacts{again.id});
  EXPECT_EQ(All().size(), 1U);
  EXPECT_TRUE(state_.contacts.pane->alike.empty());
  Do(UndoRevision{state_.contacts.pane->history[0].number});
  ASSERT_EQ(state_.contacts.pane->alike.size(), 1U);
  Do(TellApart{again.id});
  EXPECT_TRUE(state_.contacts.pane->alike.empty());
  EXPECT_EQ(All().size(), 2U);
}

TEST_F(PeopleTest, TheHistoryTellsEachFieldWithWhoAndWhenAndTakesItBack) {
  const Contact ada = Kept();
  Contact changed = ada;
  changed.details.organization = "Sample Inc";
  ASSERT_TRUE(fakes_.store.contacts().Update(changed, Actor::kGuest));
  Open(ada.id);
  const RevisionRow& row = state_.contacts.pane->history[0];
  EXPECT_NE(row.title.find("by the guest"), std::string::npos) << row.title;
  EXPECT_EQ(row.lines, (std::vector<ChangeLine>{{"Organization", "", "Sample Inc"}}));
  EXPECT_FALSE(state_.contacts.pane->history[1].can_undo) << "that is where the contact begins";
  Do(UndoRevision{row.number});
  EXPECT_EQ(fakes_.store.contacts().Get(ada.id)->details.organization, "");
}

TEST_F(PeopleTest, WhatWasChangedAgainSinceIsNotOfferedToBeTakenBack) {
  const auto change = [](std::int64_t number, const char* field) {
    return DatedRevision{{number, kNow, Actor::kHost, "here", {{field, "a", "b"}}, {}}, kToday};
  };
  const std::vector<DatedRevision> revisions = {change(3, "notes"), change(2, "emails"), change(1, "notes")};
  const std::vector<RevisionRow> rows = RevisionRows(revisions, kToday);
  EXPECT_TRUE(rows[0].can_undo);
  EXPECT_TRUE(rows[1].can_undo);
  EXPECT_FALSE(rows[2].can_undo);
}

TEST_F(PeopleTest, WhatWasOnTheCardStandsBesideWhatIsKeptNow) {
  HoldUp("Ada Exanple");
  ContactDetails corrected = state_.review->draft.details;
  corrected.name.full = "Ada Example";
  Do(ConfirmReview{corrected, {}});
  Open(All()[0].id);
  ASSERT_EQ(state_.contacts.pane->cards.size(), 1U);
  const CardPane& card = state_.contacts.pane->cards[0];
  EXPECT_FALSE(card.front.empty());
  EXPECT_EQ(card.lines[0], (CardLine{"Name", "Ada Exanple", "Ada Example", false}));
  EXPECT_TRUE(card.lines[1].same);
}

TEST_F(PeopleTest, AMachinesSuggestionWaitsForAPerson) {
  const Contact ada = Kept();
  Contact read = ada;
  read.details.name.full = "Ada Exanple";
  ASSERT_TRUE(fakes_.store.history().Suggest(read, Actor::kReader));
  Open(ada.id);
  ASSERT_EQ(state_.contacts.pane->suggestions.size(), 1U);
  EXPECT_EQ(state_.contacts.pane->suggestions[0].suggested, "Ada Exanple");
  Do(SettleSuggestion{"name", false});
  EXPECT_TRUE(state_.contacts.pane->suggestions.empty());
  EXPECT_EQ(fakes_.store.contacts().Get(ada.id)->details.name.full, "Ada Example");
}

TEST_F(PeopleTest, WhatAPersonEditsIsKeptAndNothingElseChanges) {
  const Contact ada = Kept();
  Open(ada.id);
  ContactEdit edit = EditOf(state_.contacts.pane->kept);
  edit.birthday = "12-10";
  edit.interests = "looms, sea bathing";
  edit.circle = "close";
  edit.looks_for = "a workshop";
  edit.offers = "tea";
  edit.tags = "choir";
  Do(SaveContact{edit});
  Contact now = fakes_.store.contacts().Get(ada.id).value();
  EXPECT_EQ(now.birthday, (Birthday{std::chrono::December / 10, std::nullopt}));
  EXPECT_EQ(now.interests, (std::vector<std::string>{"looms", "sea bathing"}));
  EXPECT_EQ(now.details, ada.details);
  const Relationship known = fakes_.store.following().Load()->relationships.at(0);
  EXPECT_EQ(known.circle, "close");
  EXPECT_EQ(known.tags, std::vector<std::string>{"choir"});
  EXPECT_EQ(known.looks_for, std::vector<std::string>{"a workshop"});
  EXPECT_EQ(known.offers, std::vector<std::string>{"tea"});
  EXPECT_EQ(state_.contacts.saved, 1);
}

TEST_F(PeopleTest, ABirthdayThatIsNoneIsRefusedBeforeAnythingIsKept) {
  const Contact ada = Kept();
  Open(ada.id);
  ContactEdit edit = EditOf(state_.contacts.pane->kept);
  edit.birthday = "spring";
  edit.circle = "close";
  Do(SaveContact{edit});
  EXPECT_EQ(Last<effect::SaveContact>(), nullptr);
  EXPECT_TRUE(fakes_.store.following().Load()->relationships.empty());
  EXPECT_EQ(state_.notices.size(), 1U);
}

TEST_F(PeopleTest, WhatSomebodyElseChangedMeanwhileIsNotOverwritten) {
  const Contact ada = Kept();
  Open(ada.id);
  ContactEdit edit = EditOf(state_.contacts.pane->kept);
  edit.interests = "looms";
  Contact changed = ada;
  changed.details.notes = "Called on Friday";
  ASSERT_TRUE(fakes_.store.contacts().Update(changed));
  Do(SaveContact{edit});
  EXPECT_EQ(fakes_.store.contacts().Get(ada.id)->details.notes, "Called on Friday");
  EXPECT_TRUE(fakes_.store.contacts().Get(ada.id)->interests.empty());
  EXPECT_FALSE(state_.contacts.busy);
}

TEST_F(PeopleTest, TwoCardsHeldUpTogetherAreAnIntroductionOnceBothAreKept) {
  HoldUp("Ada Example");
  Do(CardCaptured{flow::test::TestCard(), "Demo camera", true});
  Save();
  EXPECT_TRUE(fakes_.store.following().Load()->introductions.empty()) << "there is one of them only";
  ASSERT_TRUE(state_.review) << "the other one waits";
  ContactDetails ben;
  ben.name.full = "Ben Sample";
  Do(ConfirmReview{ben, {}});
  const auto introductions = fakes_.store.following().Load()->introductions;
  ASSERT_EQ(introductions.size(), 1U);
  EXPECT_EQ(introductions[0].made_on, kToday);
  Do(UndoDue{});
  EXPECT_TRUE(fakes_.store.following().Load()->introductions.empty()) << "it can be taken back";
}

TEST_F(PeopleTest, WhoSaysWhatToAnIntroductionIsNotedInTheWindow) {
  const Contact ada = Kept("Ada Example");
  const Contact ben = Kept("Ben Sample");
  FollowingChange change{.what = "begun"};
  const Introduction begun{.id = MakeId<IntroductionId>(kNow),
                           .contacts = {std::min(ada.id, ben.id), std::max(ada.id, ben.id)},
                           .begun = kToday};
  change.introductions = {{std::nullopt, begun}};
  ASSERT_TRUE(fakes_.store.following().Apply(change));
  Do(ShowScreen{Screen::kDue});
  Do(ShowDueTab{DueTab::kIntroductions});
  ASSERT_EQ(state_.due.begun.size(), 1U);
  Do(AnswerIntroduction{begun.id, 1, Answer::kYes});
  EXPECT_EQ(state_.due.begun.at(0).answers[1], Answer::kYes);
  Do(MarkIntroduced{begun.id});
  EXPECT_TRUE(state_.due.begun.empty());
  EXPECT_EQ(fakes_.store.following().Load()->introductions[0].made_on, kToday);
  Do(UndoDue{});
  ASSERT_EQ(state_.due.begun.size(), 1U);
  Do(AnswerIntroduction{begun.id, 0, Answer::kNo});
  EXPECT_TRUE(state_.due.begun.empty());
}

TEST_F(PeopleTest, ANewDayIsCaredForWhileTheKioskStaysOn) {
  const Contact ada = Kept();
  ASSERT_TRUE(fakes_.store.retention().SetEraseOn(ada.id, AddDays(kToday, 2)));
  Do(Tick{kNow + 1h, kToday});
  EXPECT_TRUE(fakes_.backup.days.empty());
  Do(Tick{kNow + 24h, AddDays(kToday, 1)});
  EXPECT_EQ(All().size(), 1U);
  Do(Tick{kNow + 48h, AddDays(kToday, 2)});
  EXPECT_TRUE(All().empty());
  EXPECT_EQ(fakes_.backup.days, (std::vector<Day>{AddDays(kToday, 1), AddDays(kToday, 2)}));
  ASSERT_FALSE(state_.notices.empty());
  EXPECT_EQ(state_.notices.back().title, "Erased, because their time had come");
  EXPECT_EQ(state_.notices.back().text, "1 contact, 0 cards that nobody reviewed, 0 pictures of cards.");
}

TEST_F(PeopleTest, ADamagedDatabaseThatTheDaysBackupFindsIsSaid) {
  fakes_.backup.fault = Error{ErrorCode::kDamaged, "The database is damaged."};
  Do(Tick{kNow + 24h, AddDays(kToday, 1)});
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].title, "The database is damaged");
}

}  // namespace
}  // namespace kith::flow
