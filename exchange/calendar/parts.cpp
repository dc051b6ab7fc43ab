// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/parts.h"

#include <ctime>

#include "core/language.h"

namespace kith::exchange {
namespace {

struct FreeBuffer {
  void operator()(char* buffer) const { icalmemory_free_buffer(buffer); }
};

}  // namespace

void Add(icalcomponent* component, icalproperty* property) {
  icalcomponent_add_property(component, property);
}

void Add(icalcomponent* parent, Component child) {
  icalcomponent_add_component(parent, child.release());
}

void AddX(icalcomponent* component, const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  Add(component, property);
}

icaltimetype DateOf(Day day) {
  icaltimetype time = icaltime_null_date();
  time.year = static_cast<int>(day.year());
  time.month = static_cast<int>(static_cast<unsigned>(day.month()));
  time.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return time;
}

icaltimetype UtcTimeOf(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  // Not by system_clock, whose nanoseconds reach from 1677 to 2262 only.
  return icaltime_from_timet_with_zone(static_cast<std::time_t>(seconds.time_since_epoch().count()), 0,
                                       icaltimezone_get_utc_timezone());
}

std::optional<Day> DayOf(icaltimetype time) {
  if (icaltime_is_null_time(time) || time.month < 1 || time.day < 1) return std::nullopt;
  const Day day = std::chrono::year(time.year) / time.month / time.day;
  return day.ok() ? std::optional<Day>(day) : std::nullopt;
}

std::optional<Instant> InstantOf(icaltimetype time) {
  const std::optional<Day> day = DayOf(time);
  if (!day || time.is_date != 0 || icaltime_is_utc(time) == 0) return std::nullopt;
  return std::chrono::sys_days(*day) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) +
         std::chrono::seconds(time.second);
}

std::optional<icaltimetype> TimeOf(icalcomponent* component, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(component, kind);
  const icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
  if (value == nullptr) return std::nullopt;
  switch (icalvalue_isa(value)) {
    case ICAL_DATE_VALUE:
      return icalvalue_get_date(value);
    case ICAL_DATETIME_VALUE:
      return icalvalue_get_datetime(value);
    default:
      return std::nullopt;
  }
}

std::optional<Day> DayOf(icalcomponent* component, icalproperty_kind kind, const Clock& clock) {
  const std::optional<icaltimetype> time = TimeOf(component, kind);
  if (!time) return std::nullopt;
  const std::optional<Instant> instant = InstantOf(*time);
  return instant ? clock.DayAt(*instant) : DayOf(*time);
}

Component NewCalendar() {
  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  Add(calendar.get(), icalproperty_new_version("2.0"));
  Add(calendar.get(), icalproperty_new_prodid("-//Kith//Kith//EN"));
  return calendar;
}

Component NineOClockAlarm(CalendarForm form, const std::string& summary) {
  constexpr int kNineInTheMorning = 9 * 60 * 60;  // after the begin of the day
  Component alarm(icalcomponent_new(ICAL_VALARM_COMPONENT));
  Add(alarm.get(), icalproperty_new_action(ICAL_ACTION_DISPLAY));
  Add(alarm.get(), icalproperty_new_description(summary.c_str()));
  icalproperty* trigger = icalproperty_new_trigger(icaltriggertype_from_int(kNineInTheMorning));
  // A task has no begin: the day that it is due on is its end.
  if (form == CalendarForm::kTask)
    icalproperty_add_parameter(trigger, icalparameter_new_related(ICAL_RELATED_END));
  Add(alarm.get(), trigger);
  return alarm;
}

Result<std::string> TextOf(const Component& calendar) {
  const std::unique_ptr<char, FreeBuffer> text(icalcomponent_as_ical_string_r(calendar.get()));
  if (!text || icalcomponent_count_errors(calendar.get()) != 0) {
    return Error{ErrorCode::kInternal,
                 std::string(Tr("The calendar couldn't be written. This is a bug in Kith.")),
                 icalerror_strerror(icalerrno)};
  }
  return std::string(text.get());
}

}  // namespace kith::exchange
