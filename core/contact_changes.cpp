// SPDX-License-Identifier: Apache-2.0
#include "core/contact_changes.h"

#include <string>
#include <string_view>

namespace kith {
namespace {

std::string Lines(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += '\n';
    text += value;
  }
  return text;
}

std::string PhoneText(const Phone& phone) {
  std::string text(PhoneTypeName(phone.type));
  text += ' ' + phone.number;
  if (!phone.extension.empty()) text += " ext. " + phone.extension;
  if (phone.raw != phone.number) text += " (" + phone.raw + ')';
  return text;
}

std::string PhoneLines(const std::vector<Phone>& phones) {
  std::vector<std::string> texts;
  texts.reserve(phones.size());
  for (const Phone& phone : phones)
    texts.push_back(PhoneText(phone));
  return Lines(texts);
}

template <typename IdType>
std::string IdText(const std::optional<IdType>& id) {
  return id ? id->ToString() : std::string();
}

struct FieldText {
  std::string_view field;
  std::string value;
};

std::vector<FieldText> FieldTexts(const Contact& contact) {
  const ContactDetails& details = contact.details;
  return {{"name", details.name.full},
          {"given name", details.name.given},
          {"family name", details.name.family},
          {"organization", details.organization},
          {"department", details.department},
          {"titles", Lines(details.titles)},
          {"phones", PhoneLines(details.phones)},
          {"emails", Lines(details.emails)},
          {"urls", Lines(details.urls)},
          {"addresses", Lines(details.addresses)},
          {"handles", Lines(details.handles)},
          {"other names", Lines(details.other_names)},
          {"notes", details.notes},
          {"birthday", contact.birthday ? BirthdayText(*contact.birthday) : std::string()},
          {"interests", Lines(contact.interests)},
          {"event", IdText(contact.event)},
          {"met on", contact.met_on ? FormatDay(*contact.met_on) : std::string()},
          {"capture", IdText(contact.capture)}};
}

}  // namespace

std::string BirthdayText(const Birthday& birthday) {
  const auto two_digits = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  const std::string year = birthday.year ? std::to_string(static_cast<int>(*birthday.year)) : "-";
  return year + two_digits(static_cast<unsigned>(birthday.day.month())) +
         two_digits(static_cast<unsigned>(birthday.day.day()));
}

std::optional<Birthday> ParseBirthday(std::string_view text) {
  constexpr std::size_t kWithoutYear = 5;
  if (text.starts_with("--")) text.remove_prefix(2);
  const bool has_year = text.size() != kWithoutYear;
  const std::optional<Day> day = ParseDay(has_year ? std::string(text) : "2000-" + std::string(text));
  if (!day) return std::nullopt;
  Birthday birthday{day->month() / day->day(), std::nullopt};
  if (has_year) birthday.year = day->year();
  return birthday;
}

std::vector<ContactChange> ChangesBetween(const Contact& before, const Contact& after, Instant when) {
  const std::vector<FieldText> old_texts = FieldTexts(before);
  const std::vector<FieldText> new_texts = FieldTexts(after);
  std::vector<ContactChange> changes;
  for (std::size_t i = 0; i < old_texts.size(); ++i) {
    if (old_texts[i].value == new_texts[i].value) continue;
    changes.push_back({when, std::string(old_texts[i].field), old_texts[i].value, new_texts[i].value});
  }
  return changes;
}

ContactChange CreationOf(const Contact& contact, Instant when) {
  return {when, "created", "", contact.details.name.full};
}

}  // namespace kith
