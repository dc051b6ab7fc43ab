// SPDX-License-Identifier: Apache-2.0
// A year of following up, simulated day by day: the host does what the queue has for each day.
//   kith_following_year [CONTACTS] [A_DAY] [SEED]       300 contacts, at most 8 a day
// Prints how many follow-ups there were a day and who was written to within the limits of their circle. Exit
// status 1 if somebody wasn't.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "bench/fictional_book.h"
#include "followup/changes.h"
#include "followup/queue.h"

namespace {

using namespace kith;
using namespace kith::followup;

constexpr int kDays = 365;

struct CircleCount {
  int people = 0;
  int within = 0;   ///< never longer than the latest limit without contact
  int longest = 0;  ///< days without contact, beyond the limit if positive
};

/// One quarter of the people are met in the year itself, at four events.
class Year {
 public:
  Year(int contacts, int a_day, unsigned seed) : random_(seed) {
    rules_.calendar.per_day = a_day;
    rules_.calendar.skipped_weekdays.set(0).set(6);
    rules_.calendar.yearly_holidays = {std::chrono::December / 24, std::chrono::December / 25,
                                       std::chrono::December / 26, std::chrono::January / 1};
    Book all = bench::FictionalBook({.contacts = contacts, .seed = seed});
    book_.following.relationships = all.following.relationships;
    for (Contact& contact : all.contacts) {
      const bool later = random_() % 4 == 0;
      if (later) {
        contact.met_on = AddDays(bench::kBenchDay, 30 + 80 * static_cast<int>(random_() % 4));
        to_meet_.push_back(contact);
      } else {
        Spread(contact);
        book_.contacts.push_back(contact);
      }
    }
  }

  void Run() {
    for (int day = 0; day < kDays; ++day) {
      moment_.today = AddDays(bench::kBenchDay, day);
      Meet();
      int done = 0;
      for (const QueueItem& item : BuildQueue(book_, People(book_), rules_, moment_.today, 0)) {
        const Result<FollowingChange> change = MarkDone(book_, rules_, item, "", moment_);
        done += change && ApplyTo(book_, *change) ? 1 : 0;
      }
      counts_.push_back(done);
      Measure();
    }
  }

  bool Report() const {
    int total = 0;
    int work_days = 0;
    for (int day = 0; day < kDays; ++day) {
      total += counts_[static_cast<std::size_t>(day)];
      work_days += rules_.calendar.Skips(AddDays(bench::kBenchDay, day)) ? 0 : 1;
    }
    std::printf(
        "%zu contacts, %d days: %d follow-ups, at most %d a day, %.1f a day (%.1f a day of %d that aren't "
        "skipped)\n",
        book_.contacts.size(), kDays, total, *std::max_element(counts_.begin(), counts_.end()),
        static_cast<double>(total) / kDays, static_cast<double>(total) / work_days, work_days);
    bool all_within = true;
    const People people(book_);
    std::map<std::string, CircleCount> circles;
    for (const Person& person : people.all()) {
      CircleCount& count = circles[CircleOf(person, rules_)->name];
      const auto late = late_.find(person.contact->id);
      ++count.people;
      count.within += late == late_.end() ? 1 : 0;
      count.longest = std::max(count.longest, late == late_.end() ? 0 : late->second);
    }
    for (const auto& [name, count] : circles) {
      std::printf("  %-8s %3d people, %3d of them always within the limits (%.1f %%), %d days late at most\n",
                  name.c_str(), count.people, count.within, 100.0 * count.within / count.people,
                  count.longest);
      all_within = all_within && count.within == count.people;
    }
    return all_within;
  }

 private:
  /// The last contact lies within the circle's limit: the year begins in order.
  void Spread(Contact& contact) {
    const auto relationship =
        std::find_if(book_.following.relationships.begin(), book_.following.relationships.end(),
                     [&](const Relationship& one) { return one.contact == contact.id; });
    const int latest = rules_.CircleNamed(relationship->circle)->latest_days;
    contact.met_on = AddDays(bench::kBenchDay, -static_cast<int>(random_() % static_cast<unsigned>(latest)));
  }

  void Meet() {
    for (const Contact& contact : to_meet_) {
      if (contact.met_on != moment_.today) continue;
      book_.contacts.push_back(contact);
      DayLoad load = LoadOf(book_);
      for (FollowUp& follow_up : FollowUpsFor(rules_.PlanFor({}), contact, {.met = moment_.today},
                                              rules_.calendar, load, moment_.now))
        book_.follow_ups.push_back(std::move(follow_up));
    }
  }

  void Measure() {
    const People people(book_);
    for (const Person& person : people.all()) {
      const Circle* circle = CircleOf(person, rules_);
      const auto without = std::chrono::sys_days(moment_.today) - std::chrono::sys_days(*person.last_contact);
      const auto late = static_cast<int>(without.count()) - circle->latest_days;
      if (late > 0) late_[person.contact->id] = std::max(late_[person.contact->id], late);
    }
  }

  std::mt19937 random_;
  Rules rules_;
  Book book_;
  Moment moment_{bench::kBenchDay, std::chrono::sys_days(bench::kBenchDay)};
  std::vector<Contact> to_meet_;
  std::vector<int> counts_;
  std::map<ContactId, int> late_;
};

}  // namespace

int main(int argc, char** argv) {
  const int contacts = argc > 1 ? std::atoi(argv[1]) : 300;
  const int a_day = argc > 2 ? std::atoi(argv[2]) : 8;
  Year year(contacts, a_day, argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 7U);
  year.Run();
  return year.Report() ? 0 : 1;
}
