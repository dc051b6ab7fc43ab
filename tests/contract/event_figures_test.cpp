// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class EventFiguresContract : public StoreContract {
 protected:
  CaptureId Captured(Instant taken) {
    NewCapture capture = SampleCapture("front", taken);
    capture.event = event_.id;
    return captures().Add(capture).value();
  }

  Contact Met(const std::string& name) {
    Contact contact = NamedContact(name);
    contact.event = event_.id;
    EXPECT_TRUE(contacts().Confirm(contact, {}));
    return contact;
  }

  EventFigures Figures() { return figures().Of(event_.id).value(); }

  Event event_ = events().FindOrCreate("Looms and Logic").value();
};

TEST_P(EventFiguresContract, AreAllZeroBeforeAnythingHappened) {
  EXPECT_EQ(Figures(), EventFigures());
  EXPECT_EQ(CodeOf(figures().Of(MakeId<EventId>(clock_.Now()))), ErrorCode::kNotFound);
}

TEST_P(EventFiguresContract, CountCapturesByTheHour) {
  const Instant six = clock_.Now();
  for (const Instant taken : {six + hours(2), six, six + minutes(59)})
    Captured(taken);
  captures().Add(SampleCapture("of no event", six)).value();
  EXPECT_EQ(Figures().captures, (std::vector<HourCount>{{six, 2}, {six + hours(2), 1}}));
}

TEST_P(EventFiguresContract, CountWhatAPersonCorrected) {
  Contact ada = NamedContact("Ada Example");
  ada.event = event_.id;
  ada.capture = Captured(clock_.Now());
  const Draft draft = SampleDraft();
  ASSERT_TRUE(queue().Finish(*ada.capture, draft));
  ada.details = draft.details;
  ada.details.emails = {"ada@example.org"};
  ada.details.organization.clear();
  ASSERT_TRUE(contacts().Confirm(ada, {}));
  ASSERT_TRUE(contacts().Confirm(ada, {})) << "the same call again";

  const EventFigures figures = Figures();
  EXPECT_EQ(figures.checked_cards, 1);
  EXPECT_EQ(figures.fields, static_cast<int>(draft.fields.size()));
  EXPECT_EQ(figures.corrected, 2);
  ada.details.titles = {"Weaver"};
  ASSERT_TRUE(contacts().Update(ada));
  EXPECT_EQ(Figures().corrected, 2) << "a later change is news, no correction";
}

TEST_P(EventFiguresContract, CountPeopleAndWhatFollowed) {
  const Contact ada = Met("Ada Example");
  const Contact bo = Met("Bo Sample");
  const Contact grace = NamedContact("Grace Sample");
  ASSERT_TRUE(contacts().Confirm(grace, {}));
  const std::array hellos = {SampleFollowUp(ada.id, clock_.Today()), SampleFollowUp(bo.id, clock_.Today()),
                             SampleFollowUp(grace.id, clock_.Today())};
  ASSERT_TRUE(follow_ups().Add(hellos));
  ASSERT_TRUE(follow_ups().Complete(hellos[0].id, clock_.Today(), {}));
  EventFigures figures = Figures();
  EXPECT_EQ(figures.people, 2);
  EXPECT_EQ(figures.follow_ups_done, 1);
  EXPECT_EQ(figures.follow_ups_open, 1);

  ASSERT_TRUE(duplicates().Merge(ada.id, bo.id, Actor::kHost));
  figures = Figures();
  EXPECT_EQ(figures.people, 1);
  EXPECT_EQ(figures.follow_ups_open, 1) << "goes along";
}

TEST_P(EventFiguresContract, CountIntroductionsThatWereMade) {
  const Contact ada = Met("Ada Example");
  const Contact grace = NamedContact("Grace Sample");
  ASSERT_TRUE(contacts().Confirm(grace, {}));
  Introduction introduction{.id = MakeId<IntroductionId>(clock_.Now()),
                            .contacts = {std::min(ada.id, grace.id), std::max(ada.id, grace.id)},
                            .begun = clock_.Today()};
  ASSERT_TRUE(following().Apply({.introductions = {{std::nullopt, introduction}}}));
  EXPECT_EQ(Figures().introductions, 0);
  Introduction made = introduction;
  made.made_on = clock_.Today();
  ASSERT_TRUE(following().Apply({.introductions = {{introduction, made}}}));
  EXPECT_EQ(Figures().introductions, 1);
}

KITH_ON_EVERY_STORE(EventFiguresContract);

}  // namespace
}  // namespace kith::test
