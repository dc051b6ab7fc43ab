// SPDX-License-Identifier: Apache-2.0
#include "flow/contact_filters.h"

#include <algorithm>
#include <chrono>

#include "core/language.h"
#include "flow/day_names.h"

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
  std::vector<std::string> parts;
  if (filters.event) {
    const auto event = std::ranges::find(choices.events, *filters.event, &Event::id);
    parts.push_back(event == choices.events.end() ? std::string(Tr("met at an event"))
                                                  : Filled(Tr("met at {0}"), {event->name}));
  }
  parts.push_back(filters.tag);
  if (filters.needs_review) parts.emplace_back(Tr("to be looked at"));
  if (filters.nothing_planned) parts.emplace_back(Tr("nothing scheduled"));
  if (filters.quiet_months == 12) {
    parts.emplace_back(Tr("not in touch for a year"));
  } else if (filters.quiet_months > 0) {
    parts.push_back(Counted("not in touch for a month", "not in touch for {0} months", filters.quiet_months));
  }
  return Joined(parts);
}

}  // namespace kith::flow
