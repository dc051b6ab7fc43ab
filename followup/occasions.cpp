// SPDX-License-Identifier: Apache-2.0
#include "followup/occasions.h"

#include <algorithm>

#include "core/language.h"
#include "followup/plan.h"

namespace kith::followup {
namespace {

Day NextOfYear(std::chrono::month_day of_year, Day from) {
  for (std::chrono::year year = from.year(); true; ++year) {
    Day day = year / of_year.month() / of_year.day();
    if (!day.ok()) day = year / std::chrono::February / std::chrono::last;
    if (day >= from) return day;
  }
}

}  // namespace

std::optional<Day> NextBirthday(const Birthday& birthday, Day from) {
  if (!birthday.day.ok()) return std::nullopt;
  return NextOfYear(birthday.day, from);
}

Day NextAnniversary(Day met_on, Day from) {
  return NextOfYear(met_on.month() / met_on.day(), std::max(from, AddDays(met_on, 1)));
}

std::string BirthdayText(const Contact& contact, Day day) {
  const int age =
      contact.birthday && contact.birthday->year ? int{day.year()} - int{*contact.birthday->year} : 0;
  const std::string name = NameInText(contact);
  if (age <= 0) return Filled(Tr("Wish {0} a happy birthday"), {name});
  return Filled(Tr("Wish {0} a happy birthday: {1} year", "Wish {0} a happy birthday: {1} years", age),
                {name, std::to_string(age)});
}

std::string AnniversaryText(const Contact& contact, Day day) {
  const int years = contact.met_on ? int{day.year()} - int{contact.met_on->year()} : 0;
  return Filled(Tr("You met {0} a year ago", "You met {0} {1} years ago", years),
                {NameInText(contact), std::to_string(years)});
}

}  // namespace kith::followup
