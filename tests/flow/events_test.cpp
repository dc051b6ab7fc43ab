// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "flow/perform.h"
#include "flow/present_events.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/samples.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
constexpr Instant kNow = std::chrono::sys_days(kToday) + 18h;

/// Actions go into the state, effects to the fakes, and what these say back into the state.
class EventsTest : public testing::Test {
 protected:
  void Do(const Action& action) {
    for (const Effect& effect : Update(state_, action))
      Do(Perform(effect, fakes_.ports(), {}));
  }
  EventId Made(const std::string& name) {
    Do(SaveEvent{{}, {.name = name}});
    return state_.events.selected.value();
  }
  const Event& Shown(std::size_t index = 0) { return state_.events.events.at(index).event; }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kNow, kToday);
};

TEST_F(EventsTest, ANewEventIsKeptWithAllThatWasTyped) {
  Do(ShowScreen{Screen::kEvents});
  EXPECT_TRUE(state_.events.loaded);
  const EventEdit edit{.name = " Looms  and Logic ",
                       .place = "Town Hall",
                       .begin = "2026-11-23",
                       .end = "2026-11-24",
                       .plan = "default",
                       .question = "What do you weave?",
                       .topics = "Looms, logic,, ",
                       .keep_in_touch = "Write to me.",
                       .introduce = "Introduce me.",
                       .privacy = "Kept for a year."};
  Do(SaveEvent{{}, edit});
  const Event event = fakes_.store.events().List().value().at(0);
  EXPECT_EQ(event.name, "Looms and Logic");
  EXPECT_EQ(event.place, "Town Hall");
  EXPECT_EQ(fakes_.clock.DayAt(event.begin.value()), kToday);
  EXPECT_EQ(fakes_.clock.DayAt(event.end.value()), AddDays(kToday, 1));
  EXPECT_EQ(event.plan, "default");
  EXPECT_EQ(event.words.topics, (std::vector<std::string>{"Looms", "logic"}));
  EXPECT_EQ(event.words.privacy, "Kept for a year.");
  EXPECT_EQ(state_.events.selected, event.id);
  EXPECT_EQ(state_.events.saved, 1);
  EXPECT_TRUE(state_.events.numbers);
}

TEST_F(EventsTest, RefusesWhatMakesNoSenseAndKeepsWhatStands) {
  for (const EventEdit& edit : {EventEdit{.name = " "}, EventEdit{.name = "A", .begin = "soon"},
                                EventEdit{.name = "A", .begin = "2026-11-24", .end = "2026-11-23"}}) {
    Do(SaveEvent{{}, edit});
    EXPECT_EQ(state_.notices.size(), 1U);
    state_.notices.clear();
  }
  Made("Autumn Meetup");
  Do(SaveEvent{{}, {.name = "AUTUMN meetup"}});
  EXPECT_EQ(state_.notices.size(), 1U) << "the name is taken";
  EXPECT_FALSE(state_.events.busy);
  EXPECT_EQ(state_.events.events.size(), 1U);
}

TEST_F(EventsTest, ANewNameKeepsTheIdAndCanBeTakenBack) {
  const EventId id = Made("Autumn Meetup");
  fakes_.clock.Advance(1h);
  Event event = fakes_.store.events().Get(id).value();
  event.begin = kNow + 7min;
  ASSERT_TRUE(fakes_.store.events().Update(event));
  Do(ShowScreen{Screen::kEvents});

  EventEdit edit = EditOf(state_.events.events.at(0));
  edit.name = "Autumn Fair";
  Do(SaveEvent{id, edit});
  EXPECT_EQ(fakes_.store.events().Get(id).value().name, "Autumn Fair");
  EXPECT_EQ(fakes_.store.events().Get(id).value().begin, kNow + 7min) << "the day is the same";
  Do(UndoEvent{});
  EXPECT_EQ(fakes_.store.events().Get(id).value(), event);
  EXPECT_FALSE(state_.events.undo);
}

TEST_F(EventsTest, AnEventThatWasJustMadeIsTakenBackByErasingIt) {
  Made("Autumn Meetup");
  Do(UndoEvent{});
  EXPECT_TRUE(fakes_.store.events().List().value().empty());
  EXPECT_FALSE(state_.events.selected);
}

TEST_F(EventsTest, TheChosenEventIsTheOneThatCardsBelongToAtTheNextStartToo) {
  const EventId id = Made("Autumn Meetup");
  Do(ChooseEvent{id});
  EXPECT_EQ(state_.settings.event->id, id);
  EXPECT_EQ(fakes_.store.events().Chosen().value().event->id, id);
  EventEdit edit = EditOf(state_.events.events.at(0));
  edit.question = "What do you sail?";
  Do(SaveEvent{id, edit});
  EXPECT_EQ(state_.settings.event->words.question, "What do you sail?") << "guests read it at once";
  Do(ChooseEvent{});
  EXPECT_FALSE(state_.settings.event);
  EXPECT_TRUE(fakes_.store.events().Chosen().value().made);
}

TEST_F(EventsTest, AnEventWithPeopleStays) {
  const EventId id = Made("Autumn Meetup");
  Contact ada = kith::test::NamedContact("Ada Example");
  ada.event = id;
  ASSERT_TRUE(fakes_.store.contacts().Confirm(ada, {}));
  Do(EraseEvent{id});
  EXPECT_EQ(state_.events.events.size(), 1U);
  EXPECT_EQ(state_.notices.size(), 1U);
  EXPECT_FALSE(state_.events.busy);
}

TEST_F(EventsTest, GuestsChangeNothing) {
  const EventId id = Made("Autumn Meetup");
  state_.lock.locked = true;
  Do(SaveEvent{id, {.name = "Mine"}});
  Do(EraseEvent{id});
  Do(ChooseEvent{id});
  Do(UndoEvent{});
  Do(CheckReadiness{});
  EXPECT_EQ(fakes_.store.events().Get(id).value().name, "Autumn Meetup");
  EXPECT_FALSE(state_.settings.event);
  EXPECT_FALSE(state_.ready.checking);
}

TEST(EventNumbers, ShowAnEveningByTheHourWithTheEmptyOnes) {
  const std::array<LocalHour, 2> hours = {{{kToday, 22, 3}, {AddDays(kToday, 1), 0, 1}}};
  const EventNumbers numbers = NumbersOf({.people = 1}, hours, kToday);
  ASSERT_EQ(numbers.bars.size(), 3U);
  EXPECT_EQ(numbers.bars[0].tip, "today, 22 to 23 h: 3 cards");
  EXPECT_EQ(numbers.bars[1].count, 0);
  EXPECT_EQ(numbers.bars[2].label, "0");
  EXPECT_EQ(numbers.bars[2].tip, "tomorrow, 0 to 1 h: 1 card");
}

TEST(EventNumbers, ShowALongEventByTheDay) {
  const std::array<LocalHour, 3> hours = {{{kToday, 9, 3}, {kToday, 10, 4}, {AddDays(kToday, 2), 10, 1}}};
  const EventNumbers numbers = NumbersOf({}, hours, kToday);
  ASSERT_EQ(numbers.bars.size(), 2U);
  EXPECT_EQ(numbers.bars[0].count, 7);
  EXPECT_EQ(numbers.bars[0].label, "23");
}

TEST(EventNumbers, SayHowItWent) {
  const EventNumbers numbers = NumbersOf({.people = 42,
                                          .checked_cards = 10,
                                          .fields = 60,
                                          .sure = 57,
                                          .corrected = 2,
                                          .follow_ups_done = 5,
                                          .follow_ups_open = 7,
                                          .introductions = 1},
                                         {}, kToday);
  std::string said;
  for (const EventNumber& number : numbers.numbers)
    said += number.value + " " + number.label + "; ";
  EXPECT_EQ(said,
            "42 people met; 95 % read without doubt; 3 % corrected by a person; 5 of 12 "
            "follow-ups done; 1 introduction made; ");
  EXPECT_TRUE(numbers.bars.empty());
  EXPECT_EQ(NumbersOf({}, {}, kToday).numbers[1].value, "\u2013") << "nothing was read";
}

TEST_F(EventsTest, ReadyBeforeYouGoSaysWhatIsMissingWorstFirst) {
  fakes_.readiness.findings = {{ReadyTopic::kStore, ReadyGrade::kGood, "The store is fine.", ""},
                               {ReadyTopic::kBackup, ReadyGrade::kNote, "There is no backup.", "Make one."}};
  Do(CheckReadiness{});
  std::vector<ReadyFinding> lines = ReadyLines(state_);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0].topic, ReadyTopic::kCamera);
  EXPECT_EQ(lines[1].topic, ReadyTopic::kEvent);
  EXPECT_EQ(lines[2].topic, ReadyTopic::kBackup);
  EXPECT_EQ(lines[3].topic, ReadyTopic::kHostCard);
  EXPECT_EQ(lines[4].grade, ReadyGrade::kGood);
  EXPECT_EQ(ReadySummary(lines), "4 things to look at.");
}

TEST_F(EventsTest, ReadyBeforeYouGoIsContentOnceAllIsThere) {
  const EventId id = Made("Autumn Meetup");
  Do(SaveEvent{id, {.name = "Autumn Meetup", .end = "2026-11-23"}});
  Do(ChooseEvent{id});
  Do(CameraOpened{"Demo camera"});
  Do(PreviewArrived{{.frame = test::TestCard(), .card = {}}});
  fakes_.host_cards.kept.name = "Grace Example";
  Do(CheckReadiness{});
  EXPECT_EQ(ReadySummary(ReadyLines(state_)), "All is ready.");
  Do(Tick{kNow + 48h, AddDays(kToday, 2)});
  EXPECT_EQ(ReadyLines(state_)[0].what, "Autumn Meetup is over");
}

}  // namespace
}  // namespace kith::flow
