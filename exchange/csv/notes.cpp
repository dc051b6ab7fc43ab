// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/notes.h"

#include <optional>
#include <utility>
#include <vector>

#include "core/phone_number.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/csv/dates.h"

namespace kith::exchange {
namespace {

/// The rest of a line that begins so; nullopt if it doesn't, or if there is nothing behind.
std::optional<std::string> Behind(const std::string& line, std::string_view label) {
  if (!line.starts_with(label) || line.size() == label.size()) return std::nullopt;
  return line.substr(label.size());
}

bool TakePhone(const std::string& line, const std::string& region, ContactDetails& details) {
  const auto rest = Behind(line, "Phone (");
  const std::size_t end = rest ? rest->find("): ") : std::string::npos;
  if (end == std::string::npos) return false;
  const auto type = ParsePhoneType(rest->substr(0, end));
  if (!type) return false;
  details.phones.push_back(PhoneOfCell(rest->substr(end + 3), *type, region));
  return true;
}

/// "Met at Example Meetup on 2026-11-23", "Met on …", "Met at …".
bool TakeMet(const std::string& line, FoundContact& found) {
  const auto rest = Behind(line, "Met ");
  if (!rest) return false;
  std::string where = *rest;
  std::optional<Day> met_on;
  constexpr std::size_t kDay = 10;
  constexpr std::string_view kOn = "on ";
  if (where.size() >= kOn.size() + kDay) {
    const std::size_t on = where.size() - kDay - kOn.size();
    const auto day = ParseDay(where.substr(where.size() - kDay));
    if (day && where.compare(on, kOn.size(), kOn) == 0) {
      met_on = day;
      where.resize(on);
      if (where.ends_with(' ')) where.pop_back();
    }
  }
  if (!where.empty() && !where.starts_with("at ")) return false;
  found.contact.met_on = met_on;
  if (where.empty()) return met_on.has_value();
  found.event = where.substr(3);
  found.unless_event = "Met at " + found.event;
  return true;
}

bool TakeBirthday(const std::string& line, FoundContact& found) {
  constexpr std::string_view kBehind = " (month and day)";
  const auto rest = Behind(line, "Birthday: ");
  if (!rest || !rest->ends_with(kBehind)) return false;
  const ReadDay day = ReadDayCell("--" + rest->substr(0, rest->size() - kBehind.size()), DateOrder::kUnknown);
  if (day.kind == DateKind::kDay) found.contact.birthday = day.day;
  return day.kind == DateKind::kDay;
}

bool TakeLine(const std::string& line, const std::string& region, FoundContact& found) {
  ContactDetails& details = found.contact.details;
  const std::pair<std::string_view, std::vector<std::string>*> lists[] = {
      {"E-mail: ", &details.emails},  {"Address: ", &details.addresses},        {"Web page: ", &details.urls},
      {"Social: ", &details.handles}, {"Also written: ", &details.other_names}, {"Title: ", &details.titles}};
  for (const auto& [label, list] : lists) {
    if (const auto rest = Behind(line, label)) return list->push_back(*rest), true;
  }
  if (const auto interests = Behind(line, "Likes to talk about: ")) {
    for (std::string& interest : SplitList(*interests))
      found.contact.interests.push_back(std::move(interest));
    return true;
  }
  if (const auto name = Behind(line, "Full name: ")) return details.name.full = *name, true;
  return TakePhone(line, region, details) || TakeMet(line, found) || TakeBirthday(line, found);
}

}  // namespace

Phone PhoneOfCell(const std::string& text, PhoneType type, const std::string& region) {
  if (const std::optional<PhoneNumber> number = ParsePhoneNumber(text, region))
    return {.number = number->e164, .raw = text, .extension = number->extension, .type = type};
  Phone phone{.number = text, .raw = text, .type = type};
  constexpr std::string_view kExtension = " ext. ";
  if (const std::size_t at = text.find(kExtension); at != std::string::npos) {
    phone.extension = text.substr(at + kExtension.size());
    phone.number.resize(at);
  }
  return phone;
}

std::string TakeBackNotes(const std::string& notes, const std::string& region, FoundContact& found) {
  std::vector<std::string> lines = {""};
  for (const char c : notes) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  // They are the last ones, from the last one on that is none of them.
  std::size_t first = lines.size();
  while (first > 0) {
    FoundContact probe;
    if (!TakeLine(lines[first - 1], region, probe)) break;
    --first;
  }
  for (std::size_t i = first; i < lines.size(); ++i)
    TakeLine(lines[i], region, found);
  lines.resize(first);
  std::string left;
  for (std::size_t i = 0; i < lines.size(); ++i)
    left += (i > 0 ? "\n" : "") + lines[i];
  while (left.ends_with('\n'))
    left.pop_back();
  return left;
}

}  // namespace kith::exchange
