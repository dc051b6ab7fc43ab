// SPDX-License-Identifier: Apache-2.0
#include "tests/exchange/told.h"

#include <utility>
#include <vector>

#include "exchange/contact_text.h"

namespace kith::exchange::test {
namespace {

std::string DayText(const Birthday& birthday) {
  return (birthday.year ? std::to_string(static_cast<int>(*birthday.year)) : "?") + "-" +
         std::to_string(static_cast<unsigned>(birthday.day.month())) + "-" +
         std::to_string(static_cast<unsigned>(birthday.day.day()));
}

}  // namespace

std::string Told(const FoundContact& found) {
  const ContactDetails& details = found.contact.details;
  std::string text;
  const auto tell = [&](const std::string& label, const std::string& value) {
    if (!value.empty()) text += label + ": " + value + "\n";
  };
  tell("name", Join({details.name.full, details.name.given, details.name.family}, " | "));
  tell("organization", Join({details.organization, details.department}, " / "));
  for (const std::string& title : details.titles)
    tell("title", title);
  for (const Phone& phone : details.phones)
    tell(std::string(PhoneTypeName(phone.type)), Join({phone.number, phone.extension}, " x"));
  const std::pair<const char*, const std::vector<std::string>&> lists[] = {
      {"also", details.other_names},  {"e-mail", details.emails},  {"url", details.urls},
      {"address", details.addresses}, {"handle", details.handles}, {"interest", found.contact.interests},
      {"remark", found.remarks}};
  for (const auto& [label, values] : lists) {
    for (const std::string& value : values)
      tell(label, value);
  }
  if (found.contact.birthday) tell("birthday", DayText(*found.contact.birthday));
  if (found.contact.met_on) tell("met on", FormatDay(*found.contact.met_on));
  tell("event", found.event);
  tell("else", found.unless_event);
  tell("notes", details.notes);
  return text;
}

}  // namespace kith::exchange::test
