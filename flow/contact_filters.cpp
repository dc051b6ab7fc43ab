// SPDX-License-Identifier: Apache-2.0
#include "flow/contact_filters.h"

#include <algorithm>
#include <chrono>

namespace kith::flow {
namespace {

/// The last day of the month if it has no such day.
Day MonthsBefore(Day day, int months) {
  const Day before = day - std::chrono::months(months);
  return before.ok() ? before : before.year() / before.month() / std::chrono::last;
}

}  // namespace

ContactQuery QueryOf(std::string_view text, const ContactFilters& filters, Day today) {
  ContactQuery query;
  query.text = text;
  query.event = filters.event;
  query.tag = filters.tag;
  query.needs_review = filters.needs_review;
  query.nothing_planned = filters.nothing_planned;
  if (filters.quiet_months > 0) query.not_in_touch_since = MonthsBefore(today, filters.quiet_months);
  return query;
}

std::string FiltersText(const ContactFilters& filters, const FilterChoices& choices) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (filters.event) {
    const auto event = std::ranges::find(choices.events, *filters.event, &Event::id);
    add("met at " + (event == choices.events.end() ? "an event" : event->name));
  }
  if (!filters.tag.empty()) add(filters.tag);
  if (filters.needs_review) add("to be looked at");
  if (filters.nothing_planned) add("nothing scheduled");
  if (filters.quiet_months == 12) add("not in touch for a year");
  if (filters.quiet_months == 1) add("not in touch for a month");
  if (filters.quiet_months > 1 && filters.quiet_months != 12)
    add("not in touch for " + std::to_string(filters.quiet_months) + " months");
  return text;
}

}  // namespace kith::flow
