// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "flow/present.h"

namespace kith::flow {
namespace {

/// A range is shown as what it is, a good time; that something was due earlier isn't held against anybody.
std::string WhenText(const followup::QueueItem& item, Day today) {
  if (item.occasion && item.kind == FollowUpKind::kBirthday && *item.occasion != item.day)
    return "the birthday is " + DayName(*item.occasion, today);
  const std::string day = DayName(item.day, today);
  if (!item.range || item.range->latest < item.day) return day;
  if (item.occasion) return day + "; a good time to be in touch anyway";
  return day + "; a good time until " + DayName(item.range->latest, today);
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

std::string Counted(int count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::vector<DueGroup> DueGroups(std::span<const NamedDueItem> items, Day today) {
  std::vector<DueGroup> groups = {{"Today", {}}, {"This week", {}}, {"Later", {}}};
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
    std::string label(choice.label);
    const std::string day = DayName(choice.day, today);
    if (day != "tomorrow" && day != "today") label += ", " + day;
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
                .next = "Nothing is planned",
                .missing = step.fate == followup::Fate::kNothing};
    if (step.fate == followup::Fate::kLetGo) row.next = "Let go";
    if (step.day) {
      row.next = (*step.day <= today ? "now" : DayName(*step.day, today)) + ": " + step.text;
    }
    rows.push_back(std::move(row));
  }
  std::stable_partition(rows.begin(), rows.end(), [](const FateRow& row) { return row.missing; });
  return rows;
}

std::string FatesSummary(std::span<const FateRow> rows, int unread_cards, int open_promises) {
  const auto missing = static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const FateRow& row) { return row.missing; }));
  std::string text = missing == 0 ? "Everyone has a next step."
                                  : Counted(missing, "person has", "people have") +
                                        " no next step: a circle or a plan gives them one.";
  if (unread_cards > 0) text += " " + Counted(unread_cards, "card waits", "cards wait") + " to be reviewed.";
  if (open_promises > 0)
    text += " " + Counted(open_promises, "promise has its", "promises have their") + " day.";
  return text;
}

}  // namespace kith::flow
