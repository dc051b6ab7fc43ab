// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "core/language.h"
#include "flow/present.h"

namespace kith::flow {
namespace {

/// A range is shown as what it is, a good time; that something was due earlier isn't held against anybody.
std::string WhenText(const followup::QueueItem& item, Day today) {
  if (item.occasion && item.kind == FollowUpKind::kBirthday && *item.occasion != item.day)
    // Translators: {0} is "on Friday", "on 3 December", "today".
    return Filled(Tr("the birthday is {0}"), {OnDay(*item.occasion, today)});
  const std::string day = DayName(item.day, today);
  if (!item.range || item.range->latest < item.day) return day;
  if (item.occasion) return Filled(Tr("{0}; a good time to be in touch anyway"), {day});
  return Filled(Tr("{0}; a good time until {1}"), {day, PlainDay(item.range->latest, today)});
}

DueRow RowOf(const NamedDueItem& named, Day today) {
  const followup::QueueItem& item = named.item;
  return DueRow{.key = KeyOf(item),
                .contact = item.contact,
                .kind = item.kind,
                .name = named.name,
                .what = item.text,
                .when = WhenText(item, today)};
}

}  // namespace

std::vector<DueGroup> DueGroups(std::span<const NamedDueItem> items, Day today) {
  std::vector<DueGroup> groups = {
      {std::string(Tr("Today")), {}}, {std::string(Tr("This week")), {}}, {std::string(Tr("Later")), {}}};
  for (const NamedDueItem& item : items)
    groups[static_cast<std::size_t>(GroupOf(item.item, today))].rows.push_back(RowOf(item, today));
  std::erase_if(groups, [](const DueGroup& group) { return group.rows.empty(); });
  return groups;
}

int CountUntil(std::span<const NamedDueItem> items, Day day) {
  return static_cast<int>(std::count_if(items.begin(), items.end(),
                                        [&](const NamedDueItem& item) { return item.item.day <= day; }));
}

std::vector<PutOffChoice> PutOffChoices(std::span<const followup::SnoozeChoice> choices, Day today) {
  std::vector<PutOffChoice> shown;
  for (const followup::SnoozeChoice& choice : choices) {
    std::string label(Tr(choice.label));
    // Tomorrow is what its label says.
    if (choice.day > AddDays(today, 1)) label = Joined({label, DayName(choice.day, today)});
    shown.push_back({std::move(label), choice.day});
  }
  return shown;
}

std::vector<FateRow> FateRows(std::span<const followup::NextStep> steps, const followup::People& people,
                              Day today) {
  std::vector<FateRow> rows;
  rows.reserve(steps.size());
  for (const followup::NextStep& step : steps) {
    FateRow row{.contact = step.contact,
                .name = DisplayName(people.Find(step.contact)->contact->details),
                .next = std::string(Tr("Nothing is planned")),
                .missing = step.fate == followup::Fate::kNothing};
    if (step.fate == followup::Fate::kLetGo) row.next = Tr("Let go");
    if (step.day) {
      const std::string when = *step.day <= today ? std::string(Tr("now")) : DayName(*step.day, today);
      row.next = Filled(Tr("{0}: {1}"), {when, step.text});
    }
    rows.push_back(std::move(row));
  }
  std::stable_partition(rows.begin(), rows.end(), [](const FateRow& row) { return row.missing; });
  return rows;
}

std::string FatesSummary(std::span<const FateRow> rows, int unread_cards, int open_promises) {
  const auto missing = static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const FateRow& row) { return row.missing; }));
  std::string text(missing == 0 ? std::string(Tr("Everyone has a next step."))
                                : Counted("{0} person has no next step: a circle or a plan gives them one.",
                                          "{0} people have no next step: a circle or a plan gives them one.",
                                          missing));
  if (unread_cards > 0)
    text += ' ' + Counted("{0} card waits to be reviewed.", "{0} cards wait to be reviewed.", unread_cards);
  if (open_promises > 0)
    text += ' ' + Counted("{0} promise has its day.", "{0} promises have their day.", open_promises);
  return text;
}

}  // namespace kith::flow
