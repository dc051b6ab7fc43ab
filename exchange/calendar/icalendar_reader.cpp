// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/icalendar_reader.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "core/language.h"
#include "exchange/calendar/parts.h"
#include "exchange/contact_text.h"

namespace kith::exchange {
namespace {

/// How components lie within each other, seen before libical sees it: it doesn't tell lines, gives nothing
/// for a file that breaks off, and takes any depth.
struct Outline {
  std::vector<std::string> open = {};  ///< components that don't end
  std::size_t depth = 0;
  std::vector<int> entry_lines = {};  ///< on which VEVENTs and VTODOs begin
};

bool IsEntry(std::string_view name) {
  return name == "VEVENT" || name == "VTODO";
}

/// "VTODO" of "begin:vtodo "; empty for other lines.
std::string ComponentOf(std::string_view line, std::string_view mark) {
  if (line.size() <= mark.size()) return {};
  std::string upper;
  for (const char c : line.substr(0, 100)) {
    if (c != ' ' && c != '\r') upper += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return upper.starts_with(mark) ? upper.substr(mark.size()) : std::string();
}

Outline OutlineOf(std::string_view text) {
  Outline outline;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    if (const std::string begun = ComponentOf(line, "BEGIN:"); !begun.empty()) {
      if (IsEntry(begun)) outline.entry_lines.push_back(number);
      outline.open.push_back(begun);
      outline.depth = std::max(outline.depth, outline.open.size());
    } else if (!ComponentOf(line, "END:").empty() && !outline.open.empty()) {
      outline.open.pop_back();
    }
  }
  return outline;
}

icalproperty* First(icalcomponent* entry, icalproperty_kind kind) {
  return icalcomponent_get_first_property(entry, kind);
}

bool Has(icalcomponent* entry, icalproperty_kind kind) {
  return First(entry, kind) != nullptr;
}

std::string TextOf(icalcomponent* entry, icalproperty_kind kind) {
  icalproperty* property = First(entry, kind);
  const icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
  const char* text = value == nullptr ? nullptr : icalvalue_get_text(value);
  return text == nullptr ? std::string() : CleanText(text);
}

std::string XValue(icalcomponent* entry, std::string_view name) {
  for (icalproperty* property = First(entry, ICAL_X_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(entry, ICAL_X_PROPERTY)) {
    const char* x_name = icalproperty_get_x_name(property);
    const char* value = icalproperty_get_x(property);
    if (x_name != nullptr && name == x_name && value != nullptr) return value;
  }
  return {};
}

/// Why an entry can't be taken; empty: it can.
std::string TroubleOf(icalcomponent* entry, std::string_view summary) {
  const std::string name =
      summary.empty() ? std::string(Tr("The entry")) : Filled(Tr("\"{0}\""), {summary.substr(0, 60)});
  if (TextOf(entry, ICAL_UID_PROPERTY).empty()) return Filled(Tr("{0} has no UID."), {name});
  for (icalproperty* property = First(entry, ICAL_XLICERROR_PROPERTY); property != nullptr;
       property = icalcomponent_get_next_property(entry, ICAL_XLICERROR_PROPERTY)) {
    const char* text = icalproperty_get_xlicerror(property);
    const std::string_view error = text == nullptr ? std::string_view() : text;
    for (const std::string_view day : {"DUE", "DTSTART", "COMPLETED"}) {
      if (error.starts_with("Can't parse") &&
          error.find(" in " + std::string(day) + " property") != std::string_view::npos)
        return Filled(Tr("{0} has no day in {1}."), {name, day});
    }
  }
  for (const icalproperty_kind kind : {ICAL_DUE_PROPERTY, ICAL_DTSTART_PROPERTY, ICAL_COMPLETED_PROPERTY}) {
    const std::optional<icaltimetype> time = TimeOf(entry, kind);
    if (time && !DayOf(*time)) {
      return Filled(Tr("{0} has a day that isn't in the calendar: {1}."),
                    {name, icaltime_as_ical_string(*time)});
    }
  }
  return {};
}

CalendarState StateOf(icalcomponent* entry) {
  const icalproperty_status status = icalcomponent_get_status(entry);
  if (status == ICAL_STATUS_CANCELLED) return CalendarState::kCancelled;
  if (icalcomponent_isa(entry) == ICAL_VEVENT_COMPONENT) return CalendarState::kOpen;
  const icalproperty* percent = First(entry, ICAL_PERCENTCOMPLETE_PROPERTY);
  const bool stated = status == ICAL_STATUS_NEEDSACTION || status == ICAL_STATUS_INPROCESS;
  const bool done = status == ICAL_STATUS_COMPLETED ||
                    (!stated && (Has(entry, ICAL_COMPLETED_PROPERTY) ||
                                 (percent != nullptr && icalproperty_get_percentcomplete(percent) >= 100)));
  return done ? CalendarState::kDone : CalendarState::kOpen;
}

CalendarEntry EntryOf(icalcomponent* component, const Clock& clock) {
  CalendarEntry entry;
  const bool is_task = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT;
  entry.form = is_task ? CalendarForm::kTask : CalendarForm::kEvent;
  entry.uid = TextOf(component, ICAL_UID_PROPERTY);
  entry.summary = TextOf(component, ICAL_SUMMARY_PROPERTY);
  entry.description = TextOf(component, ICAL_DESCRIPTION_PROPERTY);
  if (is_task) entry.day = DayOf(component, ICAL_DUE_PROPERTY, clock);
  if (!entry.day) entry.day = DayOf(component, ICAL_DTSTART_PROPERTY, clock);
  entry.state = StateOf(component);
  if (entry.state != CalendarState::kOpen) entry.done_on = DayOf(component, ICAL_COMPLETED_PROPERTY, clock);
  if (const icalproperty* sequence = First(component, ICAL_SEQUENCE_PROPERTY))
    entry.sequence = std::max(0, icalproperty_get_sequence(sequence));
  if (const auto modified = TimeOf(component, ICAL_LASTMODIFIED_PROPERTY))
    entry.last_modified = InstantOf(*modified);
  entry.kind = ParseFollowUpKind(XValue(component, kKindProperty));
  entry.contact = ContactId::Parse(XValue(component, kContactProperty));
  entry.repeats = Has(component, ICAL_RRULE_PROPERTY) || Has(component, ICAL_RDATE_PROPERTY);
  return entry;
}

/// All VEVENTs and VTODOs below a component, in their order.
void Collect(icalcomponent* component, std::vector<icalcomponent*>& entries) {
  for (icalcomponent* child = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
       child != nullptr; child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
    const icalcomponent_kind kind = icalcomponent_isa(child);
    if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT) {
      entries.push_back(child);
    } else if (kind == ICAL_VCALENDAR_COMPONENT) {
      Collect(child, entries);
    }
  }
}

Error NoCalendar(std::string_view why) {
  return {ErrorCode::kUnreadable, std::string(why)};
}

}  // namespace

Result<CalendarContents> ReadCalendar(std::string_view text, const Clock& clock,
                                      const CalendarReading& reading) {
  if (text.size() > reading.most_bytes) return NoCalendar(Tr("The calendar is larger than Kith reads."));
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = text.substr(0, text.find('\0'));  // libical's strings end there
  const Outline outline = OutlineOf(text);
  if (outline.depth == 0) return NoCalendar(Tr("There is no calendar in it: BEGIN:VCALENDAR is missing."));
  if (outline.depth > static_cast<std::size_t>(reading.most_depth))
    return NoCalendar(Tr("There are more components within each other than Kith reads."));

  std::string whole(text);
  for (auto open = outline.open.rbegin(); open != outline.open.rend(); ++open)
    whole += "\r\nEND:" + *open;
  whole += "\r\n";
  const Component root(icalparser_parse_string(whole.c_str()));
  if (!root) return NoCalendar(Tr("The calendar can't be understood."));

  std::vector<icalcomponent*> found;
  const icalcomponent_kind kind = icalcomponent_isa(root.get());
  if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VTODO_COMPONENT) {
    found.push_back(root.get());
  } else {
    Collect(root.get(), found);
  }
  const bool breaks_off = std::any_of(outline.open.begin(), outline.open.end(), IsEntry);
  CalendarContents contents;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (Has(found[i], ICAL_RECURRENCEID_PROPERTY)) continue;
    std::string trouble = TroubleOf(found[i], TextOf(found[i], ICAL_SUMMARY_PROPERTY));
    if (breaks_off && i + 1 == found.size()) trouble = Tr("The calendar breaks off in this entry.");
    if (trouble.empty()) {
      contents.entries.push_back(EntryOf(found[i], clock));
    } else {
      const bool line_known = outline.entry_lines.size() == found.size();
      contents.refused.push_back({line_known ? outline.entry_lines[i] : 0, std::move(trouble)});
    }
  }
  return contents;
}

}  // namespace kith::exchange
