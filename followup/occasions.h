// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/contact.h"
#include "core/time.h"

namespace kith::followup {

/// The first birthday on `from` or after it. Who was born on 29 February celebrates on the 28th in common
/// years. nullopt if the birthday is no day of the calendar.
std::optional<Day> NextBirthday(const Birthday& birthday, Day from);

/// The first anniversary of `met_on` on `from` or after it, a year after `met_on` at the earliest; of
/// 29 February as for birthdays.
Day NextAnniversary(Day met_on, Day from);

/// "Wish Ada a happy birthday: 30 years"; without the years if the year of birth isn't known.
std::string BirthdayText(const Contact& contact, Day day);
/// "You met Ada a year ago", "You met Ada 3 years ago".
std::string AnniversaryText(const Contact& contact, Day day);

}  // namespace kith::followup
