// SPDX-License-Identifier: Apache-2.0
// What must hold whatever a host does: thousands of random histories of a few people, with everything
// that can be done to a follow-up, over random calendars.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "followup/introduction_steps.h"
#include "followup/plan_change.h"
#include "followup/promises.h"
#include "tests/followup/people.h"

namespace kith::followup {
namespace {

using namespace test;

constexpr int kShards = 10;
/// KITH_HISTORIES=100000 runs as many; the usual run makes do with fewer.
int HistoriesAShard() {
  const char* const text = std::getenv("KITH_HISTORIES");
  return (text == nullptr ? 6'000 : std::atoi(text)) / kShards;
}
constexpr int kDaysAhead = 25;

class History {
 public:
  explicit History(unsigned seed) : random_(seed) {
    rules_.calendar.per_day = Below(3) + 1;
    for (std::size_t day = 0; day < 7; ++day)
      rules_.calendar.skipped_weekdays[day] = Below(4) == 0;
    if (rules_.calendar.skipped_weekdays.all()) rules_.calendar.skipped_weekdays.reset(1);
    rules_.calendar.holidays = {AddDays(kToday, Below(40)), AddDays(kToday, Below(40))};
    rules_.calendar.yearly_holidays = {std::chrono::December / 25};
    rules_.birthday_lead_days = Below(3);
    rules_.circles = {{"close", 7, 20}, {"wide", 30, 60}};
    for (int i = Below(3) + 1; i >= 0; --i)
      AddPerson();
  }

  void Run() {
    for (int step = Below(4) + 2; step > 0 && !testing::Test::HasFailure(); --step) {
      CheckQueue();
      Act();
      moment_.today = AddDays(moment_.today, Below(3) == 0 ? Below(30) : Below(2));
    }
    CheckQueue();
  }

 private:
  int Below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  template <typename T>
  const T& OneOf(const std::vector<T>& all) {
    return all[random_() % all.size()];
  }

  void AddPerson() {
    Contact contact = PersonNamed("Ada");
    contact.met_on = AddDays(kToday, -Below(20));
    const Day birthday = AddDays(kToday, Below(60));
    if (Below(2) == 0) contact.birthday = Birthday{birthday.month() / birthday.day(), std::nullopt};
    book_.contacts.push_back(contact);
    if (Below(2) == 0) {
      book_.following.relationships.push_back(
          {.contact = contact.id, .circle = Below(2) == 0 ? "close" : "wide"});
    }
    DayLoad load = LoadOf(book_);
    for (FollowUp& follow_up :
         FollowUpsFor(rules_.PlanFor({}), contact, {.met = kToday}, rules_.calendar, load, kNow)) {
      EXPECT_FALSE(rules_.calendar.Skips(follow_up.due));
      EXPECT_LE(load.On(follow_up.due), rules_.calendar.per_day);
      book_.follow_ups.push_back(std::move(follow_up));
    }
  }

  void Act() {
    const std::vector<QueueItem> queue = Queue();
    const ContactId someone = OneOf(book_.contacts).id;
    const ContactId other = book_.contacts.front().id;
    if (!queue.empty() && Below(3) > 0) return ActOn(OneOf(queue));
    switch (Below(7)) {
      case 0:
        return LogContact(someone);
      case 1:
        return Take(LetGo(book_, someone, moment_));
      case 2:
        return Take(BeginIntroduction(book_, rules_, someone, other, "both like tea", moment_));
      case 3:
        return Take(RecordIntroduced(book_, someone, other, moment_));
      case 4:
        if (book_.following.introductions.empty()) return;
        return Take(RecordAnswer(book_, rules_, book_.following.introductions.front().id,
                                 book_.following.introductions.front().contacts[Below(2) == 0 ? 0 : 1],
                                 Below(3) == 0 ? Answer::kNo : Answer::kYes, moment_));
      case 5:
        return ChangePlan();
      default:
        return Take(
            Add("Promise",
                {FollowUpOf(Promise{.words = "Send it", .by = AddDays(moment_.today, Below(9))},
                            *People(book_).Find(someone)->contact, rules_.calendar, moment_.today, kNow)}));
    }
  }

  void ActOn(const QueueItem& item) {
    switch (Below(3)) {
      case 0:
        Take(MarkDone(book_, rules_, item, "note", moment_));
        if (IsContact(item.kind)) CheckRestarted(item.contact, moment_.today);
        return;
      case 1:
        return Take(Skip(book_, rules_, item, moment_));
      default: {
        const Result<FollowingChange> change =
            Snooze(book_, rules_, item, AddDays(moment_.today, 1 + Below(20)), moment_);
        ASSERT_TRUE(change);
        for (const Edit<FollowUp>& edit : change->follow_ups)
          EXPECT_FALSE(rules_.calendar.Skips(edit.after->due));
        return Take(*change);
      }
    }
  }

  void LogContact(ContactId contact) {
    const Encounter encounter{.id = MakeId<EncounterId>(kNow), .contact = contact, .on = moment_.today};
    Take(Log(book_, rules_, encounter));
    CheckRestarted(contact, encounter.on);
  }

  void ChangePlan() {
    Rules changed = rules_;
    std::vector<PlanStep>& steps = changed.plans.front().steps;
    if (Below(2) == 0 && steps.size() > 1) steps.pop_back();
    if (Below(2) == 0) steps.front().after_days += Below(10);
    if (Below(2) == 0)
      steps.push_back(
          {20, FollowUpKind::kOther, "Think of {name}", std::nullopt, Anchor::kMet, 9 + Below(3)});
    std::set<int> numbers;
    std::erase_if(steps, [&](const PlanStep& step) { return !numbers.insert(step.number).second; });
    const PlanPreview preview = PreviewPlans(book_, changed, moment_);
    for (const PlanMove& move : preview.moves) {
      EXPECT_TRUE(!move.before || !move.before->done_on) << "what is done stays";
      if (move.after && !move.after->moved) {
        EXPECT_FALSE(changed.calendar.Skips(move.after->due));
      }
    }
    rules_ = changed;
    Take(preview.change);
    EXPECT_TRUE(PreviewPlans(book_, rules_, moment_).moves.empty()) << "the same plan twice";
  }

  /// Applies it, and sees that taking it back restores everything exactly.
  void Take(const Result<FollowingChange>& change) {
    if (!change) return;
    const Book before = book_;
    ASSERT_TRUE(ApplyTo(book_, *change));
    Book undone = book_;
    ASSERT_TRUE(ApplyTo(undone, Reversed(*change)));
    ExpectSame(undone, before);
    Book again = undone;
    ASSERT_TRUE(ApplyTo(again, *change));
    ExpectSame(again, book_);
  }

  static void ExpectSame(Book a, Book b) {
    for (Book* book : {&a, &b}) {
      std::sort(book->follow_ups.begin(), book->follow_ups.end(),
                [](const FollowUp& x, const FollowUp& y) { return x.id < y.id; });
    }
    EXPECT_EQ(a.follow_ups, b.follow_ups);
    EXPECT_EQ(a.following, b.following);
  }

  void CheckRestarted(ContactId contact, Day on) {
    const People people(book_);
    const Person& person = *people.Find(contact);
    EXPECT_GE(person.last_contact, on);
    const std::optional<CalmRange> range = CheckInRange(person, rules_, moment_.today);
    if (range) {
      EXPECT_GE(range->from, AddDays(on, CircleOf(person, rules_)->wanted_days));
    }
    for (const FollowUp& follow_up : book_.follow_ups) {
      if (follow_up.contact != contact || follow_up.done_on || follow_up.moved || !follow_up.repeat_days)
        continue;
      EXPECT_GE(follow_up.due, AddDays(on, *follow_up.repeat_days));
    }
  }

  std::vector<QueueItem> Queue() const { return QueueOf(book_, rules_, moment_.today, kDaysAhead); }

  void CheckQueue() {
    std::set<std::string> keys;
    std::set<std::pair<ContactId, FollowUpKind>> not_stored;
    std::map<Day, int> chosen;
    std::map<Day, int> occasions;
    for (const QueueItem& item : Queue()) {
      EXPECT_TRUE(keys.insert(KeyOf(item)).second) << "twice: " << item.text;
      EXPECT_GE(item.day, moment_.today);
      EXPECT_LE(item.day, AddDays(moment_.today, kDaysAhead));
      if (!item.follow_up) {
        EXPECT_TRUE(not_stored.insert({item.contact, item.kind}).second);
      }
      if (!item.follow_up && item.occasion) {
        ++occasions[item.day];
        continue;
      }
      EXPECT_FALSE(rules_.calendar.Skips(item.day)) << FormatDay(item.day);
      if (item.follow_up) {
        EXPECT_GE(item.day, item.due);
      }
      if (item.range) {
        EXPECT_GE(item.day, item.range->from);
      }
      ++chosen[item.day];
    }
    for (const auto& [day, count] : chosen)
      EXPECT_LE(count, std::max(0, rules_.calendar.per_day - occasions[day])) << FormatDay(day);
  }

  std::mt19937 random_;
  Rules rules_;
  Book book_;
  Moment moment_ = kMoment;
};

class Histories : public testing::TestWithParam<int> {};

TEST_P(Histories, KeepWhatMustHold) {
  const int count = HistoriesAShard();
  for (int i = 0; i < count && !HasFailure(); ++i) {
    const auto seed = static_cast<unsigned>(GetParam() * count + i);
    SCOPED_TRACE("seed " + std::to_string(seed));
    History(seed).Run();
  }
}
INSTANTIATE_TEST_SUITE_P(Shards, Histories, testing::Range(0, kShards));

}  // namespace
}  // namespace kith::followup
