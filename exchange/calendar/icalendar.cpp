// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar/icalendar.h"

#include <algorithm>
#include <map>
#include <vector>

#include "exchange/calendar/parts.h"

namespace kith::exchange {
namespace {

struct Entry {
  std::string uid;
  Day day{};
  std::string summary;
  std::string description;  ///< may be empty
  const char* rule = nullptr;
  FollowUpKind kind = FollowUpKind::kOther;
  ContactId contact;
};

Entry FollowUpEntry(const followup::DueItem& item) {
  return {item.follow_up ? item.follow_up->ToString() : "check-in-" + item.contact.ToString(),
          item.due,
          CleanText(item.text),
          {},
          nullptr,
          item.kind,
          item.contact};
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
          leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY",
          FollowUpKind::kBirthday,
          contact.id};
}

Component EventOf(const Entry& entry, Instant stamp) {
  Component event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  Add(event.get(), icalproperty_new_uid(entry.uid.c_str()));
  Add(event.get(), icalproperty_new_dtstamp(UtcTimeOf(stamp)));
  Add(event.get(), icalproperty_new_lastmodified(UtcTimeOf(stamp)));
  Add(event.get(), icalproperty_new_sequence(SequenceOf(stamp)));
  Add(event.get(), icalproperty_new_dtstart(DateOf(entry.day)));
  if (entry.rule != nullptr)
    Add(event.get(), icalproperty_new_rrule(icalrecurrencetype_from_string(entry.rule)));
  Add(event.get(), icalproperty_new_summary(entry.summary.c_str()));
  if (!entry.description.empty()) Add(event.get(), icalproperty_new_description(entry.description.c_str()));
  Add(event.get(), icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  AddX(event.get(), kKindProperty, std::string(FollowUpKindName(entry.kind)));
  AddX(event.get(), kContactProperty, entry.contact.ToString());
  Add(event.get(), NineOClockAlarm(CalendarForm::kEvent, entry.summary));
  return event;
}

Entry EntryOf(const followup::DueItem& item, const Contact* contact, const EventNames& event_names) {
  if (contact == nullptr) return FollowUpEntry(item);
  const bool birthday = !item.follow_up && item.kind == FollowUpKind::kBirthday && contact->birthday &&
                        contact->birthday->day.ok();
  Entry entry = birthday ? BirthdayEntry(*contact, *contact->birthday) : FollowUpEntry(item);
  entry.description = CalendarDescription(*contact, event_names);
  return entry;
}

}  // namespace

std::string CalendarDescription(const Contact& contact, const EventNames& event_names) {
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

int SequenceOf(Instant stamp) {
  constexpr std::chrono::sys_days kFirst = std::chrono::year(2020) / 1 / 1;
  return std::max(0, static_cast<int>((std::chrono::floor<std::chrono::days>(stamp) - kFirst).count()));
}

Result<std::string> WriteCalendar(std::span<const followup::DueItem> items, std::span<const Contact> contacts,
                                  const EventNames& event_names, Instant stamp) {
  std::map<ContactId, const Contact*> by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);

  const Component calendar = NewCalendar();
  for (const followup::DueItem& item : items) {
    const auto contact = by_id.find(item.contact);
    const Entry entry = EntryOf(item, contact == by_id.end() ? nullptr : contact->second, event_names);
    Add(calendar.get(), EventOf(entry, stamp));
  }

  return TextOf(calendar);
}

}  // namespace kith::exchange
