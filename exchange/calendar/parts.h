// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <libical/ical.h>

#include "core/clock.h"
#include "core/result.h"
#include "core/time.h"
#include "exchange/calendar/entry.h"

/// libical with owners, and its times as ours. Not for other folders.
namespace kith::exchange {

inline constexpr const char* kKindProperty = "X-KITH-KIND";
inline constexpr const char* kContactProperty = "X-KITH-CONTACT";

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// Gives the property to the component.
void Add(icalcomponent* component, icalproperty* property);
void Add(icalcomponent* parent, Component child);
void AddX(icalcomponent* component, const char* name, const std::string& value);

icaltimetype DateOf(Day day);
icaltimetype UtcTimeOf(Instant instant);
/// The day on the calendar page, whatever the zone; nullopt for no day.
std::optional<Day> DayOf(icaltimetype time);
/// nullopt if it isn't a moment in UTC.
std::optional<Instant> InstantOf(icaltimetype time);

/// The day of the first property of that kind, where the host is; nullopt: there is none, or no day.
std::optional<Day> DayOf(icalcomponent* component, icalproperty_kind kind, const Clock& clock);
/// What it says, if it is a time: a day, or a moment.
std::optional<icaltimetype> TimeOf(icalcomponent* component, icalproperty_kind kind);

Component NewCalendar();
/// At nine in the morning of the day of an entry. Belongs behind everything else: an early one breaks some
/// importers.
Component NineOClockAlarm(CalendarForm form, const std::string& summary);
/// kInternal if libical finds fault with it.
Result<std::string> TextOf(const Component& calendar);

}  // namespace kith::exchange
