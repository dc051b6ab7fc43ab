// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/tasks.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/language.h"
#include "exchange/calendar/icalendar.h"
#include "exchange/calendar/icalendar_reader.h"
#include "exchange/calendar/parts.h"

namespace kith::exchange {
namespace {

void Remove(icalcomponent* task, icalproperty_kind kind) {
  while (icalproperty* property = icalcomponent_get_first_property(task, kind)) {
    icalcomponent_remove_property(task, property);
    icalproperty_free(property);
  }
}

icalproperty_status StatusOf(CalendarState state) {
  switch (state) {
    case CalendarState::kOpen:
      return ICAL_STATUS_NEEDSACTION;
    case CalendarState::kDone:
      return ICAL_STATUS_COMPLETED;
    case CalendarState::kCancelled:
      break;
  }
  return ICAL_STATUS_CANCELLED;
}

/// COMPLETED can't be a day: some moment of it where the host is.
Instant MomentOf(Day day, const Clock& clock) {
  const Instant begin = std::chrono::sys_days(day);
  for (const int hour : {12, 0, 23}) {
    if (clock.DayAt(begin + std::chrono::hours(hour)) == day) return begin + std::chrono::hours(hour);
  }
  return begin;
}

void RemoveX(icalcomponent* task, std::string_view name) {
  std::vector<icalproperty*> found;
  for (icalproperty* property = icalcomponent_get_first_property(task, ICAL_X_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(task, ICAL_X_PROPERTY)) {
    const char* x_name = icalproperty_get_x_name(property);
    if (x_name != nullptr && name == x_name) found.push_back(property);
  }
  for (icalproperty* property : found) {
    icalcomponent_remove_property(task, property);
    icalproperty_free(property);
  }
}

/// NEEDS-ACTION, unless it stands there as another open state: IN-PROCESS.
void PutState(icalcomponent* component, CalendarState state) {
  if (state == CalendarState::kOpen && icalcomponent_get_status(component) == ICAL_STATUS_INPROCESS) return;
  Remove(component, ICAL_STATUS_PROPERTY);
  Add(component, icalproperty_new_status(StatusOf(state)));
  if (state == CalendarState::kDone) Add(component, icalproperty_new_percentcomplete(100));
}

/// The days, where they aren't those that stand there, maybe with a time and a zone.
void PutDays(icalcomponent* component, const CalendarEntry& task, const Clock& clock) {
  if (DayOf(component, ICAL_DUE_PROPERTY, clock) != task.day) {
    const bool has_begin = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY) != nullptr;
    Remove(component, ICAL_DUE_PROPERTY);
    Remove(component, ICAL_DTSTART_PROPERTY);
    Remove(component, ICAL_DURATION_PROPERTY);
    if (task.day && has_begin) Add(component, icalproperty_new_dtstart(DateOf(*task.day)));
    if (task.day) Add(component, icalproperty_new_due(DateOf(*task.day)));
  }
  const std::optional<Day> done_on = task.state == CalendarState::kOpen ? std::nullopt : task.done_on;
  if (DayOf(component, ICAL_COMPLETED_PROPERTY, clock) != done_on) {
    Remove(component, ICAL_COMPLETED_PROPERTY);
    if (done_on) Add(component, icalproperty_new_completed(UtcTimeOf(MomentOf(*done_on, clock))));
  }
}

/// Says what the task says in the place of what was said before.
void Put(icalcomponent* component, const CalendarEntry& task, const Clock& clock) {
  static constexpr std::array kKinds = {
      ICAL_UID_PROPERTY,     ICAL_DTSTAMP_PROPERTY,     ICAL_LASTMODIFIED_PROPERTY,   ICAL_SEQUENCE_PROPERTY,
      ICAL_SUMMARY_PROPERTY, ICAL_DESCRIPTION_PROPERTY, ICAL_PERCENTCOMPLETE_PROPERTY};
  for (const icalproperty_kind kind : kKinds)
    Remove(component, kind);
  RemoveX(component, kKindProperty);
  RemoveX(component, kContactProperty);

  Add(component, icalproperty_new_uid(CleanText(task.uid).c_str()));
  Add(component, icalproperty_new_dtstamp(UtcTimeOf(clock.Now())));
  Add(component, icalproperty_new_lastmodified(UtcTimeOf(task.last_modified.value_or(clock.Now()))));
  Add(component, icalproperty_new_sequence(task.sequence));
  PutDays(component, task, clock);
  Add(component, icalproperty_new_summary(CleanText(task.summary).c_str()));
  if (const std::string description = CleanText(task.description); !description.empty())
    Add(component, icalproperty_new_description(description.c_str()));
  PutState(component, task.state);
  if (task.kind) AddX(component, kKindProperty, std::string(FollowUpKindName(*task.kind)));
  if (task.contact) AddX(component, kContactProperty, task.contact->ToString());
}

Component NewTask(const CalendarEntry& task, const Clock& clock) {
  Component component(icalcomponent_new(ICAL_VTODO_COMPONENT));
  Put(component.get(), task, clock);
  if (task.day && task.state == CalendarState::kOpen)
    Add(component.get(), NineOClockAlarm(CalendarForm::kTask, CleanText(task.summary)));
  return component;
}

icalcomponent* FindTask(icalcomponent* calendar, const std::string& uid) {
  if (calendar == nullptr) return nullptr;
  for (icalcomponent* task = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT);
       task != nullptr; task = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT)) {
    const icalproperty* has = icalcomponent_get_first_property(task, ICAL_UID_PROPERTY);
    const char* text = has == nullptr ? nullptr : icalproperty_get_uid(has);
    const bool whole = icalcomponent_get_first_property(task, ICAL_RECURRENCEID_PROPERTY) == nullptr;
    if (text != nullptr && uid == text && whole) return task;
  }
  return nullptr;
}

}  // namespace

CalendarEntry TaskOf(const followup::DueItem& item, const Contact* contact, const EventNames& event_names) {
  CalendarEntry task;
  const bool birthday = item.kind == FollowUpKind::kBirthday;
  task.uid = item.follow_up ? item.follow_up->ToString()
                            : (birthday ? "birthday-" : "check-in-") + item.contact.ToString();
  task.summary = item.text;
  task.day = item.due;
  task.kind = item.kind;
  task.contact = item.contact;
  if (contact != nullptr) task.description = CalendarDescription(*contact, event_names);
  return task;
}

CalendarEntry TaskOf(const FollowUp& follow_up, const Contact* contact, const EventNames& event_names) {
  CalendarEntry task = TaskOf(
      followup::DueItem{follow_up.id, follow_up.contact, follow_up.kind, follow_up.due, follow_up.text},
      contact, event_names);
  task.done_on = follow_up.done_on;
  if (follow_up.done_on) task.state = follow_up.skipped ? CalendarState::kCancelled : CalendarState::kDone;
  return task;
}

Result<std::string> WriteTasks(std::span<const CalendarEntry> tasks, const Clock& clock) {
  const Component calendar = NewCalendar();
  for (CalendarEntry task : tasks) {
    task.sequence = SequenceOf(clock.Now());
    task.last_modified.reset();
    Add(calendar.get(), NewTask(task, clock));
  }
  return TextOf(calendar);
}

Result<std::string> WriteTask(const CalendarEntry& task, const Clock& clock) {
  const Component calendar = NewCalendar();
  Add(calendar.get(), NewTask(task, clock));
  return TextOf(calendar);
}

Result<std::string> WriteTask(const CalendarEntry& task, const Clock& clock, std::string_view before) {
  // What the reader refuses as a whole, such as endless nesting, is no base either.
  if (const auto read = ReadCalendar(before, clock); !read) return read.error();
  const Component calendar(icalparser_parse_string(std::string(before).c_str()));
  icalcomponent* component = FindTask(calendar.get(), task.uid);
  if (component == nullptr)
    return Error{ErrorCode::kNotFound, std::string(Tr("The calendar doesn't have that task."))};
  icalcomponent_strip_errors(calendar.get());
  Put(component, task, clock);
  return TextOf(calendar);
}

}  // namespace kith::exchange
