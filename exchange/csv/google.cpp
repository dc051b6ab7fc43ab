// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/postal_address.h"
#include "core/social_handle.h"
#include "exchange/csv/growing_table.h"
#include "exchange/csv/preset_row.h"
#include "exchange/csv/presets.h"

namespace kith::exchange {
namespace {

std::string_view GoogleLabel(PhoneType type) {
  switch (type) {
    case PhoneType::kMobile:
      return "Mobile";
    case PhoneType::kWork:
      return "Work";
    case PhoneType::kFax:
      return "Work Fax";
    case PhoneType::kHome:
      return "Home";
    case PhoneType::kOther:
      break;
  }
  return "Other";
}

const std::vector<std::string> kPersonColumns = {"First Name",
                                                 "Middle Name",
                                                 "Last Name",
                                                 "Phonetic First Name",
                                                 "Phonetic Middle Name",
                                                 "Phonetic Last Name",
                                                 "Name Prefix",
                                                 "Name Suffix",
                                                 "Nickname",
                                                 "File As",
                                                 "Organization Name",
                                                 "Organization Title",
                                                 "Organization Department",
                                                 "Birthday",
                                                 "Notes",
                                                 "Photo",
                                                 "Labels"};

/// What is numbered, "E-mail 1 - Label", in the order of the columns behind those of the person.
struct Group {
  std::string name;
  std::vector<std::string> parts;
};
const std::array<Group, 6> kGroups = {{
    {"E-mail", {"Label", "Value"}},
    {"Phone", {"Label", "Value"}},
    {"Address",
     {"Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country",
      "Extended Address"}},
    {"Website", {"Label", "Value"}},
    {"Event", {"Label", "Value"}},
    {"Custom Field", {"Label", "Value"}},
}};

/// Of every group one at least.
std::vector<std::size_t> FewestCells() {
  std::vector<std::size_t> cells = {kPersonColumns.size()};
  for (const Group& group : kGroups)
    cells.push_back(group.parts.size());
  return cells;
}

CsvRow GoogleColumns(const GrowingTable& table) {
  CsvRow columns = kPersonColumns;
  for (std::size_t i = 0; i < kGroups.size(); ++i) {
    const std::size_t count = table.Cells(i + 1) / kGroups[i].parts.size();
    for (std::size_t number = 1; number <= count; ++number) {
      for (const std::string& part : kGroups[i].parts)
        columns.push_back(kGroups[i].name + " " + std::to_string(number) + " - " + part);
    }
  }
  return columns;
}

/// A label, which Google separates from the next by " ::: ".
std::string GoogleLabels(const std::string& event) {
  constexpr std::string_view kSeparator = " ::: ";
  std::string labels = "* myContacts";
  if (event.empty()) return labels;
  labels += kSeparator;
  const std::size_t begin = labels.size();
  labels += event;
  for (std::size_t at = labels.find(":::", begin); at != std::string::npos; at = labels.find(":::", at))
    labels.replace(at, 3, ":");
  return labels;
}

CsvRow PersonCells(const Contact& contact, const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  PresetRow row;
  row.cells["First Name"] = GivenName(contact);
  row.cells["Last Name"] = details.name.family;
  row.PutAll({"Nickname"}, details.other_names, "Also written");
  row.cells["File As"] = details.name.full;
  row.PutNameRest(details.name, "Name Prefix", "Middle Name", "Name Suffix");
  row.cells["Organization Name"] = details.organization;
  row.PutAll({"Organization Title"}, details.titles, "Title");
  row.cells["Organization Department"] = details.department;
  row.cells["Labels"] = GoogleLabels(EventName(contact, event_names));
  row.PutBirthday("Birthday", contact.birthday);
  row.cells["Notes"] = row.NotesOf(contact, event_names);
  return InOrder(std::move(row.cells), kPersonColumns);
}

/// All of them with the label "Work".
CsvRow WorkCells(const std::vector<std::string>& values) {
  CsvRow cells;
  for (const std::string& value : values)
    cells.insert(cells.end(), {"Work", value});
  return cells;
}

CsvRow AddressCells(const std::vector<std::string>& addresses) {
  CsvRow cells;
  for (const std::string& address : addresses) {
    const PostalAddress parts = SplitPostalAddress(address);
    cells.insert(cells.end(), {"Work", address, parts.street, parts.city, "", parts.region, parts.postal_code,
                               parts.country, ""});
  }
  return cells;
}

CsvRow HandleCells(const std::vector<std::string>& handles) {
  CsvRow cells;
  for (const std::string& value : handles) {
    const auto handle = ParseSocialHandle(value);
    cells.insert(cells.end(), {handle ? handle->service : "Social", handle ? handle->handle : value});
  }
  return cells;
}

/// As many numbered groups as the one with the most values needs.
class GoogleWriter : public ContactWriter {
 public:
  explicit GoogleWriter(const EventNames& event_names) : event_names_(event_names) {}

  void Append(std::string& out, const WholeContact& whole) override {
    const ContactDetails& details = whole.contact.details;
    CsvRow phones;
    for (const Phone& phone : details.phones)
      phones.insert(phones.end(), {std::string(GoogleLabel(phone.type)), PhoneText(phone)});
    const CsvRow no_events;
    table_.AppendRow(out, {PersonCells(whole.contact, event_names_), WorkCells(details.emails), phones,
                           AddressCells(details.addresses), WorkCells(details.urls), no_events,
                           HandleCells(details.handles)});
  }
  std::string Head() const override {
    std::string head;
    AppendCsvRow(head, GoogleColumns(table_));
    return head;
  }
  bool Grows() const override { return true; }
  std::string Filled(std::string rows) const override { return table_.Filled(rows); }

 private:
  const EventNames& event_names_;
  GrowingTable table_{FewestCells()};
};

}  // namespace

std::unique_ptr<ContactWriter> MakeGoogleCsvWriter(const EventNames& event_names) {
  return std::make_unique<GoogleWriter>(event_names);
}

std::string WriteGoogleCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeGoogleCsvWriter(event_names), contacts);
}

}  // namespace kith::exchange
