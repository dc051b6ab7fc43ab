// SPDX-License-Identifier: Apache-2.0
#include "exchange/dav/task_text.h"

#include <charconv>
#include <utility>
#include <vector>

#include "core/language.h"
#include "exchange/calendar/icalendar_reader.h"
#include "exchange/calendar/parts.h"
#include "exchange/calendar/tasks.h"

namespace kith::exchange::dav {
namespace {

constexpr const char* kPrefix = "X-KITH-";
constexpr const char* kRepeat = "X-KITH-REPEAT-DAYS";
constexpr const char* kPlan = "X-KITH-PLAN";
constexpr const char* kStep = "X-KITH-STEP";
constexpr const char* kWanted = "X-KITH-WANTED";
constexpr const char* kMoved = "X-KITH-MOVED";
constexpr const char* kOccasion = "X-KITH-OCCASION";

icalcomponent* TaskIn(const Component& calendar) {
  if (!calendar) return nullptr;
  return icalcomponent_isa(calendar.get()) == ICAL_VTODO_COMPONENT
             ? calendar.get()
             : icalcomponent_get_first_component(calendar.get(), ICAL_VTODO_COMPONENT);
}

/// Percent-encoded where programs differ in what they make of a property that they don't know.
std::string Encoded(const std::string& text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && std::string_view("%\\,;:\"^").find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kDigits[byte >> 4U];
      encoded += kDigits[byte & 15U];
    }
  }
  return encoded;
}

std::string Decoded(const std::string& encoded) {
  std::string text;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    unsigned byte = 0;
    const char* const digits = encoded.data() + i + 1;
    if (encoded[i] == '%' && i + 2 < encoded.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      text += static_cast<char>(byte);
      i += 2;
    } else {
      text += encoded[i];
    }
  }
  return text;
}

bool IsMore(const std::string& name) {
  return name.starts_with(kPrefix) && name != kKindProperty && name != kContactProperty;
}

std::vector<icalproperty*> MoreOf(icalcomponent* task) {
  std::vector<icalproperty*> found;
  for (icalproperty* property = icalcomponent_get_first_property(task, ICAL_X_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(task, ICAL_X_PROPERTY)) {
    const char* const name = icalproperty_get_x_name(property);
    if (name != nullptr && IsMore(name)) found.push_back(property);
  }
  return found;
}

int Number(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Task TaskOf(const FollowUp& follow_up, const Contact* contact, const EventNames& event_names) {
  Task task{exchange::TaskOf(follow_up, contact, event_names)};
  const auto say = [&](const char* name, const std::string& value) {
    if (!value.empty()) task.more[name] = value;
  };
  say(kNote, CleanText(follow_up.note));
  say(kFollowedUp, follow_up.done_on ? "yes" : "");
  say(kRepeat, follow_up.repeat_days ? std::to_string(*follow_up.repeat_days) : "");
  say(kPlan, CleanText(follow_up.plan));
  say(kStep, follow_up.step != 0 ? std::to_string(follow_up.step) : "");
  say(kWanted, follow_up.wanted ? FormatDay(*follow_up.wanted) : "");
  say(kMoved, follow_up.moved ? "yes" : "");
  say(kOccasion, follow_up.occasion ? FormatDay(*follow_up.occasion) : "");
  return task;
}

void ApplyTask(const Task& task, FollowUp& follow_up) {
  const CalendarEntry& entry = task.entry;
  follow_up.text = entry.summary;
  if (entry.day) follow_up.due = *entry.day;
  if (entry.kind) follow_up.kind = *entry.kind;
  follow_up.skipped = entry.state == CalendarState::kCancelled;
  follow_up.done_on = entry.state == CalendarState::kOpen ? std::nullopt
                      : entry.done_on                     ? entry.done_on
                                                          : entry.day;
  const auto said = [&](const char* name) {
    const auto found = task.more.find(name);
    return found == task.more.end() ? std::string() : found->second;
  };
  follow_up.note = said(kNote);
  follow_up.repeat_days = said(kRepeat).empty() ? std::nullopt : std::optional(Number(said(kRepeat)));
  follow_up.plan = said(kPlan);
  follow_up.step = Number(said(kStep));
  follow_up.wanted = ParseDay(said(kWanted));
  follow_up.moved = !said(kMoved).empty();
  follow_up.occasion = ParseDay(said(kOccasion));
}

Result<Task> ReadTask(const std::string& text, const Clock& clock) {
  const Result<CalendarContents> read = ReadCalendar(text, clock);
  if (!read) return read.error();
  if (!read->refused.empty()) return Error{ErrorCode::kUnreadable, read->refused.front().reason};
  if (read->entries.size() != 1) return Error{ErrorCode::kUnreadable, std::string(Tr("It isn't one entry."))};
  if (read->entries.front().form != CalendarForm::kTask)
    return Error{ErrorCode::kNotAllowed, std::string(Tr("It is no task."))};
  Task task{read->entries.front()};
  const Component calendar(icalparser_parse_string(text.c_str()));
  if (icalcomponent* const component = TaskIn(calendar)) {
    for (icalproperty* const property : MoreOf(component)) {
      const char* const value = icalproperty_get_x(property);
      if (value != nullptr && *value != '\0') task.more[icalproperty_get_x_name(property)] = Decoded(value);
    }
  }
  return task;
}

Result<std::string> TaskText(const Task& task, const Clock& clock, const std::string& before) {
  const Result<std::string> written =
      before.empty() ? WriteTask(task.entry, clock) : WriteTask(task.entry, clock, before);
  if (!written) return written;
  const Component calendar(icalparser_parse_string(written->c_str()));
  icalcomponent* const component = TaskIn(calendar);
  if (component == nullptr)
    return Error{ErrorCode::kInternal, std::string(Tr("The task couldn't be written."))};
  for (icalproperty* const property : MoreOf(component)) {
    icalcomponent_remove_property(component, property);
    icalproperty_free(property);
  }
  for (const auto& [name, value] : task.more)
    AddX(component, name.c_str(), Encoded(value));
  return exchange::TextOf(calendar);
}

}  // namespace kith::exchange::dav
