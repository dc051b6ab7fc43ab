// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/follow_up.h"
#include "core/ids.h"
#include "core/time.h"
#include "followup/book.h"
#include "followup/due.h"

namespace kith::followup {

/// The days within which a check-in is good. Nothing is late in it, and nothing says so after it.
struct CalmRange {
  Day from{};
  Day latest{};

  friend bool operator==(const CalmRange&, const CalmRange&) = default;
};

/// Something to do: a stored follow-up, or a check-in, birthday or anniversary that follows from what is
/// known and isn't stored.
struct QueueItem {
  std::optional<FollowUpId> follow_up = {};
  ContactId contact;
  FollowUpKind kind = FollowUpKind::kOther;
  Day day{};  ///< the day to do it: never skipped, unless it is an occasion's
  Day due{};  ///< what it was due on; may have passed
  std::string text = {};
  std::optional<CalmRange> range = {};  ///< of a check-in, also of one that joined a birthday
  std::optional<Day> occasion = {};     ///< the birthday or anniversary itself

  friend bool operator==(const QueueItem&, const QueueItem&) = default;
};

/// What names an item on a command line: the id of a stored follow-up; "check-in-<contact>";
/// "birthday-<contact>-<day>", "anniversary-<contact>-<day>".
std::string KeyOf(const QueueItem& item);

/// Items by day; on one day occasions first, then what was promised, then the rest, each by the book's order
/// of people. None twice: a person with an open follow-up that gets in touch in time has no check-in beside
/// it, and a check-in near a birthday or an anniversary becomes part of it.
///
/// What exceeds the calendar's per_day waits for the next day that has room; what the fewest days are left
/// for goes first (earliest deadline first, which finds a plan that keeps every range if there is one).
/// Occasions stay on their day, whatever it is. What was done today counts for today. `days_ahead` below a
/// year.
std::vector<QueueItem> BuildQueue(const Book& book, const People& people, const Rules& rules, Day today,
                                  int days_ahead);

/// The range of a person's next check-in, from their circle and the last time of being in touch; nullopt:
/// they have no circle, or are let go.
std::optional<CalmRange> CheckInRange(const Person& person, const Rules& rules, Day today);

/// For lists that are taken elsewhere: the next check-in of everybody who has a circle and nothing planned in
/// time that gets in touch, due when its range begins, or today if that has passed. In the people's order.
std::vector<DueItem> CheckIns(const People& people, const Rules& rules, Day today);

/// The groups of a queue.
enum class QueueGroup { kToday, kThisWeek, kLater };
QueueGroup GroupOf(const QueueItem& item, Day today);

}  // namespace kith::followup
