// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/follow_up.h"
#include "core/time.h"

namespace kith::followup {

/// Something to do for a contact: a stored follow-up, or a birthday, which follows from the contact and has
/// no follow-up behind it.
struct DueItem {
  std::optional<FollowUpId> follow_up;
  ContactId contact;
  FollowUpKind kind = FollowUpKind::kOther;
  Day due{};
  std::string text;

  friend bool operator==(const DueItem&, const DueItem&) = default;
};

/// Open follow-ups due on `day` or before it, and the birthdays on that day (a birthday that has passed is
/// not due any more). Birthdays first, then by due day, then by the contact's name without case and accents.
/// A follow-up whose contact isn't among `contacts` is listed too, as if the name were empty.
std::vector<DueItem> DueOn(Day day, std::span<const Contact> contacts, std::span<const FollowUp> follow_ups);

/// Open follow-ups and birthdays on the `days_ahead` days after `day` ("this week" is 7), by day; on one day
/// birthdays first, then by name. With DueOn of the same day nothing is missed and nothing listed twice, as
/// long as `days_ahead` is below a year.
std::vector<DueItem> Upcoming(Day day, int days_ahead, std::span<const Contact> contacts,
                              std::span<const FollowUp> follow_ups);

/// What there is to do, for a list that is taken elsewhere: every open follow-up however old it is, and the
/// next birthday of each contact from `today` on; only what is due before `due_before`, if that is given.
/// Sorted like Upcoming.
std::vector<DueItem> Agenda(Day today, std::optional<Day> due_before, std::span<const Contact> contacts,
                            std::span<const FollowUp> follow_ups);

}  // namespace kith::followup
