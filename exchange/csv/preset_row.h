// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/contact.h"
#include "exchange/contact_text.h"
#include "exchange/contact_writer.h"
#include "exchange/csv/csv.h"

/// What the tables for other programs (exchange/csv/presets.h) have in common. Not for other folders.
namespace kith::exchange {

using Cells = std::map<std::string, std::string, std::less<>>;

/// What goes into one row: cells by the names of their columns, and what no column has room for.
struct PresetRow {
  Cells cells;
  std::vector<std::string> notes;

  void Note(std::string_view label, const std::string& value);
  /// Into the first of the columns that is free; false if none is.
  bool Put(std::initializer_list<std::string_view> columns, const std::string& value);
  /// Those that find no column become notes.
  void PutAll(std::initializer_list<std::string_view> columns, const std::vector<std::string>& values,
              std::string_view label);
  void NotePhone(const Phone& phone);
  /// The whole name where these parts don't say it: "Ada's twin, the younger Example".
  void NoteName(const PersonName& name, const NameParts& parts);
  /// What the columns for given and family name leave.
  void PutNameRest(const PersonName& name, std::string_view prefix, std::string_view middle,
                   std::string_view suffix);
  /// ISO 8601; without a year it becomes a note.
  void PutBirthday(std::string_view column, const std::optional<Birthday>& birthday);
  /// What is said about somebody, and then what found no column.
  std::string NotesOf(const Contact& contact, const EventNames& event_names) const;
};

std::string PhoneText(const Phone& phone);
/// The given name, or the part of a name that there is, if its parts aren't known.
std::string GivenName(const Contact& contact);

/// The cells in the order of those columns.
CsvRow InOrder(Cells cells, std::span<const std::string> columns);

using ToCells = Cells(const Contact&, const EventNames&);

/// Writes the cells that `to_cells` gives in the order of the columns.
class PresetWriter : public ContactWriter {
 public:
  PresetWriter(std::vector<std::string> columns, ByteOrderMark mark, const EventNames& event_names,
               ToCells* to_cells)
      : columns_(std::move(columns)), mark_(mark), event_names_(event_names), to_cells_(to_cells) {}

  std::string Head() const override;
  void Append(std::string& out, const WholeContact& whole) override;

 private:
  std::vector<std::string> columns_;
  ByteOrderMark mark_;
  const EventNames& event_names_;
  ToCells* to_cells_;
};

}  // namespace kith::exchange
