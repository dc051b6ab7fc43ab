// SPDX-License-Identifier: Apache-2.0
#include "followup/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "followup/book.h"

namespace kith::followup {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

constexpr Instant kNow{std::chrono::sys_days(2026y / 11 / 23) + 18h};

Contact MakeContact(PersonName name, std::string organization = {}) {
  Contact contact;
  contact.id = MakeId<ContactId>(kNow);
  contact.details.name = std::move(name);
  contact.details.organization = std::move(organization);
  return contact;
}

std::vector<Day> DueDays(const std::vector<FollowUp>& follow_ups) {
  std::vector<Day> days;
  for (const FollowUp& follow_up : follow_ups)
    days.push_back(follow_up.due);
  return days;
}

std::vector<FollowUp> Planned(const Plan& plan, const Contact& contact, const Calendar& calendar = {}) {
  DayLoad load;
  return FollowUpsFor(plan, contact, {.met = 2026y / 11 / 23}, calendar, load, kNow);
}

TEST(Plan, DefaultSaysHelloNextDayAsksAfterAWeekAndChecksInEveryNinetyDays) {
  const Contact ada = MakeContact({"Dr. Ada Example", "Ada", "Example"});
  const auto follow_ups = Planned(DefaultPlan(), ada);

  EXPECT_THAT(DueDays(follow_ups), ElementsAre(2026y / 11 / 24, 2026y / 11 / 30, 2027y / 2 / 21));
  ASSERT_EQ(follow_ups.size(), 3U);
  EXPECT_EQ(follow_ups[0].kind, FollowUpKind::kSayHello);
  EXPECT_EQ(follow_ups[0].text, "Tell Ada it was nice to meet");
  EXPECT_EQ(follow_ups[1].text, "Ask Ada how things are, and pick up what you talked about");
  EXPECT_EQ(follow_ups[2].text, "Check in with Ada");
  EXPECT_EQ(follow_ups[0].repeat_days, std::nullopt);
  EXPECT_EQ(follow_ups[1].repeat_days, std::nullopt);
  EXPECT_EQ(follow_ups[2].repeat_days, 90);
}

TEST(Rules, GiveAnEventItsOwnPlanElseTheOneOfItsNameElseTheUsualOne) {
  Rules rules;
  rules.plans.push_back({.name = "founders"});
  rules.event_plans["Autumn Meetup"] = FoundCardPlan().name;
  EXPECT_EQ(rules.PlanFor({}).name, "default");
  EXPECT_EQ(rules.PlanFor({.name = "Autumn Meetup"}).name, FoundCardPlan().name);
  EXPECT_EQ(rules.PlanFor({.name = "Autumn Meetup", .plan = "founders"}).name, "founders");
  EXPECT_EQ(rules.PlanFor({.name = "Autumn Meetup", .plan = "not there any more"}).name,
            FoundCardPlan().name);
}

TEST(Plan, FollowUpsBelongToTheContactAreOpenAndHaveIdsThatRise) {
  const Contact ada = MakeContact({"Ada Example", "Ada", "Example"});
  const auto follow_ups = Planned(DefaultPlan(), ada);
  for (const FollowUp& follow_up : follow_ups) {
    EXPECT_EQ(follow_up.contact, ada.id);
    EXPECT_EQ(follow_up.done_on, std::nullopt);
  }
  EXPECT_LT(follow_ups[0].id, follow_ups[1].id);
  EXPECT_LT(follow_ups[1].id, follow_ups[2].id);
}

TEST(Plan, AnEmptyPlanAsksNothing) {
  EXPECT_TRUE(Planned({}, MakeContact({"Ada Example", "Ada", "Example"})).empty());
}

TEST(Plan, NamesThePersonAsWellAsItCan) {
  EXPECT_EQ(NameInText(MakeContact({"Dr. Ada Example", "Ada", "Example"}, "Example Ltd")), "Ada");
  EXPECT_EQ(NameInText(MakeContact({"Example", "", ""}, "Example Ltd")), "Example");
  EXPECT_EQ(NameInText(MakeContact({}, "Example Ltd")), "Example Ltd");
  EXPECT_EQ(NameInText(MakeContact({})), "them");
}

TEST(Plan, PutsTheNameWhereverTheTextWantsIt) {
  const Plan plan = {"mine",
                     {{3, FollowUpKind::kIntroduce, "{name}: introduce {name} to Max", std::nullopt},
                      {4, FollowUpKind::kSendLink, "Send the slides", std::nullopt}}};
  const auto follow_ups = Planned(plan, MakeContact({"{name}", "{name}", ""}));
  ASSERT_EQ(follow_ups.size(), 2U);
  EXPECT_EQ(follow_ups[0].text, "{name}: introduce {name} to Max")
      << "a name that looks like the placeholder";
  EXPECT_EQ(follow_ups[1].text, "Send the slides");
}

TEST(Plan, NextCheckInCountsFromTheDayTheLastOneWasDone) {
  FollowUp check_in;
  check_in.id = MakeId<FollowUpId>(kNow);
  check_in.contact = MakeId<ContactId>(kNow);
  check_in.kind = FollowUpKind::kCheckIn;
  check_in.due = 2026y / 11 / 1;
  check_in.text = "Check in with Ada";
  check_in.repeat_days = 90;
  check_in.done_on = 2026y / 11 / 20;

  const auto next = NextAfter(check_in, 2026y / 11 / 20, kNow);
  ASSERT_TRUE(next);
  FollowUp expected = check_in;
  expected.id = next->id;
  expected.due = 2027y / 2 / 18;
  expected.done_on = std::nullopt;
  EXPECT_EQ(*next, expected);
  EXPECT_NE(next->id, check_in.id);
}

TEST(Plan, WhatDoesNotRepeatHasNoNext) {
  FollowUp hello;
  EXPECT_EQ(NextAfter(hello, 2026y / 11 / 20, kNow), std::nullopt);
  hello.repeat_days = 0;
  EXPECT_EQ(NextAfter(hello, 2026y / 11 / 20, kNow), std::nullopt) << "would be due again at once, for ever";
}

}  // namespace
}  // namespace kith::followup
