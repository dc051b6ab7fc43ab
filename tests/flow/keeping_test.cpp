// SPDX-License-Identifier: Apache-2.0
// How long things are kept, and what the list of contacts is narrowed down to.
#include "flow/keeping.h"

#include <gtest/gtest.h>

#include "flow/contact_filters.h"
#include "flow/perform.h"
#include "flow/update.h"
#include "tests/flow/fake_ports.h"
#include "tests/support/samples.h"

namespace kith::flow {
namespace {

using namespace std::chrono_literals;

constexpr Day kDay{std::chrono::year(2026), std::chrono::November, std::chrono::day(28)};
constexpr Instant kEvening = std::chrono::sys_days(kDay) + 18h;

TEST(KeepingEdit, GoesToTextAndBack) {
  const EventRetention retention{
      .purpose = "To send the slides", .expires = AddDays(kDay, 30), .card_image_days = 14};
  EXPECT_EQ(EditOf(retention), (KeepingEdit{"To send the slides", "2026-12-28", "14"}));
  EXPECT_EQ(Edited(EditOf(retention), kDay).value(), retention);
  EXPECT_EQ(Edited(EditOf(EventRetention{}), kDay).value(), EventRetention());
}

TEST(KeepingEdit, RefusesWhatIsNoDayToComeAndNoNumberOfDays) {
  for (const char* day : {"soon", "2026-02-30", "2026-11-28", "2025-01-01"})
    EXPECT_EQ(Edited({.expires = day}, kDay).error().code, ErrorCode::kInvalidInput) << day;
  for (const char* days : {"many", "-1", "3.5", "99999999999"})
    EXPECT_EQ(Edited({.card_image_days = days}, kDay).error().code, ErrorCode::kInvalidInput) << days;
}

TEST(KeepingText, SaysHowLong) {
  EXPECT_EQ(KeepingText({}, kDay), "kept for good");
  EXPECT_EQ(KeepingText({.expires = AddDays(kDay, 30), .card_image_days = 1}, kDay),
            "until 28 December, card pictures 1 day after review");
}

TEST(ContactFilters, BecomeAQuery) {
  const ContactQuery query = QueryOf(
      "ada", {.tag = "choir", .needs_review = true, .nothing_planned = true, .quiet_months = 9}, kDay);
  EXPECT_EQ(query.text, "ada");
  EXPECT_EQ(query.tag, "choir");
  EXPECT_TRUE(query.needs_review);
  EXPECT_TRUE(query.nothing_planned);
  EXPECT_EQ(FormatDay(*query.not_in_touch_since), "2026-02-28");
  EXPECT_FALSE(QueryOf("", {}, kDay).not_in_touch_since);
}

TEST(ContactFilters, AreSaid) {
  Event event;
  event.id = MakeId<EventId>(kEvening);
  event.name = "Autumn Meetup";
  EXPECT_EQ(FiltersText({.event = event.id, .tag = "choir", .nothing_planned = true, .quiet_months = 12},
                        {.events = {event}}),
            "met at Autumn Meetup, choir, nothing scheduled, not in touch for a year");
  EXPECT_EQ(FiltersText({}, {}), "");
}

class KeepingTest : public testing::Test {
 protected:
  void Do(const Action& action) {
    for (const Effect& effect : Update(state_, action))
      Do(Perform(effect, fakes_.ports(), {}));
  }

  test::FakePorts fakes_;
  AppState state_ = InitialState({}, kEvening, kDay);
};

TEST_F(KeepingTest, AnEventsRetentionIsShownChangedAndKept) {
  const Event event = fakes_.store.events().FindOrCreate("Autumn Meetup").value();
  Do(ShowKeeping{});
  ASSERT_EQ(state_.keeping.events.size(), 1U);
  EXPECT_EQ(state_.keeping.events[0].event.name, "Autumn Meetup");
  Do(SaveKeeping{event.id, {"To send the slides", "2027-01-31", "30"}});
  const EventRetention kept = fakes_.store.retention().GetEventRetention(event.id).value();
  EXPECT_EQ(kept.purpose, "To send the slides");
  EXPECT_EQ(FormatDay(*kept.expires), "2027-01-31");
  EXPECT_EQ(kept.card_image_days, 30);
  EXPECT_EQ(state_.keeping.events[0].retention, kept);
  EXPECT_EQ(state_.keeping.saved, 1);
}

TEST_F(KeepingTest, WhatMakesNoSenseIsSaidAndChangesNothing) {
  const Event event = fakes_.store.events().FindOrCreate("Autumn Meetup").value();
  Do(ShowKeeping{});
  Do(SaveKeeping{event.id, {.expires = "soon"}});
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(fakes_.store.retention().GetEventRetention(event.id).value(), EventRetention());
  fakes_.store.FailNext("retention.SetEventRetention", {ErrorCode::kStorageFull, "Make room."});
  Do(SaveKeeping{event.id, {.card_image_days = "3"}});
  EXPECT_EQ(state_.notices.back().text, "Make room.");
  EXPECT_FALSE(state_.keeping.saving);
}

TEST_F(KeepingTest, ALockedKioskTellsTheHostWhatWasErasedOnceItIsUnlocked) {
  Settings settings;
  settings.kiosk = true;
  state_ = InitialState(settings, kEvening, kDay);
  Do(DayCaredFor{{.contacts = 2}, {}});
  EXPECT_TRUE(state_.notices.empty());
  Do(ShowKeeping{});
  EXPECT_FALSE(state_.keeping.loaded);
  Do(Unlock{fakes_.pin.pin});
  ASSERT_EQ(state_.notices.size(), 1U);
  EXPECT_EQ(state_.notices[0].text, "2 contacts, 0 cards that nobody reviewed, 0 pictures of cards.");
  EXPECT_FALSE(state_.notices[0].until);
  Do(Lock{});
  Do(Unlock{fakes_.pin.pin});
  EXPECT_TRUE(state_.notices.empty()) << "once";
}

TEST_F(KeepingTest, TheListOfContactsIsNarrowedDownAndOffersWhatThereIs) {
  const Event event = fakes_.store.events().FindOrCreate("Autumn Meetup").value();
  Contact ada = kith::test::NamedContact("Ada Example");
  ada.event = event.id;
  ASSERT_TRUE(fakes_.store.contacts().Confirm(ada, {}));
  const Contact ben = kith::test::NamedContact("Ben Sample");
  ASSERT_TRUE(fakes_.store.contacts().Confirm(ben, {}));
  FollowingChange change;
  change.relationships = {{std::nullopt, Relationship{.contact = ben.id, .tags = {"choir"}}}};
  ASSERT_TRUE(fakes_.store.following().Apply(change));

  Do(ShowScreen{Screen::kContacts});
  EXPECT_EQ(state_.contacts.rows.size(), 2U);
  EXPECT_EQ(state_.contacts.choices, (FilterChoices{{event}, {"choir"}}));
  Do(FilterContacts{{.event = event.id}});
  ASSERT_EQ(state_.contacts.rows.size(), 1U);
  EXPECT_EQ(state_.contacts.rows[0].name, "Ada Example");
  Do(FilterContacts{{.tag = "choir"}});
  ASSERT_EQ(state_.contacts.rows.size(), 1U);
  EXPECT_EQ(state_.contacts.rows[0].name, "Ben Sample");
  Do(SearchContacts{"ada"});
  EXPECT_TRUE(state_.contacts.rows.empty()) << "the filter stays while one types";
  Do(FilterContacts{});
  EXPECT_EQ(state_.contacts.rows.size(), 1U);
}

}  // namespace
}  // namespace kith::flow
