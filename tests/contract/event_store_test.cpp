// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/store_contract.h"
#include "tests/support/samples.h"

namespace kith::test {
namespace {

using EventStoreContract = StoreContract;
KITH_ON_EVERY_STORE(EventStoreContract);

using std::chrono::hours;

TEST_P(EventStoreContract, MakesAnEventOnceWhateverCaseAndAccents) {
  const Event event = events().FindOrCreate("  Caf\xC3\xA9  Meetup ").value();
  EXPECT_EQ(event.name, "Caf\xC3\xA9 Meetup");
  EXPECT_EQ(events().FindOrCreate("CAFE MEETUP").value(), event);
  EXPECT_EQ(events().Find("cafe meetup").value(), event);
  EXPECT_EQ(events().Get(event.id).value(), event);
  EXPECT_EQ(events().List().value().size(), 1U);
}

TEST_P(EventStoreContract, MakesNoEventWhenItOnlyLooks) {
  EXPECT_EQ(events().Find("Spring Meetup").value(), std::nullopt);
  EXPECT_TRUE(events().List().value().empty());
  EXPECT_EQ(CodeOf(events().Get(MakeId<EventId>(clock_.Now()))), ErrorCode::kNotFound);
}

TEST_P(EventStoreContract, RefusesAnEventWithoutAName) {
  EXPECT_EQ(CodeOf(events().FindOrCreate(" ")), ErrorCode::kInvalidInput);
  Event event = events().FindOrCreate("Spring Meetup").value();
  event.name = "";
  EXPECT_EQ(CodeOf(events().Update(event)), ErrorCode::kInvalidInput);
}

TEST_P(EventStoreContract, UpdatesEveryValue) {
  Event event = events().FindOrCreate("Spring Meetup").value();
  event.name = "Spring Fair";
  event.place = "Town Hall";
  event.begin = clock_.Now();
  event.end = clock_.Now() + hours(3);
  event.plan = "founders";
  event.words = {.question = "What do you weave?",
                 .topics = {"Looms", "\xC3\x89tudes, and \"more\""},
                 .keep_in_touch = "Write to me.",
                 .introduce = "Introduce me.",
                 .privacy = "Kept for a year."};
  ASSERT_TRUE(events().Update(event));
  EXPECT_EQ(events().Get(event.id).value(), event);
  EXPECT_EQ(events().Find("Spring Meetup").value(), std::nullopt);
  event.name = "SPRING FAIR";
  EXPECT_TRUE(events().Update(event)) << "its own name isn't taken";
  event.id = MakeId<EventId>(clock_.Now());
  EXPECT_EQ(CodeOf(events().Update(event)), ErrorCode::kNotFound);
}

TEST_P(EventStoreContract, RefusesTheNameOfAnother) {
  ASSERT_TRUE(events().FindOrCreate("Spring Meetup"));
  Event event = events().FindOrCreate("Autumn Meetup").value();
  event.name = "spring meetup";
  EXPECT_EQ(CodeOf(events().Update(event)), ErrorCode::kNotAllowed);
  EXPECT_EQ(events().Get(event.id).value().name, "Autumn Meetup");
}

TEST_P(EventStoreContract, ListsNewestFirst) {
  Event planned = events().FindOrCreate("Next week").value();
  const Event first = events().FindOrCreate("First").value();
  clock_.Advance(hours(1));
  const Event second = events().FindOrCreate("Second").value();
  planned.begin = clock_.Now() + hours(24 * 7);
  ASSERT_TRUE(events().Update(planned));
  EXPECT_EQ(events().List().value(), (std::vector<Event>{planned, second, first}));
}

TEST_P(EventStoreContract, ErasesAnEventThatNothingBelongsTo) {
  const Event event = events().FindOrCreate("Spring Meetup").value();
  ASSERT_TRUE(events().Choose(event.id));
  ASSERT_TRUE(events().Erase(event.id));
  EXPECT_TRUE(events().List().value().empty());
  EXPECT_EQ(events().Chosen().value(), (EventChoice{.made = true, .event = {}}));
  EXPECT_EQ(CodeOf(events().Erase(event.id)), ErrorCode::kNotFound);
}

TEST_P(EventStoreContract, KeepsAnEventThatPeopleOrCardsBelongTo) {
  const Event with_card = events().FindOrCreate("Spring Meetup").value();
  NewCapture capture = SampleCapture();
  capture.event = with_card.id;
  ASSERT_TRUE(captures().Add(capture));
  EXPECT_EQ(CodeOf(events().Erase(with_card.id)), ErrorCode::kNotAllowed);

  const Event with_person = events().FindOrCreate("Autumn Meetup").value();
  Contact ada = NamedContact("Ada Example");
  ada.event = with_person.id;
  ASSERT_TRUE(contacts().Confirm(ada, {}));
  EXPECT_EQ(CodeOf(events().Erase(with_person.id)), ErrorCode::kNotAllowed);
  EXPECT_EQ(events().List().value().size(), 2U);
}

TEST_P(EventStoreContract, RemembersWhichEventWasChosen) {
  EXPECT_EQ(events().Chosen().value(), EventChoice());
  const Event event = events().FindOrCreate("Spring Meetup").value();
  ASSERT_TRUE(events().Choose(event.id));
  EXPECT_EQ(events().Chosen().value(), (EventChoice{.made = true, .event = event}));
  ASSERT_TRUE(events().Choose(std::nullopt));
  EXPECT_EQ(events().Chosen().value(), (EventChoice{.made = true, .event = {}}));
  EXPECT_EQ(CodeOf(events().Choose(MakeId<EventId>(clock_.Now()))), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace kith::test
