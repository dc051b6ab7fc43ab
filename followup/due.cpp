// SPDX-License-Identifier: Apache-2.0
#include "followup/due.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/text.h"
#include "followup/occasions.h"

namespace kith::followup {
namespace {

/// An item with what it is sorted by; names are folded once, not in every comparison.
struct Entry {
  DueItem item;
  std::string sort_name;
};

std::string SortName(const Contact& contact) {
  const ContactDetails& details = contact.details;
  return FoldText(details.name.full.empty() ? details.organization : details.name.full);
}

Entry BirthdayEntry(const Contact& contact, Day day) {
  return {{std::nullopt, contact.id, FollowUpKind::kBirthday, day, BirthdayText(contact, day)},
          SortName(contact)};
}

/// Open follow-ups that are due from `first` to `last`, both included; no `first`: from the beginning.
std::vector<Entry> FollowUpEntries(std::optional<Day> first, Day last, std::span<const Contact> contacts,
                                   std::span<const FollowUp> follow_ups) {
  std::map<ContactId, const Contact*> by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);

  std::vector<Entry> entries;
  for (const FollowUp& follow_up : follow_ups) {
    if (follow_up.done_on || follow_up.due > last || (first && follow_up.due < *first)) continue;
    const auto contact = by_id.find(follow_up.contact);
    entries.push_back({{follow_up.id, follow_up.contact, follow_up.kind, follow_up.due, follow_up.text},
                       contact == by_id.end() ? std::string() : SortName(*contact->second)});
  }
  return entries;
}

std::vector<DueItem> Sorted(std::vector<Entry> entries, bool birthdays_before_all) {
  const auto key = [birthdays_before_all](const Entry& entry) {
    const bool birthday = !entry.item.follow_up;
    return std::tuple(birthdays_before_all && !birthday, entry.item.due, !birthday,
                      std::string_view(entry.sort_name), entry.item.contact, entry.item.follow_up);
  };
  std::sort(entries.begin(), entries.end(),
            [&key](const Entry& a, const Entry& b) { return key(a) < key(b); });
  std::vector<DueItem> items;
  items.reserve(entries.size());
  for (Entry& entry : entries)
    items.push_back(std::move(entry.item));
  return items;
}

/// The next birthday of each contact, if it falls between `first` and `last`, both included.
void AddBirthdays(Day first, Day last, std::span<const Contact> contacts, std::vector<Entry>& entries) {
  for (const Contact& contact : contacts) {
    if (!contact.birthday) continue;
    const std::optional<Day> next = NextBirthday(*contact.birthday, first);
    if (next && *next <= last) entries.push_back(BirthdayEntry(contact, *next));
  }
}

}  // namespace

std::vector<DueItem> DueOn(Day day, std::span<const Contact> contacts, std::span<const FollowUp> follow_ups) {
  std::vector<Entry> entries = FollowUpEntries(std::nullopt, day, contacts, follow_ups);
  AddBirthdays(day, day, contacts, entries);
  return Sorted(std::move(entries), /*birthdays_before_all=*/true);
}

std::vector<DueItem> Upcoming(Day day, int days_ahead, std::span<const Contact> contacts,
                              std::span<const FollowUp> follow_ups) {
  const Day first = AddDays(day, 1);
  const Day last = AddDays(day, days_ahead);
  std::vector<Entry> entries = FollowUpEntries(first, last, contacts, follow_ups);
  AddBirthdays(first, last, contacts, entries);
  return Sorted(std::move(entries), /*birthdays_before_all=*/false);
}

std::vector<DueItem> Agenda(Day today, std::optional<Day> due_before, std::span<const Contact> contacts,
                            std::span<const FollowUp> follow_ups) {
  constexpr Day kForever = std::chrono::year::max() / std::chrono::December / 31;
  const Day last = due_before ? AddDays(*due_before, -1) : kForever;
  std::vector<Entry> entries = FollowUpEntries(std::nullopt, last, contacts, follow_ups);
  AddBirthdays(today, last, contacts, entries);
  return Sorted(std::move(entries), /*birthdays_before_all=*/false);
}

}  // namespace kith::followup
