// SPDX-License-Identifier: Apache-2.0
#include "followup/queue.h"

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

#include "core/language.h"
#include "followup/occasions.h"

namespace kith::followup {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// A check-in joins an occasion that is at most so many days before its range.
constexpr int kNearOccasion = 14;
/// How long a check-in that was put off stays good, where its range has ended meanwhile.
constexpr int kAfterQuiet = 14;

/// What was promised keeps its word; what only feels good has time.
int DaysLeft(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::kPromise:
    case FollowUpKind::kSendLink:
    case FollowUpKind::kBirthday:
      return 0;
    case FollowUpKind::kSayHello:
      return 2;
    case FollowUpKind::kIntroduce:
      return 4;
    case FollowUpKind::kVerify:
      return 30;
    default:
      return 14;
  }
}

int RankOf(FollowUpKind kind) {
  switch (kind) {
    case FollowUpKind::kBirthday:
    case FollowUpKind::kAnniversary:
      return 0;
    case FollowUpKind::kPromise:
    case FollowUpKind::kSendLink:
      return 1;
    case FollowUpKind::kIntroduce:
      return 2;
    default:
      return 3;
  }
}

/// Something that may be done from a day on: small, since there may be one for each of very many people.
/// What is shown of it is made when it has its day.
struct Candidate {
  sys_days release;
  sys_days deadline;
  int rank = 0;
  std::size_t person = 0;
  const FollowUp* follow_up = nullptr;  ///< nullptr: a check-in

  auto key() const { return std::tuple(deadline, rank, person, follow_up); }
};

struct LaterFirst {
  bool operator()(const Candidate& a, const Candidate& b) const { return a.key() > b.key(); }
};

using Ready = std::priority_queue<Candidate, std::vector<Candidate>, LaterFirst>;

/// The occasions that have a follow-up of their own: done, skipped or put off.
class Celebrated {
 public:
  explicit Celebrated(const Book& book) {
    for (const FollowUp& follow_up : book.follow_ups) {
      if (follow_up.occasion) kept_.insert({follow_up.contact, follow_up.kind, *follow_up.occasion});
    }
  }
  bool Has(ContactId contact, FollowUpKind kind, Day day) const {
    return kept_.contains({contact, kind, day});
  }

 private:
  std::set<std::tuple<ContactId, FollowUpKind, Day>> kept_;
};

class QueueBuilder {
 public:
  QueueBuilder(const Book& book, const People& people, const Rules& rules, Day today, int days_ahead)
      : book_(book),
        people_(people),
        rules_(rules),
        today_(today),
        last_(AddDays(today, days_ahead)),
        celebrated_(book) {}

  std::vector<QueueItem> Build() {
    CountDone();
    for (std::size_t i = 0; i < people_.all().size(); ++i)
      AddPerson(i);
    AddStored();
    Schedule();
    std::sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
      return std::tuple(a.item.day, RankOf(a.item.kind), a.person, a.item.follow_up) <
             std::tuple(b.item.day, RankOf(b.item.kind), b.person, b.item.follow_up);
    });
    std::vector<QueueItem> items;
    items.reserve(placed_.size());
    for (Placed& placed : placed_)
      items.push_back(std::move(placed.item));
    return items;
  }

 private:
  struct Placed {
    QueueItem item;
    std::size_t person = 0;
  };

  void CountDone() {
    for (const FollowUp& follow_up : book_.follow_ups) {
      if (follow_up.done_on == today_ && !follow_up.skipped) load_.Add(today_);
    }
  }

  void AddPerson(std::size_t index) {
    const Person& person = people_.all()[index];
    if (person.let_go()) return;
    std::optional<CalmRange> range = CheckInRange(person, rules_, today_);
    if (range && person.next_contact && *person.next_contact <= range->latest) range.reset();
    const std::optional<Day> birthday = AddBirthday(index, person, range);
    const std::optional<Day> anniversary = AddAnniversary(index, person, range, birthday);
    const bool joined =
        range && ((birthday && Joins(*birthday, *range)) || (anniversary && Joins(*anniversary, *range)));
    if (!range || joined || range->from > last_) return;
    candidates_.push_back(
        {sys_days(range->from), sys_days(range->latest), RankOf(FollowUpKind::kCheckIn), index});
  }

  /// A check-in waits for an occasion nearby, but not beyond its range.
  bool Joins(Day occasion, const CalmRange& range) const {
    return occasion >= AddDays(range.from, -kNearOccasion) && occasion <= std::max(range.latest, today_);
  }

  /// The birthday that lies ahead, if nobody looked after it yet. One that is further away than the queue
  /// goes counts, too: a check-in waits for it.
  std::optional<Day> AddBirthday(std::size_t index, const Person& person,
                                 const std::optional<CalmRange>& range) {
    if (!person.contact->birthday) return std::nullopt;
    const std::optional<Day> day = NextBirthday(*person.contact->birthday, today_);
    if (!day || celebrated_.Has(person.contact->id, FollowUpKind::kBirthday, *day)) return std::nullopt;
    const Day shown = std::max(today_, AddDays(*day, -rules_.birthday_lead_days));
    if (shown > last_) return day;
    Fix(index, range,
        {.contact = person.contact->id,
         .kind = FollowUpKind::kBirthday,
         .day = shown,
         .due = *day,
         .text = BirthdayText(*person.contact, *day),
         .occasion = day});
    return day;
  }

  /// The same for the anniversary of having met; next to a birthday there is none, one reason to write is
  /// enough.
  std::optional<Day> AddAnniversary(std::size_t index, const Person& person,
                                    const std::optional<CalmRange>& range,
                                    const std::optional<Day>& birthday) {
    if (!rules_.anniversaries || !person.contact->met_on) return std::nullopt;
    if (person.relationship == nullptr || person.relationship->found_on) return std::nullopt;
    // A stranger of one evening needs no jubilee.
    if (CircleOf(person, rules_) == nullptr) return std::nullopt;
    const Day day = NextAnniversary(*person.contact->met_on, today_);
    const bool near_birthday =
        birthday && day >= AddDays(*birthday, -kNearOccasion) && day <= AddDays(*birthday, kNearOccasion);
    if (near_birthday || celebrated_.Has(person.contact->id, FollowUpKind::kAnniversary, day))
      return std::nullopt;
    if (day > last_) return day;
    Fix(index, range,
        {.contact = person.contact->id,
         .kind = FollowUpKind::kAnniversary,
         .day = day,
         .due = day,
         .text = AnniversaryText(*person.contact, day),
         .occasion = day});
    return day;
  }

  void Fix(std::size_t person, const std::optional<CalmRange>& range, QueueItem item) {
    if (range && Joins(*item.occasion, *range)) item.range = range;
    load_.Add(item.day);
    placed_.push_back({std::move(item), person});
  }

  void AddStored() {
    for (const FollowUp& follow_up : book_.follow_ups) {
      if (follow_up.done_on || follow_up.due > last_) continue;
      const Person* person = people_.Find(follow_up.contact);
      if (person == nullptr || person->let_go()) continue;
      const auto index = static_cast<std::size_t>(person - people_.all().data());
      candidates_.push_back({sys_days(follow_up.due),
                             sys_days(follow_up.due) + days(DaysLeft(follow_up.kind)), RankOf(follow_up.kind),
                             index, &follow_up});
    }
  }

  void Schedule() {
    std::sort(candidates_.begin(), candidates_.end(),
              [](const Candidate& a, const Candidate& b) { return a.release < b.release; });
    const int most = std::max(1, rules_.calendar.per_day);
    auto next = candidates_.cbegin();
    Ready ready;
    for (Day day = today_; day <= last_; day = AddDays(day, 1)) {
      for (; next != candidates_.cend() && next->release <= sys_days(day); ++next)
        ready.push(*next);
      if (rules_.calendar.Skips(day)) continue;
      for (int room = most - load_.On(day); room > 0 && !ready.empty(); --room) {
        placed_.push_back({ItemOf(ready.top(), day), ready.top().person});
        ready.pop();
      }
    }
  }

  QueueItem ItemOf(const Candidate& candidate, Day day) const {
    const Contact& contact = *people_.all()[candidate.person].contact;
    if (candidate.follow_up != nullptr) {
      const FollowUp& stored = *candidate.follow_up;
      return {.follow_up = stored.id,
              .contact = contact.id,
              .kind = stored.kind,
              .day = day,
              .due = stored.due,
              .text = stored.text,
              .occasion = stored.occasion};
    }
    const CalmRange range{Day(candidate.release), Day(candidate.deadline)};
    return {.contact = contact.id,
            .kind = FollowUpKind::kCheckIn,
            .day = day,
            .due = range.from,
            .text = Filled(Tr("Check in with {0}"), {NameInText(contact)}),
            .range = range};
  }

  const Book& book_;
  const People& people_;
  const Rules& rules_;
  Day today_;
  Day last_;
  Celebrated celebrated_;
  DayLoad load_;
  std::vector<Candidate> candidates_;
  std::vector<Placed> placed_;
};

}  // namespace

std::string KeyOf(const QueueItem& item) {
  if (item.follow_up) return item.follow_up->ToString();
  const std::string key = std::string(FollowUpKindName(item.kind)) + "-" + item.contact.ToString();
  return item.occasion ? key + "-" + FormatDay(*item.occasion) : key;
}

std::vector<QueueItem> BuildQueue(const Book& book, const People& people, const Rules& rules, Day today,
                                  int days_ahead) {
  return QueueBuilder(book, people, rules, today, days_ahead).Build();
}

std::vector<DueItem> CheckIns(const People& people, const Rules& rules, Day today) {
  std::vector<DueItem> items;
  for (const Person& person : people.all()) {
    const std::optional<CalmRange> range = CheckInRange(person, rules, today);
    if (!range || (person.next_contact && *person.next_contact <= range->latest)) continue;
    const bool told = range->latest >= today;
    items.push_back({std::nullopt, person.contact->id, FollowUpKind::kCheckIn, std::max(range->from, today),
                     "Check in with " + NameInText(*person.contact) +
                         (told ? " (a good time until " + FormatDay(range->latest) + ")" : "")});
  }
  return items;
}

std::optional<CalmRange> CheckInRange(const Person& person, const Rules& rules, Day today) {
  const Circle* circle = person.let_go() ? nullptr : CircleOf(person, rules);
  if (circle == nullptr) return std::nullopt;
  std::optional<Day> last = person.last_contact;
  if (person.last_skipped && (!last || *last < *person.last_skipped)) last = person.last_skipped;
  CalmRange range{today, AddDays(today, kAfterQuiet)};
  if (last) range = {AddDays(*last, circle->wanted_days), AddDays(*last, circle->latest_days)};
  const std::optional<Day> quiet_until = person.relationship->quiet_until;
  if (quiet_until && *quiet_until > range.from) {
    range.from = *quiet_until;
    range.latest = std::max(range.latest, AddDays(range.from, kAfterQuiet));
  }
  return range;
}

QueueGroup GroupOf(const QueueItem& item, Day today) {
  constexpr int kWeek = 7;
  if (item.day <= today) return QueueGroup::kToday;
  return item.day <= AddDays(today, kWeek) ? QueueGroup::kThisWeek : QueueGroup::kLater;
}

}  // namespace kith::followup
