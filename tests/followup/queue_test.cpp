// SPDX-License-Identifier: Apache-2.0
#include "followup/queue.h"

#include <gtest/gtest.h>

#include "followup/next_steps.h"
#include "followup/occasions.h"
#include "tests/followup/people.h"

namespace kith::followup {
namespace {

using namespace test;
using std::chrono::December;
using std::chrono::February;
using std::chrono::November;

using Texts = std::vector<std::string>;

class QueueTest : public testing::Test {
 protected:
  Contact& Add(const std::string& name, const std::string& circle = "", int met_days_ago = 30) {
    Contact& contact = book_.contacts.emplace_back(PersonNamed(name));
    contact.met_on = AddDays(kToday, -met_days_ago);
    if (!circle.empty()) book_.following.relationships.push_back({.contact = contact.id, .circle = circle});
    return contact;
  }
  std::vector<QueueItem> Queue(int days_ahead = 60) const {
    return QueueOf(book_, rules_, kToday, days_ahead);
  }

  Book book_;
  Rules rules_;
};

TEST_F(QueueTest, ACheckInIsAGoodTimeWithinItsCircle) {
  Add("Ada", "close", 30);
  const std::vector<QueueItem> queue = Queue();
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue[0].text, "Check in with Ada");
  EXPECT_EQ(queue[0].day, kToday);
  EXPECT_EQ(queue[0].range, (CalmRange{AddDays(kToday, -2), AddDays(kToday, 26)}));
  EXPECT_FALSE(queue[0].follow_up);
}

TEST_F(QueueTest, WhoHasNoCircleIsNotCheckedInWith) {
  Add("Ada");
  EXPECT_TRUE(Queue().empty());
}

TEST_F(QueueTest, ATagGivesTheCircle) {
  const Contact& ada = Add("Ada");
  book_.following.relationships = {{.contact = ada.id, .tags = {"old school", "choir"}}};
  rules_.tag_circles["choir"] = "close";
  EXPECT_EQ(Queue().size(), 1U);
}

TEST_F(QueueTest, ABirthdayNearbyTakesTheCheckInWithIt) {
  Contact& ada = Add("Ada", "close", 30);
  ada.birthday = Birthday{December / 1, 1990y};
  const std::vector<QueueItem> queue = Queue();
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue[0].kind, FollowUpKind::kBirthday);
  EXPECT_EQ(queue[0].text, "Wish Ada a happy birthday: 36 years");
  EXPECT_TRUE(queue[0].range) << "it is a good time to be in touch anyway";
}

TEST_F(QueueTest, ABirthdayFarAwayDoesNot) {
  Contact& ada = Add("Ada", "close", 30);
  ada.birthday = Birthday{std::chrono::January / 20, std::nullopt};
  EXPECT_EQ(TextsOf(Queue()), (Texts{"Check in with Ada", "Wish Ada a happy birthday"}));
}

TEST_F(QueueTest, ABirthdayComesUpAsEarlyAsTheHostWants) {
  Contact& ada = Add("Ada");
  ada.birthday = Birthday{November / 28, std::nullopt};
  EXPECT_EQ(Queue()[0].day, 2026y / 11 / 28);
  rules_.birthday_lead_days = 3;
  EXPECT_EQ(Queue()[0].day, 2026y / 11 / 25);
  EXPECT_EQ(Queue()[0].occasion, 2026y / 11 / 28);
  rules_.birthday_lead_days = 30;
  EXPECT_EQ(Queue()[0].day, kToday);
}

TEST_F(QueueTest, ABirthdayThatWasLookedAfterIsNotDueAgainThisYear) {
  Contact& ada = Add("Ada");
  ada.birthday = Birthday{November / 23, std::nullopt};
  const QueueItem item = Queue()[0];
  ASSERT_TRUE(ApplyTo(book_, MarkDone(book_, rules_, item, "she was glad", kMoment).value()));
  EXPECT_TRUE(Queue(300).empty());
  EXPECT_EQ(QueueOf(book_, rules_, 2027y / 11 / 1, 30).size(), 1U);
}

TEST_F(QueueTest, AnAnniversaryOfHavingMetIsForWhoHasACircle) {
  Add("Ada", "yearly", 365);
  Add("Bo", "", 365);
  rules_.circles = {{"yearly", 390, 400}};
  EXPECT_EQ(TextsOf(Queue(10)), Texts{"You met Ada a year ago"});
  rules_.anniversaries = false;
  EXPECT_TRUE(Queue(10).empty());
}

TEST_F(QueueTest, AnOpenFollowUpTakesThePlaceOfACheckIn) {
  const Contact& ada = Add("Ada", "close", 30);
  book_.follow_ups = {TaskFor(ada, AddDays(kToday, 3), "Send Ada the link", FollowUpKind::kPromise)};
  EXPECT_EQ(TextsOf(Queue()), Texts{"Send Ada the link"});
}

TEST_F(QueueTest, WhatExceedsADayWaitsForTheNextThatHasRoomPromisesFirst) {
  rules_.calendar.per_day = 2;
  rules_.calendar.holidays = {AddDays(kToday, 1)};
  for (const char* name : {"Ada", "Bo", "Cy"}) {
    const Contact contact = Add(name);
    book_.follow_ups.push_back(TaskFor(contact, kToday, std::string("Ask ") + name));
  }
  book_.follow_ups.push_back(TaskFor(book_.contacts[2], kToday, "Send Cy the link", FollowUpKind::kSendLink));
  const std::vector<QueueItem> queue = Queue();
  EXPECT_EQ(TextsOf(queue), (Texts{"Send Cy the link", "Ask Ada", "Ask Bo", "Ask Cy"}));
  EXPECT_EQ(queue[1].day, kToday);
  EXPECT_EQ(queue[2].day, AddDays(kToday, 2));
  EXPECT_EQ(GroupOf(queue[0], kToday), QueueGroup::kToday);
  EXPECT_EQ(GroupOf(queue[2], kToday), QueueGroup::kThisWeek);
}

TEST_F(QueueTest, WhoWasLetGoIsLeftInPeace) {
  Contact& ada = Add("Ada", "close", 60);
  ada.birthday = Birthday{November / 24, std::nullopt};
  book_.follow_ups = {TaskFor(ada, kToday, "Ask Ada")};
  ASSERT_TRUE(ApplyTo(book_, LetGo(book_, ada.id, kMoment)));
  EXPECT_TRUE(Queue(300).empty());
}

TEST_F(QueueTest, KeysNameTheItem) {
  Contact& ada = Add("Ada", "close", 30);
  const std::string id = ada.id.ToString();
  EXPECT_EQ(KeyOf(Queue()[0]), "check-in-" + id);
  ada.birthday = Birthday{December / 1, std::nullopt};
  EXPECT_EQ(KeyOf(Queue()[0]), "birthday-" + id + "-2026-12-01");
  const FollowUp task = TaskFor(ada, kToday, "Ask");
  EXPECT_EQ(KeyOf(ItemOf(task)), task.id.ToString());
}

TEST_F(QueueTest, EverybodyHasANextStepOrIsNamed) {
  const Contact ada = Add("Ada", "close", 10);
  const Contact bo = Add("Bo");
  Contact& cy = Add("Cy");
  cy.birthday = Birthday{February / 29, std::nullopt};
  book_.follow_ups = {TaskFor(ada, AddDays(kToday, 90), "Ask Ada")};
  const std::vector<NextStep> steps = NextSteps(book_, People(book_), rules_, kToday);
  EXPECT_EQ(steps[0].day, AddDays(kToday, 18));
  EXPECT_EQ(steps[1].fate, Fate::kNothing);
  EXPECT_EQ(steps[2].day, 2027y / 2 / 28);
}

TEST(NextAnniversary, IsAYearLaterAtTheEarliest) {
  EXPECT_EQ(NextAnniversary(2026y / 11 / 23, kToday), 2027y / 11 / 23);
  EXPECT_EQ(NextAnniversary(2020y / 11 / 23, kToday), kToday);
  EXPECT_EQ(NextAnniversary(2024y / 2 / 29, 2027y / 1 / 1), 2027y / 2 / 28);
}

}  // namespace
}  // namespace kith::followup
