// SPDX-License-Identifier: Apache-2.0
#include "flow/update.h"

#include <gtest/gtest.h>

#include "tests/flow/fake_ports.h"
#include "tests/support/manual_clock.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

using kith::test::kNow;
using kith::test::kToday;

class UpdateTest : public testing::Test {
 protected:
  std::vector<Effect> Do(const Action& action) { return Update(state_, action); }
  void TickAfter(std::chrono::milliseconds duration) { Do(Tick{state_.now + duration, state_.today}); }
  template <typename T>
  const T* Find(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
      if (const T* found = effect.As<T>()) return found;
    }
    return nullptr;
  }

  CaptureId Captured() {
    const auto effects = Do(CardCaptured{test::TestCard(), "Demo camera"});
    const std::uint64_t ticket = Find<effect::StoreCapture>(effects)->ticket;
    const CaptureId id = MakeId<CaptureId>(state_.now);
    Do(CaptureStored{ticket, id});
    return id;
  }
  static Draft AdaDraft() {
    Draft draft;
    draft.details.name.full = "Ada Example";
    draft.fields = {{FieldKind::kName, "Ada Example", 0.9, {5, 6, 70, 8}}};
    return draft;
  }
  CaptureId InReview() {
    const CaptureId id = Captured();
    Do(DraftReady{id, AdaDraft(), test::TestCard()});
    if (state_.guest.visit) TickAfter(kGotItShown);
    EXPECT_TRUE(state_.review && state_.review->capture == id);
    return id;
  }
  static ContactDetails AdaDetails() {
    ContactDetails details;
    details.name.full = "Ada Example";
    return details;
  }
  static Contact Ada() {
    Contact contact;
    contact.id = MakeId<ContactId>(kNow);
    contact.details = AdaDetails();
    return contact;
  }

  AppState state_ = InitialState({}, kNow, kToday);
};

class KioskUpdateTest : public UpdateTest {
 protected:
  KioskUpdateTest() {
    Settings settings;
    settings.kiosk = true;
    state_ = InitialState(settings, kNow, kToday);
  }
  void EnterPin() {
    Do(Unlock{"2468"});
    Do(PinChecked{true});
  }
};

TEST_F(UpdateTest, StartsWithWhatACrashInterrupted) {
  const auto effects = StartEffects(state_);
  EXPECT_TRUE(Find<effect::LoadWaiting>(effects)->resume_interrupted);
  EXPECT_EQ(Find<effect::LoadDue>(effects)->today, kToday);
}

TEST_F(UpdateTest, SaysGotItOnlyOnceTheCardIsOnDisk) {
  const auto effects = Do(CardCaptured{test::TestCard(), "Demo camera"});
  const auto* store = Find<effect::StoreCapture>(effects);
  ASSERT_TRUE(store);
  EXPECT_EQ(store->source, "Demo camera");
  EXPECT_FALSE(state_.scan.moment);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kStoring);

  const CaptureId id = MakeId<CaptureId>(kNow);
  const auto next = Do(CaptureStored{store->ticket, id});
  ASSERT_TRUE(state_.scan.moment);
  EXPECT_EQ(state_.scan.moment->kind, Moment::Kind::kGotIt);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kReading);
  EXPECT_EQ(Find<effect::ReadCapture>(next)->id, id);
}

TEST_F(UpdateTest, ACaptureBelongsToTheEventOfTheEvening) {
  Event event;
  event.id = MakeId<EventId>(kNow);
  state_.settings.event = event;
  const auto effects = Do(CardCaptured{test::TestCard(), ""});
  EXPECT_EQ(Find<effect::StoreCapture>(effects)->event, event.id);
}

TEST_F(UpdateTest, ACardThatWasNotStoredLeavesTheListAndSaysWhy) {
  const auto effects = Do(CardCaptured{test::TestCard(), ""});
  Do(CaptureNotStored{Find<effect::StoreCapture>(effects)->ticket,
                      {ErrorCode::kStorageFull, "Free some space."}});
  EXPECT_TRUE(state_.scan.cards.empty());
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].title, "The disk is full");
  EXPECT_EQ(state_.notices[0].text, "Free some space.");
  EXPECT_FALSE(state_.scan.moment);
}

TEST_F(UpdateTest, GotItGoesAwayByItself) {
  Captured();
  const std::optional<Instant> deadline = NextDeadline(state_);
  ASSERT_TRUE(deadline);
  Do(Tick{*deadline, kToday});
  EXPECT_FALSE(state_.scan.moment);
  EXPECT_FALSE(NextDeadline(state_));
}

TEST_F(UpdateTest, AReadCardOpensForReviewWithItsFirstFieldFocused) {
  const CaptureId id = Captured();
  const auto effects = Do(DraftReady{id, AdaDraft(), test::TestCard(3)});
  EXPECT_EQ(state_.screen, Screen::kReview);
  ASSERT_TRUE(state_.review);
  EXPECT_EQ(state_.review->focused, (Box{5, 6, 70, 8}));
  EXPECT_EQ(state_.review->rows.at(0).text, "Ada Example");
  EXPECT_TRUE(Find<effect::ReadNext>(effects)) << "other cards may wait";
}

TEST_F(UpdateTest, ASecondDraftWaitsInTheListWhileAPersonReviews) {
  const CaptureId first = InReview();
  const CaptureId second = Captured();
  Do(DraftReady{second, AdaDraft(), test::TestCard()});
  EXPECT_EQ(state_.review->capture, first);
  EXPECT_EQ(state_.scan.cards.at(0).id, second);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kToReview);
}

TEST_F(UpdateTest, ADraftNeverPullsAPersonFromAnotherScreen) {
  const CaptureId id = Captured();
  Do(ShowScreen{Screen::kContacts});
  Do(DraftReady{id, AdaDraft(), test::TestCard()});
  EXPECT_EQ(state_.screen, Screen::kContacts);
  EXPECT_FALSE(state_.review);
}

TEST_F(UpdateTest, AnUnreadableCardOpensToBeTypedIn) {
  const CaptureId id = Captured();
  const auto effects = Do(ReadingFailed{id, true, {ErrorCode::kUnreadable, "No text."}});
  EXPECT_EQ(Find<effect::LoadReview>(effects)->id, id);
  EXPECT_TRUE(state_.review->loading);
  Do(ReviewLoaded{.id = id, .draft = {}, .card = test::TestCard(), .unreadable = true});
  EXPECT_TRUE(state_.review->unreadable);
  EXPECT_EQ(state_.review->rows.at(0).kind, FieldKind::kName);
}

TEST_F(UpdateTest, AFailureThatIsTriedAgainDisturbsNobody) {
  const CaptureId id = Captured();
  const auto effects = Do(ReadingFailed{id, false, {ErrorCode::kInternal, "Once more."}});
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kReading);
  EXPECT_TRUE(state_.notices.empty());
  EXPECT_TRUE(Find<effect::ReadNext>(effects));
}

TEST_F(UpdateTest, CardsOfEarlierRunsAreListedBelowNewOnes) {
  WaitingCapture earlier;
  earlier.capture.id = MakeId<CaptureId>(kNow - 24h);
  earlier.capture.state = CaptureState::kDrafted;
  earlier.name = "Bo Sample";
  const CaptureId fresh = Captured();
  const auto effects = Do(WaitingLoaded{{earlier}, true});
  ASSERT_EQ(state_.scan.cards.size(), 2U);
  EXPECT_EQ(state_.scan.cards[0].id, fresh);
  EXPECT_EQ(state_.scan.cards[1].title, "Bo Sample");
  EXPECT_TRUE(Find<effect::ReadNext>(effects));
}

TEST_F(UpdateTest, ConfirmingAsksForTheContactOnceOnly) {
  const CaptureId id = InReview();
  const auto effects = Do(ConfirmReview{AdaDetails(), {"hiking"}});
  const auto* confirm = Find<effect::ConfirmContact>(effects);
  ASSERT_TRUE(confirm);
  EXPECT_EQ(confirm->capture, id);
  EXPECT_EQ(confirm->interests, std::vector<std::string>{"hiking"});
  EXPECT_TRUE(state_.review->saving);
  EXPECT_TRUE(Do(ConfirmReview{AdaDetails(), {}}).empty());
  EXPECT_TRUE(Do(DiscardReview{}).empty());
  Do(LeaveReview{});
  EXPECT_TRUE(state_.review) << "leaving while saving would hide a failure";
}

TEST_F(UpdateTest, AnEmptyContactIsRefusedWithAReason) {
  InReview();
  EXPECT_TRUE(Do(ConfirmReview{}).empty());
  EXPECT_FALSE(state_.review->saving);
  EXPECT_EQ(state_.notices.size(), 1U);
}

TEST_F(UpdateTest, SavedSaysWhoAndWhatIsNextAndReturnsToTheCamera) {
  const CaptureId id = InReview();
  Do(ConfirmReview{AdaDetails(), {}});
  FollowUp hello;
  hello.due = AddDays(kToday, 1);
  hello.text = "say hello";
  const auto effects = Do(ContactConfirmed{id, Ada(), {hello}});
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(state_.screen, Screen::kScan);
  ASSERT_TRUE(state_.scan.moment);
  EXPECT_EQ(state_.scan.moment->title, "Ada Example is saved");
  EXPECT_EQ(state_.scan.moment->text, "Tomorrow: say hello");
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kSaved);
  EXPECT_TRUE(Find<effect::LoadDue>(effects));
}

TEST_F(UpdateTest, AtADeskTheNextWaitingCardFollowsAtOnce) {
  const CaptureId first = InReview();
  const CaptureId second = Captured();
  Do(DraftReady{second, AdaDraft(), test::TestCard()});
  Do(ConfirmReview{AdaDetails(), {}});
  const auto effects = Do(ContactConfirmed{first, Ada(), {}});
  EXPECT_EQ(Find<effect::LoadReview>(effects)->id, second);
  EXPECT_EQ(state_.review->capture, second);
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].title, "Ada Example is saved");
}

TEST_F(UpdateTest, AFailedSaveKeepsTheReviewOpenAndSaysWhy) {
  const CaptureId id = InReview();
  Do(ConfirmReview{AdaDetails(), {}});
  Do(ConfirmFailed{id, {ErrorCode::kStorage, "Try again."}});
  ASSERT_TRUE(state_.review);
  EXPECT_FALSE(state_.review->saving);
  EXPECT_EQ(state_.notices.at(0).text, "Try again.");
}

TEST_F(UpdateTest, LeavingAReviewLeavesTheCardWaiting) {
  const CaptureId id = InReview();
  EXPECT_TRUE(Do(LeaveReview{}).empty());
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(state_.screen, Screen::kScan);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kToReview);
  EXPECT_EQ(Find<effect::LoadReview>(Do(OpenReview{id}))->id, id);
}

TEST_F(UpdateTest, DiscardingErasesTheCard) {
  const CaptureId id = InReview();
  EXPECT_EQ(Find<effect::EraseCapture>(Do(DiscardReview{}))->id, id);
  Do(CaptureErased{id});
  EXPECT_TRUE(state_.scan.cards.empty());
  EXPECT_FALSE(state_.review);
}

TEST_F(UpdateTest, ACardThatIsReadOrSavedCannotBeReviewed) {
  const CaptureId id = Captured();
  EXPECT_TRUE(Do(OpenReview{id}).empty());
  EXPECT_FALSE(state_.review);
}

TEST_F(UpdateTest, ALateDraftDoesNotReviveASavedCard) {
  const CaptureId id = InReview();
  Do(ConfirmReview{AdaDetails(), {}});
  Do(ContactConfirmed{id, Ada(), {}});
  Do(DraftReady{id, AdaDraft(), test::TestCard()});
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kSaved);
}

TEST_F(UpdateTest, AnswersToOlderSearchesAreIgnored) {
  const std::uint64_t old_ticket = Find<effect::FindContacts>(Do(SearchContacts{"a"}))->ticket;
  const auto effects = Do(SearchContacts{"ad"});
  EXPECT_EQ(Find<effect::FindContacts>(effects)->query.text, "ad");
  Do(ContactsFound{old_ticket, {Ada()}});
  EXPECT_TRUE(state_.contacts.rows.empty());
  const auto next = Do(ContactsFound{Find<effect::FindContacts>(effects)->ticket, {Ada()}});
  EXPECT_EQ(state_.contacts.rows.size(), 1U);
  EXPECT_TRUE(Find<effect::LoadContact>(next)) << "the first one is shown";
}

TEST_F(UpdateTest, ThePaneOfAContactThatIsNotSelectedAnyMoreIsIgnored) {
  const Contact ada = Ada();
  Do(SelectContact{ada.id});
  Do(SelectContact{MakeId<ContactId>(kNow)});
  Do(ContactLoaded{ada, "", {}});
  EXPECT_FALSE(state_.contacts.pane);
}

TEST_F(UpdateTest, DoneIsAskedForOnceAndOnlyForWhatIsListed) {
  NamedDueItem item;
  item.item.follow_up = MakeId<FollowUpId>(kNow);
  item.item.day = kToday;
  const std::string key = KeyOf(item.item);
  Do(DueLoaded{kToday, {item}});
  EXPECT_EQ(state_.due.count_until_today, 1);
  const auto effects = Do(ActOnDue{key, DueDeed::kDone, "she was glad"});
  EXPECT_EQ(Find<effect::ChangeDue>(effects)->action.note, "she was glad");
  EXPECT_EQ(Find<effect::ChangeDue>(effects)->today, kToday);
  EXPECT_TRUE(Do(ActOnDue{key}).empty());
  EXPECT_TRUE(Do(ActOnDue{"another"}).empty());
  EXPECT_TRUE(Find<effect::LoadDue>(Do(DueChanged{"Done: Say hello"})));
  EXPECT_EQ(state_.due.can_undo, "Done: Say hello");
}

TEST_F(UpdateTest, WhatCouldNotBeDoneCanBeTriedAgain) {
  NamedDueItem item;
  item.item.follow_up = MakeId<FollowUpId>(kNow);
  item.item.day = kToday;
  Do(DueLoaded{kToday, {item}});
  const std::string key = KeyOf(item.item);
  Do(ActOnDue{key, DueDeed::kSkip});
  Do(DueNotChanged{key, {ErrorCode::kStorageFull, "The disk is full."}});
  EXPECT_EQ(state_.notices.size(), 1U);
  EXPECT_TRUE(Find<effect::ChangeDue>(Do(ActOnDue{key, DueDeed::kSkip})));
}

TEST_F(UpdateTest, TakingBackRunsOnceAndLoadsTheListAgain) {
  Do(DueChanged{"Done: Say hello"});
  EXPECT_TRUE(Find<effect::UndoDue>(Do(UndoDue{})));
  EXPECT_TRUE(Do(UndoDue{}).empty());
  EXPECT_TRUE(Find<effect::LoadDue>(Do(DueUndone{"Done: Say hello"})));
  EXPECT_EQ(state_.due.can_undo, "");
}

TEST_F(UpdateTest, AMessageIsShownForTheRowThatAskedLast) {
  NamedDueItem item;
  item.item.follow_up = MakeId<FollowUpId>(kNow);
  item.item.day = kToday;
  const std::string key = KeyOf(item.item);
  Do(DueLoaded{kToday, {item}});
  EXPECT_TRUE(Find<effect::WriteMessage>(Do(OpenMessage{key})));
  Do(MessageWritten{"another", followup::Message{"en", {{}, "Old", "old"}}});
  EXPECT_TRUE(state_.due.message->loading);
  Do(MessageWritten{key, followup::Message{"en", {{{{}, "Ada", "ada@example.com"}}, "Hello", "Dear Ada"}}});
  EXPECT_EQ(state_.due.message->mail.body, "Dear Ada");
  Do(CloseMessage{});
  EXPECT_FALSE(state_.due.message);
}

TEST_F(UpdateTest, AMessageIsTakenAsItWasEditedAndOnceAtATime) {
  NamedDueItem item;
  item.item.follow_up = MakeId<FollowUpId>(kNow);
  item.item.day = kToday;
  const std::string key = KeyOf(item.item);
  const Recipient ada{ContactId(UuidBytes{1}), "Ada", "ada@example.com"};
  Do(DueLoaded{kToday, {item}});
  Do(OpenMessage{key});
  EXPECT_TRUE(Do(TakeMessage{TakeMessage::Where::kDraft, "x", "y"}).empty()) << "it isn't written yet";
  Do(MessageWritten{key, followup::Message{"en", {{ada}, "Hello", "Dear Ada"}}});
  const std::vector<Effect> opened_effects =
      Do(TakeMessage{TakeMessage::Where::kMailProgram, "Hi", "Dear Ada, mine"});
  const auto* const opened = Find<effect::OpenInMailProgram>(opened_effects);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->mail, (MailDraft{{ada}, "Hi", "Dear Ada, mine"}));
  EXPECT_TRUE(Do(TakeMessage{TakeMessage::Where::kDraft, "Hi", "again"}).empty()) << "one at a time";
  Do(MessageNotTaken{{ErrorCode::kNotAllowed, "The message is too long."}});
  EXPECT_EQ(state_.notices.back().text, "The message is too long.");
  const std::vector<Effect> saved_effects =
      Do(TakeMessage{TakeMessage::Where::kDraft, "Hi", "Dear Ada, mine"});
  const auto* const saved = Find<effect::SaveDraft>(saved_effects);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->folder, state_.settings.export_folder);
  Do(MessageTaken{"/home/ada/Ada.eml"});
  EXPECT_EQ(state_.notices.back().text, "/home/ada/Ada.eml");
  EXPECT_FALSE(state_.due.message->taking);
}

TEST_F(UpdateTest, TheCodeOfTheHostCardIsOfWhatWasTypedLast) {
  ASSERT_TRUE(Find<effect::LoadHostCard>(Do(ShowScreen{Screen::kHostCard})));
  const HostCard kept{.id = ContactId(UuidBytes{1}), .name = "Grace"};
  const std::vector<Effect> first_effects = Do(HostCardLoaded{kept});
  const auto* const first = Find<effect::MakeHostCode>(first_effects);
  ASSERT_TRUE(first);
  const std::vector<Effect> second_effects = Do(EditHostCard{{.name = "Grace Example"}});
  const auto* const second = Find<effect::MakeHostCode>(second_effects);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->card.name, "Grace Example");
  Do(HostCodeMade{second->ticket, {{21, {}}, {}}});
  Do(HostCodeMade{first->ticket, {{99, {}}, {}}});
  EXPECT_EQ(state_.host_card.code->code.size, 21) << "an older answer came late";
  Do(HostCodeNotMade{second->ticket, {ErrorCode::kInvalidInput, "No name."}});
  EXPECT_FALSE(state_.host_card.code);
  EXPECT_EQ(state_.host_card.problem, "No name.");
}

TEST_F(UpdateTest, TheHostCardIsKeptWithItsIdAndThenWritten) {
  Do(HostCardLoaded{});
  EXPECT_TRUE(Do(WriteHostCard{HostCardFile::kPng}).empty()) << "there is none yet";
  const int saved = state_.host_card.saved;
  ASSERT_TRUE(Find<effect::KeepHostCard>(Do(KeepHostCard{{.name = "Grace"}})));
  EXPECT_TRUE(Do(KeepHostCard{{.name = "Grace"}}).empty()) << "one at a time";
  const HostCard kept{.id = ContactId(UuidBytes{1}), .name = "Grace"};
  EXPECT_TRUE(Find<effect::MakeHostCode>(Do(HostCardKept{kept})));
  EXPECT_GT(state_.host_card.saved, saved);
  const std::vector<Effect> again = Do(KeepHostCard{{.name = "Grace Example"}});
  EXPECT_EQ(Find<effect::KeepHostCard>(again)->card.id, kept.id);
  Do(HostCardFailed{{ErrorCode::kStorageFull, "The disk is full."}});
  EXPECT_EQ(state_.notices.back().text, "The disk is full.");
  const std::vector<Effect> written_effects = Do(WriteHostCard{HostCardFile::kSvg});
  const auto* const written = Find<effect::WriteHostCard>(written_effects);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->card, kept);
  Do(HostCardWritten{"/home/ada/Grace.svg"});
  EXPECT_EQ(state_.notices.back().text, "/home/ada/Grace.svg");
}

TEST_F(UpdateTest, ATabLoadsWhatItShows) {
  EXPECT_TRUE(Find<effect::LoadIntroductions>(Do(ShowDueTab{DueTab::kIntroductions})));
  IntroductionRow row;
  row.contacts = {MakeId<ContactId>(kNow), MakeId<ContactId>(kNow)};
  Do(IntroductionsLoaded{{row}});
  EXPECT_TRUE(Find<effect::DecideIntroduction>(Do(DecideIntroduction{row.contacts, true}))->action.begin);
  EXPECT_TRUE(Do(DecideIntroduction{row.contacts, true}).empty()) << "it is being done";
  EXPECT_TRUE(Find<effect::LoadFates>(Do(ShowDueTab{DueTab::kEveryone})));
}

TEST_F(UpdateTest, ANewDayLoadsWhatIsDue) {
  const auto effects = Do(Tick{kNow + 24h, AddDays(kToday, 1)});
  EXPECT_EQ(Find<effect::LoadDue>(effects)->today, AddDays(kToday, 1));
  Do(DueLoaded{kToday, {NamedDueItem{}}});
  EXPECT_FALSE(state_.due.loaded) << "yesterday's answer";
}

TEST_F(UpdateTest, AnExportOfOneFileEachIsToldByItsPath) {
  StartExport start{ExportFormat::kContactsVcard4, "contacts", false};
  start.one_file_each = true;
  start.pictures = false;
  const ExportRequest request = Find<effect::Export>(Do(start))->request;
  EXPECT_EQ(request.path, "contacts/");
  EXPECT_FALSE(request.pictures);
}

TEST_F(UpdateTest, AnExportNeedsAPathAndRunsOnce) {
  EXPECT_TRUE(Do(StartExport{ExportFormat::kContactsCsv, "", false}).empty());
  EXPECT_EQ(state_.notices.size(), 1U);
  const auto effects = Do(StartExport{ExportFormat::kContactsCsv, "contacts.csv", false});
  EXPECT_EQ(Find<effect::Export>(effects)->request.path, "contacts.csv");
  EXPECT_TRUE(Do(StartExport{ExportFormat::kContactsCsv, "contacts.csv", false}).empty());
  Do(ExportFailed{{ErrorCode::kPermissionDenied, "Choose another folder."}});
  EXPECT_FALSE(state_.exporting.running);
  EXPECT_EQ(state_.notices.back().text, "Choose another folder.");
}

TEST_F(UpdateTest, ProblemsStayUntilPutAwayAndAreNotRepeated) {
  const Error error{ErrorCode::kStorage, "Check the disk."};
  Do(EffectFailed{error});
  Do(EffectFailed{error});
  ASSERT_EQ(state_.notices.size(), 1U);
  TickAfter(1h);
  ASSERT_EQ(state_.notices.size(), 1U);
  Do(DismissNotice{state_.notices[0].id});
  EXPECT_TRUE(state_.notices.empty());
}

TEST_F(UpdateTest, CancelledIsNothingToShow) {
  Do(EffectCancelled{});
  Do(ExportFailed{{ErrorCode::kCancelled, "Kith is closing."}});
  EXPECT_TRUE(state_.notices.empty());
}

TEST_F(UpdateTest, AFailedCameraShowsNoStalePicture) {
  Do(CameraOpened{"/dev/video0"});
  Do(PreviewArrived{{test::TestCard(), std::nullopt, ScanHint::kHoldStill}});
  Do(CameraFailed{{ErrorCode::kSourceLost, "Plug the camera in again."}});
  EXPECT_TRUE(state_.scan.preview.frame.empty());
  EXPECT_TRUE(state_.scan.camera_error);
  Do(PreviewArrived{{test::TestCard(), std::nullopt, ScanHint::kShowCard}});
  EXPECT_FALSE(state_.scan.camera_error);
}

TEST_F(KioskUpdateTest, AGuestGetsToNoOtherScreen) {
  for (const Screen screen : {Screen::kContacts, Screen::kDue, Screen::kExport, Screen::kReview}) {
    EXPECT_TRUE(Do(ShowScreen{screen}).empty());
    EXPECT_EQ(state_.screen, Screen::kScan);
  }
  EXPECT_TRUE(Do(SearchContacts{""}).empty());
  EXPECT_TRUE(Do(SelectContact{MakeId<ContactId>(kNow)}).empty());
  EXPECT_TRUE(Do(StartExport{ExportFormat::kContactsCsv, "x", false}).empty());
  Do(CloseProgram{});
  EXPECT_FALSE(state_.closing);
}

TEST_F(KioskUpdateTest, AGuestCannotOpenTheCardOfAnEarlierRun) {
  WaitingCapture earlier;
  earlier.capture.id = MakeId<CaptureId>(kNow - 24h);
  earlier.capture.state = CaptureState::kDrafted;
  Do(WaitingLoaded{{earlier}, true});
  EXPECT_TRUE(Do(OpenReview{earlier.capture.id}).empty());
}

TEST_F(KioskUpdateTest, WhatIsDueIsCountedButNotKeptWhileLocked) {
  NamedDueItem item;
  item.item.day = kToday;
  item.name = "Ada Example";
  Do(DueLoaded{kToday, {item}});
  EXPECT_TRUE(state_.due.groups.empty());
}

TEST_F(KioskUpdateTest, ThePinIsLookedAtByAWorkerAndUnlocks) {
  const auto effects = Do(Unlock{"2468"});
  EXPECT_EQ(Find<effect::CheckPin>(effects)->pin, "2468");
  EXPECT_TRUE(state_.lock.locked);
  EXPECT_TRUE(Do(Unlock{"1357"}).empty()) << "one at a time";
  Do(PinChecked{true});
  EXPECT_EQ(state_.lock.locked, false);
  EXPECT_FALSE(state_.lock.checking);
}

TEST_F(KioskUpdateTest, EachWrongPinCostsMoreTimeUpToFiveMinutesAndTheRightOneStillUnlocks) {
  std::vector<std::int64_t> pauses;
  for (int i = 0; i < 9; ++i) {
    ASSERT_FALSE(Do(Unlock{"0000"}).empty());
    Do(PinChecked{false});
    const Instant retry_at = state_.lock.retry_at.value_or(state_.now);
    pauses.push_back(std::chrono::duration_cast<std::chrono::seconds>(retry_at - state_.now).count());
    if (retry_at > state_.now) {
      EXPECT_TRUE(Do(Unlock{"2468"}).empty()) << "not before the pause is over";
      EXPECT_LE(*NextDeadline(state_), state_.now + 1s) << "the pause is counted down";
    }
    Do(Tick{retry_at, kToday});
  }
  EXPECT_EQ(pauses, (std::vector<std::int64_t>{0, 0, 30, 60, 120, 240, 300, 300, 300}));
  EnterPin();
  EXPECT_FALSE(state_.lock.locked);
  EXPECT_EQ(state_.lock.wrong_attempts, 0);
}

TEST_F(KioskUpdateTest, LockingWhatIsLockedForgivesNoWrongPin) {
  Do(Unlock{"0000"});
  Do(PinChecked{false});
  Do(Lock{});
  EXPECT_EQ(state_.lock.wrong_attempts, 1);
}

TEST_F(KioskUpdateTest, APinThatCouldNotBeCheckedIsNoWrongOne) {
  Do(Unlock{"2468"});
  Do(PinNotChecked{{ErrorCode::kUnreadable, "Set it again."}});
  EXPECT_TRUE(state_.lock.locked);
  EXPECT_FALSE(state_.lock.checking);
  EXPECT_EQ(state_.lock.wrong_attempts, 0);
  EXPECT_EQ(state_.notices.at(0).text, "Set it again.");
}

TEST_F(KioskUpdateTest, NobodyUnlocksWithoutHavingEnteredAPin) {
  Do(PinChecked{true});
  EXPECT_TRUE(state_.lock.locked);
}

TEST_F(KioskUpdateTest, LockingLeavesNothingOfAnybodyInTheState) {
  EnterPin();
  const auto effects = Do(SearchContacts{""});
  Do(ContactsFound{Find<effect::FindContacts>(effects)->ticket, {Ada()}});
  Do(Lock{});
  EXPECT_TRUE(state_.lock.locked);
  EXPECT_TRUE(state_.contacts.rows.empty());
  EXPECT_EQ(state_.screen, Screen::kScan);
}

TEST_F(KioskUpdateTest, AnAnswerThatComesAfterLockingIsThrownAway) {
  EnterPin();
  const Contact ada = Ada();
  Do(SelectContact{ada.id});
  const auto effects = Do(SearchContacts{""});
  Do(Lock{});
  Do(ContactLoaded{ada, "", {}});
  Do(ContactsFound{Find<effect::FindContacts>(effects)->ticket, {ada}});
  EXPECT_FALSE(state_.contacts.pane);
  EXPECT_TRUE(state_.contacts.rows.empty());
}

TEST_F(KioskUpdateTest, AnUnlockedKioskThatNobodyUsesLocksItself) {
  EnterPin();
  Do(PersonIsThere{});
  Do(Tick{*NextDeadline(state_), kToday});
  EXPECT_TRUE(state_.lock.locked);
}

TEST_F(KioskUpdateTest, AnIdleGuestIsWarnedThenTheCardIsLeftToTheHost) {
  InReview();
  EXPECT_FALSE(SecondsUntilReset(state_));
  TickAfter(kIdleWarning);
  EXPECT_EQ(SecondsUntilReset(state_), 20);
  TickAfter(20s);
  EXPECT_FALSE(state_.review);
  EXPECT_EQ(state_.screen, Screen::kScan);
  EXPECT_EQ(state_.scan.cards.at(0).stage, CardStage::kToReview);
}

TEST_F(KioskUpdateTest, OneTouchIsEnoughToStay) {
  InReview();
  TickAfter(kIdleWarning + 10s);
  Do(PersonIsThere{});
  EXPECT_FALSE(SecondsUntilReset(state_));
  TickAfter(30s);
  EXPECT_TRUE(state_.review);
}

TEST_F(KioskUpdateTest, TheNextGuestNeverSeesTheWaitingCardOfAnother) {
  const CaptureId first = InReview();
  const CaptureId second = Captured();
  Do(DraftReady{second, AdaDraft(), test::TestCard()});
  Do(ConfirmReview{AdaDetails(), {}});
  Do(ContactConfirmed{first, Ada(), {}});
  EXPECT_FALSE(state_.review);
}

TEST_F(UpdateTest, ABackIsAttachedToTheCardBeforeIt) {
  const CaptureId id = Captured();
  const auto effects = Do(BackCaptured{test::TestCard(50)});
  ASSERT_TRUE(Find<effect::AttachBack>(effects));
  EXPECT_EQ(Find<effect::AttachBack>(effects)->id, id);
  EXPECT_EQ(Find<effect::AttachBack>(effects)->back.pixels().front(), 50);
  EXPECT_EQ(state_.scan.cards.size(), 1U);
  EXPECT_EQ(Find<effect::ReadCapture>(Do(BackAttached{id}))->id, id);
}

TEST_F(UpdateTest, ABackWaitsForAFrontThatIsNotStoredYet) {
  const std::uint64_t ticket =
      Find<effect::StoreCapture>(Do(CardCaptured{test::TestCard(), "Demo camera"}))->ticket;
  EXPECT_TRUE(Do(BackCaptured{test::TestCard(50)}).empty());
  const CaptureId id = MakeId<CaptureId>(kNow);
  const auto effects = Do(CaptureStored{ticket, id});
  EXPECT_EQ(Find<effect::AttachBack>(effects)->id, id);
  EXPECT_FALSE(Find<effect::ReadCapture>(effects)) << "both sides are read in one go";
}

TEST_F(UpdateTest, ABackWhoseFrontIsGoneBecomesACaptureOfItsOwn) {
  const std::uint64_t ticket =
      Find<effect::StoreCapture>(Do(CardCaptured{test::TestCard(), "Demo camera"}))->ticket;
  Do(BackCaptured{test::TestCard(50)});
  const auto effects = Do(CaptureNotStored{ticket, {ErrorCode::kStorage, "No."}});
  ASSERT_TRUE(Find<effect::StoreCapture>(effects));
  EXPECT_EQ(Find<effect::StoreCapture>(effects)->card.pixels().front(), 50);

  Do(CaptureErased{Captured()});
  EXPECT_TRUE(Find<effect::StoreCapture>(Do(BackCaptured{test::TestCard(60)})));
}

TEST_F(UpdateTest, TheReviewOfACardTakesInItsBack) {
  const CaptureId id = InReview();
  EXPECT_TRUE(WantsBack(state_));
  Draft both = AdaDraft();
  both.details.urls = {"example.org"};
  Do(DraftReady{id, both, test::TestCard(), test::TestCard(50)});
  ASSERT_TRUE(state_.review);
  EXPECT_EQ(state_.review->back.pixels().front(), 50);
  EXPECT_EQ(state_.review->rows, RowsOf(both));
  EXPECT_EQ(state_.review->revision, 1);
  EXPECT_FALSE(WantsBack(state_)) << "it has one";
}

TEST_F(UpdateTest, OnlyTheCardSeenLastWantsABack) {
  EXPECT_FALSE(WantsBack(state_));
  InReview();
  Captured();
  EXPECT_FALSE(WantsBack(state_)) << "another card was held there since";
}

}  // namespace
}  // namespace kith::flow
