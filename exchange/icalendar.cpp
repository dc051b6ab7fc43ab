// SPDX-License-Identifier: Apache-2.0
#include "exchange/icalendar.h"

#include <map>
#include <memory>
#include <vector>

#include <libical/ical.h>

namespace kith::exchange {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeBuffer {
  void operator()(char* buffer) const { icalmemory_free_buffer(buffer); }
};

/// Gives the property to the component.
void Add(const Component& component, icalproperty* property) {
  icalcomponent_add_property(component.get(), property);
}

void Add(const Component& parent, Component child) {
  icalcomponent_add_component(parent.get(), child.release());
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
  return icaltime_from_timet_with_zone(std::chrono::system_clock::to_time_t(seconds), 0,
                                       icaltimezone_get_utc_timezone());
}

Component Alarm(const std::string& summary) {
  constexpr int kNineInTheMorning = 9 * 60 * 60;  // after the begin of the day
  Component alarm(icalcomponent_new(ICAL_VALARM_COMPONENT));
  Add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  Add(alarm, icalproperty_new_description(summary.c_str()));
  Add(alarm, icalproperty_new_trigger(icaltriggertype_from_int(kNineInTheMorning)));
  return alarm;
}

std::string Description(const Contact& contact, const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  std::vector<std::string> lines = {DisplayName(contact)};
  if (details.organization != lines.front()) lines.push_back(details.organization);
  for (const Phone& phone : details.phones) {
    if (phone.type != PhoneType::kFax) lines.push_back("Phone: " + PhoneForPeople(phone));
  }
  for (const std::string& email : details.emails)
    lines.push_back("E-mail: " + email);
  if (!contact.interests.empty()) {
    lines.push_back("Likes to talk about: " + Join(contact.interests, ", "));
  }
  lines.push_back(HowMet(contact, event_names));
  return CleanText(Join(lines, "\n"));
}

struct Entry {
  std::string uid;
  Day day{};
  std::string summary;
  std::string description;  ///< may be empty
  const char* rule = nullptr;
};

Entry FollowUpEntry(const followup::DueItem& item) {
  return {item.follow_up ? item.follow_up->ToString() : "check-in-" + item.contact.ToString(),
          item.due,
          CleanText(item.text),
          {}};
}

Entry BirthdayEntry(const Contact& contact, const Birthday& birthday) {
  const std::chrono::year year = birthday.year.value_or(std::chrono::year(1972));  // has a 29 February
  const bool leap_day = birthday.day == std::chrono::February / 29;
  const Day day = leap_day ? Day(year / std::chrono::February / std::chrono::last)
                           : year / birthday.day.month() / birthday.day.day();
  return {"birthday-" + contact.id.ToString(),
          day,
          CleanText(DisplayName(contact)) + ": birthday",
          {},
          leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY"};
}

Component EventOf(const Entry& entry, Instant stamp) {
  Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  Add(event, icalproperty_new_uid(entry.uid.c_str()));
  Add(event, icalproperty_new_dtstamp(UtcTimeOf(stamp)));
  Add(event, icalproperty_new_dtstart(DateOf(entry.day)));
  if (entry.rule != nullptr) Add(event, icalproperty_new_rrule(icalrecurrencetype_from_string(entry.rule)));
  Add(event, icalproperty_new_summary(entry.summary.c_str()));
  if (!entry.description.empty()) Add(event, icalproperty_new_description(entry.description.c_str()));
  Add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  Add(event, Alarm(entry.summary));  // last: an early one breaks some importers
  return event;
}

Entry EntryOf(const followup::DueItem& item, const Contact* contact, const EventNames& event_names) {
  if (contact == nullptr) return FollowUpEntry(item);
  const bool birthday = !item.follow_up && item.kind == FollowUpKind::kBirthday && contact->birthday &&
                        contact->birthday->day.ok();
  Entry entry = birthday ? BirthdayEntry(*contact, *contact->birthday) : FollowUpEntry(item);
  entry.description = Description(*contact, event_names);
  return entry;
}

}  // namespace

Result<std::string> WriteCalendar(std::span<const followup::DueItem> items, std::span<const Contact> contacts,
                                  const EventNames& event_names, Instant stamp) {
  std::map<ContactId, const Contact*> by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);

  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  Add(calendar, icalproperty_new_version("2.0"));
  Add(calendar, icalproperty_new_prodid("-//Kith//Kith//EN"));
  for (const followup::DueItem& item : items) {
    const auto contact = by_id.find(item.contact);
    const Entry entry = EntryOf(item, contact == by_id.end() ? nullptr : contact->second, event_names);
    Add(calendar, EventOf(entry, stamp));
  }

  const std::unique_ptr<char, FreeBuffer> text(icalcomponent_as_ical_string_r(calendar.get()));
  if (!text || icalcomponent_count_errors(calendar.get()) != 0) {
    return Error{ErrorCode::kInternal, "The calendar couldn't be written. This is a bug in Kith.",
                 icalerror_strerror(icalerrno)};
  }
  return std::string(text.get());
}

}  // namespace kith::exchange
