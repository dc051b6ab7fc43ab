// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/preset_row.h"

#include "core/text.h"

namespace kith::exchange {
namespace {

/// With what stands before, between and behind the given and the family name, if they stand in the whole name
/// in this order.
NameParts PartsOf(const PersonName& name) {
  NameParts parts{.given = name.given, .family = name.family};
  if (name.given.empty() || name.family.empty()) return parts;
  const std::string text = " " + name.full + " ";
  const std::size_t given = text.find(" " + name.given + " ");
  const std::size_t family = text.rfind(" " + name.family + " ");
  if (given == std::string::npos || family == std::string::npos || family <= given + name.given.size())
    return parts;
  const std::size_t middle = given + 1 + name.given.size();
  parts.prefix = CleanText(text.substr(0, given));
  parts.middle = CleanText(text.substr(middle, family - middle));
  parts.suffix = CleanText(text.substr(family + 1 + name.family.size()));
  return parts;
}

}  // namespace

void PresetRow::Note(std::string_view label, const std::string& value) {
  if (!value.empty()) notes.push_back(std::string(label) + ": " + value);
}

bool PresetRow::Put(std::initializer_list<std::string_view> columns, const std::string& value) {
  for (const std::string_view column : columns) {
    std::string& cell = cells[std::string(column)];
    if (!cell.empty()) continue;
    cell = value;
    return true;
  }
  return false;
}

void PresetRow::PutAll(std::initializer_list<std::string_view> columns,
                       const std::vector<std::string>& values, std::string_view label) {
  for (const std::string& value : values) {
    if (!Put(columns, value)) Note(label, value);
  }
}

void PresetRow::NotePhone(const Phone& phone) {
  Note("Phone (" + std::string(PhoneTypeName(phone.type)) + ")", PhoneText(phone));
}

void PresetRow::NoteName(const PersonName& name, const NameParts& parts) {
  const std::string composed = parts.Composed();
  if (!composed.empty() && composed != name.full) Note("Full name", name.full);
}

void PresetRow::PutNameRest(const PersonName& name, std::string_view prefix, std::string_view middle,
                            std::string_view suffix) {
  const NameParts parts = PartsOf(name);
  Put({prefix}, parts.prefix);
  Put({middle}, parts.middle);
  Put({suffix}, parts.suffix);
  NoteName(name, parts);
}

void PresetRow::PutBirthday(std::string_view column, const std::optional<Birthday>& birthday) {
  if (!birthday || !birthday->day.ok()) return;
  const std::chrono::year some_leap_year(2000);
  const std::string day =
      FormatDay(birthday->year.value_or(some_leap_year) / birthday->day.month() / birthday->day.day());
  if (birthday->year) {
    Put({column}, day);
  } else {
    Note("Birthday", day.substr(5) + " (month and day)");
  }
}

std::string PresetRow::NotesOf(const Contact& contact, const EventNames& event_names) const {
  std::vector<std::string> lines;
  if (!contact.details.notes.empty()) lines.push_back(contact.details.notes);
  if (std::string met = HowMet(contact, event_names); !met.empty()) lines.push_back(std::move(met));
  lines.insert(lines.end(), notes.begin(), notes.end());
  if (const std::string interests = JoinList(contact.interests); !interests.empty())
    lines.push_back("Likes to talk about: " + interests);
  return Join(lines, "\n");
}

std::string PhoneText(const Phone& phone) {
  return PhoneCell(PhoneForPeople(phone));
}

std::string GivenName(const Contact& contact) {
  const PersonName& name = contact.details.name;
  return name.given.empty() && name.family.empty() ? name.full : name.given;
}

CsvRow InOrder(Cells cells, std::span<const std::string> columns) {
  CsvRow row(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (const auto found = cells.find(columns[i]); found != cells.end()) row[i] = std::move(found->second);
  }
  return row;
}

std::string PresetWriter::Head() const {
  std::string head(ByteOrderMarkText(mark_));
  AppendCsvRow(head, columns_);
  return head;
}

void PresetWriter::Append(std::string& out, const WholeContact& whole) {
  AppendCsvRow(out, InOrder(to_cells_(whole.contact, event_names_), columns_));
}

}  // namespace kith::exchange
