// SPDX-License-Identifier: Apache-2.0
#include "flow/perform.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/fake_ports.h"
#include "tests/support/samples.h"

namespace kith::flow {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const Error kBroken{ErrorCode::kStorage, "The database refused."};

class PerformTest : public testing::Test {
 protected:
  template <typename T>
  T Do(const Effect& effect, std::stop_token stop = {}) {
    const Action action = Perform(effect, fakes_.ports(), std::move(stop));
    const T* done = action.As<T>();
    if (!done) throw std::runtime_error(std::string("an ") + action.kind().name());
    return *done;
  }
  CaptureId Stored(std::uint8_t shade = 200) {
    return Do<CaptureStored>(
               effect::StoreCapture{
                   .ticket = 1, .card = test::TestCard(shade), .source = "Demo camera", .event = {}})
        .id;
  }
  CaptureId Drafted() {
    const CaptureId id = Stored();
    Do<DraftReady>(effect::ReadCapture{id});
    return id;
  }
  ContactConfirmed Confirmed(CaptureId capture) {
    ContactDetails details;
    details.name = {"Ada Example", "Ada", "Example"};
    return Do<ContactConfirmed>(
        effect::ConfirmContact{.capture = capture, .details = details, .interests = {"hiking"}, .event = {}});
  }

  test::FakePorts fakes_;
};

TEST_F(PerformTest, ACapturedCardIsOnDiskWithItsSourceAndMoment) {
  const CaptureId id = Stored();
  const Result<Capture> capture = fakes_.store.captures().Get(id);
  ASSERT_TRUE(capture);
  EXPECT_EQ(capture->source, "Demo camera");
  EXPECT_EQ(capture->taken, fakes_.clock.Now());
  EXPECT_EQ(capture->state, CaptureState::kWaiting);
}

TEST_F(PerformTest, ACardThatCannotBeStoredComesBackWithItsTicket) {
  fakes_.store.FailNext("captures.Add", kBroken);
  const auto failed = Do<CaptureNotStored>(
      effect::StoreCapture{.ticket = 9, .card = test::TestCard(), .source = "", .event = {}});
  EXPECT_EQ(failed.ticket, 9U);
  EXPECT_EQ(failed.error, kBroken);
}

TEST_F(PerformTest, ReadingGivesTheDraftWithTheDecodedCardAndEndsTheJob) {
  const CaptureId id = Stored(77);
  const auto ready = Do<DraftReady>(effect::ReadCapture{id});
  EXPECT_EQ(ready.draft.details.name.full, "Ada Example");
  EXPECT_EQ(ready.card.pixels().front(), 77);
  EXPECT_EQ(fakes_.store.captures().GetDraft(id)->details.name.full, "Ada Example");
  Do<NothingToRead>(effect::ReadNext{});
}

TEST_F(PerformTest, BothSidesAreReadIntoOneDraft) {
  const CaptureId id = Drafted();
  EXPECT_EQ(Do<BackAttached>(effect::AttachBack{id, test::TestCard(50)}).id, id);
  const auto ready = Do<DraftReady>(effect::ReadCapture{id});
  EXPECT_EQ(ready.back.pixels().front(), 50);
  EXPECT_EQ(ready.draft.lines.size(), 2U) << "one of each side";
  EXPECT_EQ(ready.draft.details.name.full, "Ada Example");
  EXPECT_EQ(Do<ReviewLoaded>(effect::LoadReview{id}).back.pixels().front(), 50);
  Do<NothingToRead>(effect::ReadNext{});
}

TEST_F(PerformTest, ABackThatCannotBeReadKeepsNobodyFromTheFront) {
  const CaptureId id = Stored();
  Do<BackAttached>(effect::AttachBack{id, test::TestCard(50)});
  int parsed = 0;
  const CardParser parse = fakes_.ports().parse;
  fakes_.ports().parse = [&](const Reading& reading) {
    if (++parsed == 2) throw std::runtime_error("odd back");
    return parse(reading);
  };
  const auto ready = Do<DraftReady>(effect::ReadCapture{id});
  EXPECT_EQ(ready.draft.details.name.full, "Ada Example");
  EXPECT_FALSE(ready.back.empty());
}

TEST_F(PerformTest, ReadNextTakesTheOldestFirst) {
  const CaptureId first = Stored();
  Stored();
  EXPECT_EQ(Do<DraftReady>(effect::ReadNext{}).id, first);
}

TEST_F(PerformTest, ACardThatSomebodyElseReadsIsLeftAlone) {
  const CaptureId id = Stored();
  ASSERT_TRUE(fakes_.store.queue().ClaimCapture(id));
  Do<NothingToRead>(effect::ReadCapture{id});
}

TEST_F(PerformTest, AFailedReadingIsTriedAgainAndAtLastLeftToAPerson) {
  const CaptureId id = Stored();
  fakes_.reader.faults.assign(10, Error{ErrorCode::kUnreadable, "No text."});
  EXPECT_FALSE(Do<ReadingFailed>(effect::ReadCapture{id}).for_good);
  int tries = 1;
  while (!Do<ReadingFailed>(effect::ReadNext{}).for_good)
    ASSERT_LT(++tries, 10);
  EXPECT_EQ(fakes_.store.captures().Get(id)->state, CaptureState::kFailed);
  Do<NothingToRead>(effect::ReadNext{});
}

TEST_F(PerformTest, ACancelledReadingIsTakenUpAgainByTheNextStart) {
  const CaptureId id = Stored();
  fakes_.reader.faults = {Error{ErrorCode::kCancelled, ""}};
  Do<EffectCancelled>(effect::ReadCapture{id});
  EXPECT_THAT(fakes_.store.calls(), Not(Contains("queue.Fail")));
  Do<WaitingLoaded>(effect::LoadWaiting{.resume_interrupted = true});
  EXPECT_EQ(Do<DraftReady>(effect::ReadNext{}).id, id);
}

TEST_F(PerformTest, AParserThatThrowsFailsTheReadingAndNotTheProgram) {
  const CaptureId id = Stored();
  fakes_.ports().parse = [](const Reading&) -> Draft { throw std::runtime_error("odd card"); };
  EXPECT_EQ(Do<ReadingFailed>(effect::ReadCapture{id}).error.detail, "odd card");
}

TEST_F(PerformTest, ADraftThatCannotBeStoredIsNotShownAsReady) {
  const CaptureId id = Stored();
  fakes_.store.FailNext("queue.Finish", kBroken);
  EXPECT_EQ(Do<EffectFailed>(effect::ReadCapture{id}).error, kBroken);
}

TEST_F(PerformTest, WhatWaitsForAPersonIsListedOldestFirstWithNames) {
  const CaptureId drafted = Drafted();
  fakes_.clock.Advance(std::chrono::minutes(1));
  const CaptureId failed = Stored();
  fakes_.reader.faults.assign(10, Error{ErrorCode::kUnreadable, "No text."});
  while (!Do<ReadingFailed>(effect::ReadNext{}).for_good) {
  }
  const auto loaded = Do<WaitingLoaded>(effect::LoadWaiting{});
  ASSERT_EQ(loaded.captures.size(), 2U);
  EXPECT_EQ(loaded.captures[0].capture.id, drafted);
  EXPECT_EQ(loaded.captures[0].name, "Ada Example");
  EXPECT_EQ(loaded.captures[1].capture.id, failed);
  EXPECT_FALSE(loaded.resumed);
}

TEST_F(PerformTest, AReviewIsLoadedEvenIfThePictureCannotBeDecoded) {
  const CaptureId id = Drafted();
  fakes_.codec.fault = Error{ErrorCode::kUnreadable, "Bad picture."};
  const auto loaded = Do<ReviewLoaded>(effect::LoadReview{id});
  EXPECT_EQ(loaded.draft.details.name.full, "Ada Example");
  EXPECT_TRUE(loaded.card.empty());
}

TEST_F(PerformTest, ConfirmingKeepsTheContactWithItsFollowUpsAndEndsTheReview) {
  const CaptureId capture = Drafted();
  const ContactConfirmed confirmed = Confirmed(capture);
  const Result<Contact> contact = fakes_.store.contacts().Get(confirmed.contact.id);
  ASSERT_TRUE(contact);
  EXPECT_EQ(contact->interests, std::vector<std::string>{"hiking"});
  EXPECT_EQ(contact->met_on, fakes_.clock.Today());
  ASSERT_EQ(confirmed.follow_ups.size(), 1U);
  EXPECT_TRUE(fakes_.store.follow_ups().Get(confirmed.follow_ups[0].id));
  EXPECT_EQ(fakes_.store.captures().Get(capture)->state, CaptureState::kConfirmed);
}

TEST_F(PerformTest, AFailedConfirmKeepsNothing) {
  const CaptureId capture = Drafted();
  fakes_.store.FailNext("contacts.Confirm", kBroken);
  EXPECT_EQ(Do<ConfirmFailed>(
                effect::ConfirmContact{.capture = capture, .details = {}, .interests = {}, .event = {}})
                .error,
            kBroken);
  EXPECT_TRUE(fakes_.store.contacts().Search({})->empty());
}

TEST_F(PerformTest, AContactIsLoadedWithWhatIsOpenAndWhereItWasMet) {
  const Result<Event> event = fakes_.store.events().FindOrCreate("Autumn Meetup");
  ContactDetails details;
  details.name.full = "Ada Example";
  const auto confirmed = Do<ContactConfirmed>(
      effect::ConfirmContact{.capture = Drafted(), .details = details, .interests = {}, .event = event->id});
  const auto loaded = Do<ContactLoaded>(effect::LoadContact{confirmed.contact.id});
  EXPECT_EQ(loaded.event_name, "Autumn Meetup");
  EXPECT_EQ(loaded.follow_ups, confirmed.follow_ups);
}

TEST_F(PerformTest, WhatWasPromisedAtTheReviewIsAFollowUpWithItsWords) {
  effect::ConfirmContact effect;
  effect.capture = Drafted();
  effect.details.name.full = "Ada Example";
  effect.promise = "Send the link by Friday";
  const auto confirmed = Do<ContactConfirmed>(effect);
  ASSERT_EQ(confirmed.follow_ups.size(), 2U);
  EXPECT_EQ(confirmed.follow_ups[1].text, "Send the link by Friday");
  EXPECT_EQ(confirmed.follow_ups[1].kind, FollowUpKind::kSendLink);
  EXPECT_EQ(confirmed.follow_ups[1].due, AddDays(fakes_.clock.Today(), 4));
}

TEST_F(PerformTest, DueHoldsTheComingWeeksWithNames) {
  const ContactConfirmed confirmed = Confirmed(Drafted());
  FollowUp later = confirmed.follow_ups[0];
  later.id = MakeId<FollowUpId>(fakes_.clock.Now());
  later.due = AddDays(fakes_.clock.Today(), 80);
  ASSERT_TRUE(fakes_.store.follow_ups().Add(std::vector{later}));
  const auto due = Do<DueLoaded>(effect::LoadDue{fakes_.clock.Today()});
  ASSERT_EQ(due.items.size(), 1U);
  EXPECT_EQ(due.items[0].name, "Ada Example");
  EXPECT_EQ(due.items[0].item.follow_up, confirmed.follow_ups[0].id);
  EXPECT_EQ(due.items[0].item.due, AddDays(fakes_.clock.Today(), 1));
}

TEST_F(PerformTest, BirthdaysAreDueWithoutAnythingStored) {
  Contact contact = Confirmed(Drafted()).contact;
  contact.birthday = Birthday{std::chrono::November / 25, std::nullopt};
  ASSERT_TRUE(fakes_.store.contacts().Update(contact));
  const auto due = Do<DueLoaded>(effect::LoadDue{fakes_.clock.Today()});
  ASSERT_EQ(due.items.size(), 2U);
  EXPECT_EQ(due.items[1].item.kind, FollowUpKind::kBirthday);
  EXPECT_FALSE(due.items[1].item.follow_up);
  EXPECT_EQ(due.items[1].name, "Ada Example");
}

TEST_F(PerformTest, ARepeatedFollowUpComesBackCountedFromTheDayItWasDone) {
  const ContactConfirmed confirmed = Confirmed(Drafted());
  FollowUp check_in = confirmed.follow_ups[0];
  check_in.id = MakeId<FollowUpId>(fakes_.clock.Now());
  check_in.repeat_days = 90;
  ASSERT_TRUE(fakes_.store.follow_ups().Add(std::vector{check_in}));
  const Day done_on = AddDays(check_in.due, 5);
  Do<DueChanged>(effect::ChangeDue{{check_in.id.ToString()}, done_on});
  FollowUpQuery query;
  query.contact = confirmed.contact.id;
  const auto open = fakes_.store.follow_ups().List(query);
  ASSERT_EQ(open->size(), 2U);
  EXPECT_EQ(open->at(1).due, AddDays(done_on, 90));
}

TEST_F(PerformTest, DoneTwiceIsRefused) {
  const effect::ChangeDue done{{Confirmed(Drafted()).follow_ups[0].id.ToString()}, fakes_.clock.Today()};
  Do<DueChanged>(done);
  EXPECT_EQ(Do<DueNotChanged>(done).error.code, ErrorCode::kNotFound);
}

TEST_F(PerformTest, WhatWasDoneCanBeTakenBack) {
  const FollowUp follow_up = Confirmed(Drafted()).follow_ups[0];
  for (const DueDeed deed : {DueDeed::kDone, DueDeed::kSkip, DueDeed::kPutOff, DueDeed::kLetGo}) {
    const ActOnDue act{follow_up.id.ToString(), deed, "", AddDays(fakes_.clock.Today(), 9)};
    Do<DueChanged>(effect::ChangeDue{act, fakes_.clock.Today()});
    EXPECT_NE(fakes_.store.follow_ups().Get(follow_up.id).value(), follow_up);
    Do<DueUndone>(effect::UndoDue{});
    EXPECT_EQ(fakes_.store.follow_ups().Get(follow_up.id).value(), follow_up);
  }
  EXPECT_EQ(Do<UndoFailed>(effect::UndoDue{}).error.code, ErrorCode::kNotFound);
}

TEST_F(PerformTest, WritesAMessageForWhatIsDue) {
  const std::string key = Confirmed(Drafted()).follow_ups[0].id.ToString();
  const auto written = Do<MessageWritten>(effect::WriteMessage{key, fakes_.clock.Today()});
  ASSERT_TRUE(written.message);
  EXPECT_NE(written.message->mail.body.find("Hello Ada"), std::string::npos) << written.message->mail.body;
}

TEST_F(PerformTest, TakesAMessageToWhereTheHostWritesMail) {
  const MailDraft mail{{{{}, "Ada", "ada@example.com"}}, "Hello", "Dear Ada"};
  EXPECT_TRUE(Do<MessageTaken>(effect::OpenInMailProgram{mail}).draft.empty());
  EXPECT_EQ(Do<MessageTaken>(effect::SaveDraft{mail, "drafts"}).draft, "drafts/draft.eml");
  EXPECT_EQ(fakes_.mail.opened, std::vector{mail});
  EXPECT_EQ(fakes_.mail.saved, std::vector{mail});
  fakes_.mail.fault = kBroken;
  EXPECT_EQ(Do<MessageNotTaken>(effect::OpenInMailProgram{mail}).error, kBroken);
  EXPECT_EQ(Do<MessageNotTaken>(effect::SaveDraft{mail, "drafts"}).error, kBroken);
}

TEST_F(PerformTest, KeepsTheHostCardAndMakesItsCode) {
  EXPECT_TRUE(Do<HostCardLoaded>(effect::LoadHostCard{}).card.id.is_nil());
  const HostCard kept = Do<HostCardKept>(effect::KeepHostCard{{.name = "Grace"}}).card;
  EXPECT_EQ(Do<HostCardLoaded>(effect::LoadHostCard{}).card, kept);
  EXPECT_EQ(Do<HostCodeMade>(effect::MakeHostCode{7, kept, "Meetup"}).ticket, 7U);
  EXPECT_EQ(Do<HostCardWritten>(effect::WriteHostCard{kept, "Meetup", HostCardFile::kPng, "out"}).path,
            "out/card");
  EXPECT_EQ(fakes_.host_cards.events, (std::vector<std::string>{"Meetup", "Meetup"}));
  fakes_.host_cards.fault = kBroken;
  for (const Effect& effect : std::vector<Effect>{effect::LoadHostCard{}, effect::MakeHostCode{},
                                                  effect::KeepHostCard{}, effect::WriteHostCard{}})
    EXPECT_EQ(Perform(effect, fakes_.ports(), {}).kind(), FailureOf(effect, kBroken).kind())
        << effect.kind().name();
}

TEST_F(PerformTest, SuggestsAndBeginsAnIntroduction) {
  Contact ada = Confirmed(Drafted()).contact;
  ada.interests = {"old boats"};
  ASSERT_TRUE(fakes_.store.contacts().Update(ada));
  Contact bo = kith::test::NamedContact("Bo Sample");
  bo.interests = {"Old Boats"};
  ASSERT_TRUE(fakes_.store.contacts().Confirm(bo, {}));
  const auto loaded = Do<IntroductionsLoaded>(effect::LoadIntroductions{});
  ASSERT_EQ(loaded.rows.size(), 1U);
  EXPECT_EQ(loaded.rows[0].why, "both like to talk about old boats");
  const DecideIntroduction begin{loaded.rows[0].contacts, true};
  Do<DueChanged>(effect::DecideIntroduction{begin, fakes_.clock.Today()});
  EXPECT_TRUE(Do<IntroductionsLoaded>(effect::LoadIntroductions{}).rows.empty());
  EXPECT_EQ(fakes_.store.following().Load()->introductions.at(0).reason, "both like to talk about old boats");
}

TEST_F(PerformTest, TellsWhatBecomesOfEverybody) {
  Confirmed(Drafted());
  Drafted();
  const auto fates = Do<FatesLoaded>(effect::LoadFates{fakes_.clock.Today()});
  ASSERT_EQ(fates.rows.size(), 1U);
  EXPECT_FALSE(fates.rows[0].missing);
  EXPECT_EQ(fates.summary, "Everyone has a next step. 1 card waits to be reviewed.");
}

TEST_F(PerformTest, AnExportReportsWhatWasWritten) {
  const ExportRequest request{
      .format = ExportFormat::kContactsCsv, .path = "contacts.csv", .event = {}, .due_before = {}};
  EXPECT_EQ(Do<Exported>(effect::Export{request}).report.count, 12);
  fakes_.exporter.fault = Error{ErrorCode::kStorageFull, "No space left."};
  EXPECT_EQ(Do<ExportFailed>(effect::Export{request}).error.code, ErrorCode::kStorageFull);
}

TEST_F(PerformTest, EveryEffectSaysSoWhenItsFirstCallFails) {
  const CaptureId capture = Drafted();
  const ContactConfirmed confirmed = Confirmed(Drafted());
  const std::vector<Effect> effects = {
      effect::ReadCapture{capture},
      effect::ReadNext{},
      effect::LoadWaiting{.resume_interrupted = true},
      effect::LoadWaiting{},
      effect::LoadReview{capture},
      effect::AttachBack{capture, test::TestCard()},
      effect::EraseCapture{capture},
      effect::FindContacts{.ticket = 1, .query = {}},
      effect::LoadContact{confirmed.contact.id},
      effect::LoadDue{fakes_.clock.Today()},
      effect::ChangeDue{{confirmed.follow_ups[0].id.ToString()}, fakes_.clock.Today()},
      effect::UndoDue{},
      effect::WriteMessage{confirmed.follow_ups[0].id.ToString(), fakes_.clock.Today()},
      effect::LoadIntroductions{},
      effect::LoadFates{fakes_.clock.Today()}};
  for (const Effect& effect : effects) {
    fakes_.store.FailNext(kBroken);
    const Action action = Perform(effect, fakes_.ports(), {});
    EXPECT_EQ(action.kind(), FailureOf(effect, kBroken).kind()) << effect.kind().name();
  }
}

}  // namespace
}  // namespace kith::flow
