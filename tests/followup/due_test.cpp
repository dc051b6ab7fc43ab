// SPDX-License-Identifier: Apache-2.0
#include "followup/due.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "followup/occasions.h"
#include "tests/support/manual_clock.h"

namespace kith::followup {
namespace {

using namespace std::chrono_literals;
using std::chrono::December;
using std::chrono::February;
using std::chrono::January;
using std::chrono::March;
using std::chrono::November;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using kith::test::kNow;
using kith::test::kToday;

Contact Somebody(const std::string& given, std::optional<Birthday> birthday = std::nullopt) {
  Contact contact;
  contact.id = MakeId<ContactId>(kNow);
  contact.details.name = {given + " Example", given, "Example"};
  contact.birthday = birthday;
  return contact;
}

FollowUp Task(const Contact& contact, Day due, const std::string& text) {
  FollowUp follow_up;
  follow_up.id = MakeId<FollowUpId>(kNow);
  follow_up.contact = contact.id;
  follow_up.kind = FollowUpKind::kCheckIn;
  follow_up.due = due;
  follow_up.text = text;
  return follow_up;
}

std::vector<std::string> DueTexts(const std::vector<DueItem>& items) {
  std::vector<std::string> texts;
  for (const DueItem& item : items)
    texts.push_back(item.text);
  return texts;
}

TEST(DueOn, ListsWhatIsOpenAndDueThatDayOrEarlier) {
  const std::vector<Contact> contacts = {Somebody("Ada")};
  std::vector<FollowUp> follow_ups = {
      Task(contacts[0], kToday, "today"), Task(contacts[0], AddDays(kToday, 1), "tomorrow"),
      Task(contacts[0], AddDays(kToday, -30), "last month"), Task(contacts[0], AddDays(kToday, -2), "done")};
  follow_ups[3].done_on = AddDays(kToday, -1);
  EXPECT_THAT(DueTexts(DueOn(kToday, contacts, follow_ups)), ElementsAre("last month", "today"));
}

TEST(DueOn, SaysWhichFollowUpAndWhom) {
  const std::vector<Contact> contacts = {Somebody("Ada")};
  const std::vector<FollowUp> follow_ups = {Task(contacts[0], kToday, "Check in with Ada")};
  const DueItem expected{follow_ups[0].id, contacts[0].id, FollowUpKind::kCheckIn, kToday,
                         "Check in with Ada"};
  EXPECT_THAT(DueOn(kToday, contacts, follow_ups), ElementsAre(expected));
}

TEST(DueOn, HasBirthdaysFirstThenTheOldestThenByNameWithoutAccents) {
  const std::vector<Contact> contacts = {Somebody("Zoe"), Somebody("Émile"), Somebody("Frida"),
                                         Somebody("Max", Birthday{November / 23, std::nullopt})};
  const std::vector<FollowUp> follow_ups = {
      Task(contacts[0], kToday, "Zoe today"), Task(contacts[2], kToday, "Frida today"),
      Task(contacts[1], kToday, "Émile today"), Task(contacts[0], AddDays(kToday, -1), "Zoe yesterday")};
  EXPECT_THAT(
      DueTexts(DueOn(kToday, contacts, follow_ups)),
      ElementsAre("Wish Max a happy birthday", "Zoe yesterday", "Émile today", "Frida today", "Zoe today"));
}

TEST(DueOn, BirthdaysAreDueOnTheirDayOnly) {
  const std::vector<Contact> contacts = {Somebody("Max", Birthday{November / 23, std::nullopt})};
  EXPECT_THAT(DueOn(AddDays(kToday, -1), contacts, {}), IsEmpty());
  EXPECT_THAT(DueOn(AddDays(kToday, 1), contacts, {}), IsEmpty());
  const DueItem expected{std::nullopt, contacts[0].id, FollowUpKind::kBirthday, kToday,
                         "Wish Max a happy birthday"};
  EXPECT_THAT(DueOn(kToday, contacts, {}), ElementsAre(expected));
}

TEST(DueOn, TellsTheAgeOnlyIfTheYearIsKnownAndPast) {
  const std::vector<Contact> contacts = {Somebody("Ada", Birthday{November / 23, 1986y}),
                                         Somebody("Ben", Birthday{November / 23, std::nullopt}),
                                         Somebody("Cem", Birthday{November / 23, 2026y})};
  EXPECT_THAT(DueTexts(DueOn(kToday, contacts, {})),
              ElementsAre("Wish Ada a happy birthday: 40 years", "Wish Ben a happy birthday",
                          "Wish Cem a happy birthday"));
}

TEST(DueOn, KeepsAFollowUpWhoseContactIsNotInTheList) {
  const Contact stranger = Somebody("Sam");
  const std::vector<FollowUp> follow_ups = {Task(stranger, kToday, "Check in with Sam")};
  EXPECT_THAT(DueTexts(DueOn(kToday, {}, follow_ups)), ElementsAre("Check in with Sam"));
}

TEST(Upcoming, ListsTheDaysAfterTodayByDayWithBirthdaysFirstOnTheirDay) {
  const std::vector<Contact> contacts = {Somebody("Ada"),
                                         Somebody("Max", Birthday{November / 25, std::nullopt}),
                                         Somebody("Today", Birthday{November / 23, std::nullopt}),
                                         Somebody("Late", Birthday{December / 1, std::nullopt})};
  const std::vector<FollowUp> follow_ups = {
      Task(contacts[0], AddDays(kToday, 2), "in two days"), Task(contacts[0], AddDays(kToday, 1), "tomorrow"),
      Task(contacts[0], kToday, "today"), Task(contacts[0], AddDays(kToday, 7), "in a week"),
      Task(contacts[0], AddDays(kToday, 8), "too late")};
  EXPECT_THAT(DueTexts(Upcoming(kToday, 7, contacts, follow_ups)),
              ElementsAre("tomorrow", "Wish Max a happy birthday", "in two days", "in a week"));
}

TEST(Upcoming, LooksAcrossTheTurnOfTheYear) {
  const std::vector<Contact> contacts = {Somebody("Ada", Birthday{January / 2, 2000y})};
  const auto items = Upcoming(2026y / 12 / 30, 7, contacts, {});
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].due, 2027y / 1 / 2);
  EXPECT_EQ(items[0].text, "Wish Ada a happy birthday: 27 years");
}

TEST(Upcoming, OfNoDaysIsEmpty) {
  const std::vector<Contact> contacts = {Somebody("Ada", Birthday{November / 23, std::nullopt})};
  const std::vector<FollowUp> follow_ups = {Task(contacts[0], kToday, "today")};
  EXPECT_THAT(Upcoming(kToday, 0, contacts, follow_ups), IsEmpty());
}

TEST(Agenda, ListsAllThatIsOpenAndEachNextBirthdayOnce) {
  const std::vector<Contact> contacts = {Somebody("Ada", Birthday{November / 23, std::nullopt}),
                                         Somebody("Ben", Birthday{November / 22, std::nullopt})};
  const std::vector<FollowUp> follow_ups = {Task(contacts[0], AddDays(kToday, 900), "in years"),
                                            Task(contacts[0], AddDays(kToday, -90), "long ago"),
                                            Task(contacts[1], kToday, "today")};
  EXPECT_THAT(
      DueTexts(Agenda(kToday, std::nullopt, contacts, follow_ups)),
      ElementsAre("long ago", "Wish Ada a happy birthday", "today", "Wish Ben a happy birthday", "in years"));
}

TEST(Agenda, EndsBeforeTheGivenDay) {
  const std::vector<Contact> contacts = {Somebody("Ada", Birthday{November / 25, std::nullopt}),
                                         Somebody("Ben", Birthday{November / 24, std::nullopt})};
  const std::vector<FollowUp> follow_ups = {Task(contacts[0], AddDays(kToday, 2), "on that day"),
                                            Task(contacts[0], AddDays(kToday, 1), "the day before")};
  EXPECT_THAT(DueTexts(Agenda(kToday, AddDays(kToday, 2), contacts, follow_ups)),
              ElementsAre("Wish Ben a happy birthday", "the day before"));
}

TEST(NextBirthday, IsTodayOrTheNextOne) {
  const Birthday birthday{March / 5, std::nullopt};
  EXPECT_EQ(NextBirthday(birthday, 2026y / 3 / 4), 2026y / 3 / 5);
  EXPECT_EQ(NextBirthday(birthday, 2026y / 3 / 5), 2026y / 3 / 5);
  EXPECT_EQ(NextBirthday(birthday, 2026y / 3 / 6), 2027y / 3 / 5);
}

TEST(NextBirthday, OfALeapDayIsThe28thInCommonYears) {
  const Birthday leap{February / 29, 1992y};
  EXPECT_EQ(NextBirthday(leap, 2027y / 1 / 1), 2027y / 2 / 28);
  EXPECT_EQ(NextBirthday(leap, 2027y / 3 / 1), 2028y / 2 / 29);
  EXPECT_EQ(NextBirthday(leap, 2028y / 2 / 28), 2028y / 2 / 29);
  EXPECT_EQ(NextBirthday(leap, 2100y / 1 / 1), 2100y / 2 / 28) << "2100 is a common year";
}

TEST(NextBirthday, OfNoDayOfTheCalendarIsNever) {
  EXPECT_EQ(NextBirthday(Birthday{}, kToday), std::nullopt);
  EXPECT_EQ(NextBirthday(Birthday{February / 30, std::nullopt}, kToday), std::nullopt);
}

}  // namespace
}  // namespace kith::followup
