// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv_presets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/postal_address.h"
#include "core/social_handle.h"
#include "core/text.h"
#include "exchange/contact_text.h"
#include "exchange/csv.h"

namespace kith::exchange {
namespace {

using Cells = std::map<std::string, std::string, std::less<>>;

/// What goes into one row: cells by the names of their columns, and what no column has room for.
struct Row {
  Cells cells;
  std::vector<std::string> notes;

  void Note(std::string_view label, const std::string& value) {
    if (!value.empty()) notes.push_back(std::string(label) + ": " + value);
  }

  /// Into the first of the columns that is free; false if none is.
  bool Put(std::initializer_list<std::string_view> columns, const std::string& value) {
    for (const std::string_view column : columns) {
      std::string& cell = cells[std::string(column)];
      if (!cell.empty()) continue;
      cell = value;
      return true;
    }
    return false;
  }

  void PutAll(std::initializer_list<std::string_view> columns, const std::vector<std::string>& values,
              std::string_view label) {
    for (const std::string& value : values) {
      if (!Put(columns, value)) Note(label, value);
    }
  }
};

std::string PhoneText(const Phone& phone) {
  return PhoneCell(PhoneForPeople(phone));
}

void NotePhone(Row& row, const Phone& phone) {
  row.Note("Phone (" + std::string(PhoneTypeName(phone.type)) + ")", PhoneText(phone));
}

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

/// The part of a name that there is, if its parts aren't known.
std::string GivenName(const Contact& contact) {
  const PersonName& name = contact.details.name;
  return name.given.empty() && name.family.empty() ? name.full : name.given;
}

/// The whole name where these parts don't say it: "Ada's twin, the younger Example".
void NoteName(Row& row, const PersonName& name, const NameParts& parts) {
  const std::string composed = parts.Composed();
  if (!composed.empty() && composed != name.full) row.Note("Full name", name.full);
}

/// What the columns for given and family name leave.
void PutNameRest(Row& row, const PersonName& name, std::string_view prefix, std::string_view middle,
                 std::string_view suffix) {
  const NameParts parts = PartsOf(name);
  row.Put({prefix}, parts.prefix);
  row.Put({middle}, parts.middle);
  row.Put({suffix}, parts.suffix);
  NoteName(row, name, parts);
}

void PutBirthday(Row& row, std::string_view column, const std::optional<Birthday>& birthday) {
  if (!birthday || !birthday->day.ok()) return;
  const std::chrono::year some_leap_year(2000);
  const std::string day =
      FormatDay(birthday->year.value_or(some_leap_year) / birthday->day.month() / birthday->day.day());
  if (birthday->year) {
    row.Put({column}, day);
  } else {
    row.Note("Birthday", day.substr(5) + " (month and day)");
  }
}

/// What is said about somebody, and then what found no column.
std::string NotesOf(const Contact& contact, const EventNames& event_names, Row row) {
  std::vector<std::string> lines;
  if (!contact.details.notes.empty()) lines.push_back(contact.details.notes);
  if (std::string met = HowMet(contact, event_names); !met.empty()) lines.push_back(std::move(met));
  row.Note("Likes to talk about", JoinList(contact.interests));
  lines.insert(lines.end(), row.notes.begin(), row.notes.end());
  return Join(lines, "\n");
}

std::string Numbered(std::string_view group, std::size_t number, std::string_view part) {
  return std::string(group) + " " + std::to_string(number) + " - " + std::string(part);
}

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

/// How many numbered groups Google's header needs.
struct GroupCounts {
  std::size_t emails = 1;
  std::size_t phones = 1;
  std::size_t addresses = 1;
  std::size_t websites = 1;
  std::size_t custom_fields = 1;

  friend bool operator==(const GroupCounts&, const GroupCounts&) = default;
};

GroupCounts Larger(GroupCounts counts, const ContactDetails& details) {
  counts.emails = std::max(counts.emails, details.emails.size());
  counts.phones = std::max(counts.phones, details.phones.size());
  counts.addresses = std::max(counts.addresses, details.addresses.size());
  counts.websites = std::max(counts.websites, details.urls.size());
  counts.custom_fields = std::max(counts.custom_fields, details.handles.size());
  return counts;
}

std::vector<std::string> GoogleColumns(const GroupCounts& counts) {
  std::vector<std::string> columns = {"First Name",
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
  const auto add = [&](std::string_view group, std::size_t count,
                       std::initializer_list<std::string_view> parts) {
    for (std::size_t i = 1; i <= count; ++i) {
      for (const std::string_view part : parts)
        columns.push_back(Numbered(group, i, part));
    }
  };
  add("E-mail", counts.emails, {"Label", "Value"});
  add("Phone", counts.phones, {"Label", "Value"});
  add("Address", counts.addresses,
      {"Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country",
       "Extended Address"});
  add("Website", counts.websites, {"Label", "Value"});
  add("Event", 1, {"Label", "Value"});
  add("Custom Field", counts.custom_fields, {"Label", "Value"});
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

void PutGoogleAddress(Cells& cells, std::size_t number, const std::string& address) {
  const PostalAddress parts = SplitPostalAddress(address);
  cells[Numbered("Address", number, "Label")] = "Work";
  cells[Numbered("Address", number, "Formatted")] = address;
  cells[Numbered("Address", number, "Street")] = parts.street;
  cells[Numbered("Address", number, "City")] = parts.city;
  cells[Numbered("Address", number, "Region")] = parts.region;
  cells[Numbered("Address", number, "Postal Code")] = parts.postal_code;
  cells[Numbered("Address", number, "Country")] = parts.country;
}

Cells GoogleCells(const Contact& contact, const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  Row row;
  Cells& cells = row.cells;
  cells["First Name"] = GivenName(contact);
  cells["Last Name"] = details.name.family;
  row.PutAll({"Nickname"}, details.other_names, "Also written");
  cells["File As"] = details.name.full;
  PutNameRest(row, details.name, "Name Prefix", "Middle Name", "Name Suffix");
  cells["Organization Name"] = details.organization;
  row.PutAll({"Organization Title"}, details.titles, "Title");
  cells["Organization Department"] = details.department;
  cells["Labels"] = GoogleLabels(EventName(contact, event_names));
  const auto put = [&](std::string_view group, std::size_t index, std::string_view label,
                       const std::string& value) {
    cells[Numbered(group, index + 1, "Label")] = label;
    cells[Numbered(group, index + 1, "Value")] = value;
  };
  for (std::size_t i = 0; i < details.emails.size(); ++i)
    put("E-mail", i, "Work", details.emails[i]);
  for (std::size_t i = 0; i < details.phones.size(); ++i)
    put("Phone", i, GoogleLabel(details.phones[i].type), PhoneText(details.phones[i]));
  for (std::size_t i = 0; i < details.addresses.size(); ++i)
    PutGoogleAddress(cells, i + 1, details.addresses[i]);
  for (std::size_t i = 0; i < details.urls.size(); ++i)
    put("Website", i, "Work", details.urls[i]);
  for (std::size_t i = 0; i < details.handles.size(); ++i) {
    const auto handle = ParseSocialHandle(details.handles[i]);
    put("Custom Field", i, handle ? handle->service : "Social", handle ? handle->handle : details.handles[i]);
  }
  PutBirthday(row, "Birthday", contact.birthday);
  cells["Notes"] = NotesOf(contact, event_names, row);
  return cells;
}

/// The first address in such columns, whole in the street's if they would change it; the others as notes.
void PutAddresses(Row& row, const std::vector<std::string>& addresses, std::string_view group,
                  const PostalAddress& columns) {
  bool is_free = true;
  for (const std::string& address : addresses) {
    PostalAddress parts = SplitPostalAddress(address);
    if (!is_free) {
      row.Note("Address", address);
      continue;
    }
    is_free = false;
    if (AddressLine(parts) != address) parts = {address, {}, {}, {}, {}};
    const std::string before = group.empty() ? std::string() : std::string(group) + " ";
    row.cells[before + columns.street] = parts.street;
    row.cells[before + columns.city] = parts.city;
    row.cells[before + columns.region] = parts.region;
    row.cells[before + columns.postal_code] = parts.postal_code;
    row.cells[before + columns.country] = parts.country;
  }
}

bool PutOutlookPhone(Row& row, const Phone& phone) {
  const std::string text = PhoneText(phone);
  switch (phone.type) {
    case PhoneType::kMobile:
      return row.Put({"Mobile Phone"}, text);
    case PhoneType::kWork:
      return row.Put({"Business Phone", "Business Phone 2", "Company Main Phone"}, text);
    case PhoneType::kFax:
      return row.Put({"Business Fax", "Other Fax"}, text);
    case PhoneType::kHome:
      return row.Put({"Home Phone", "Home Phone 2"}, text);
    case PhoneType::kOther:
      break;
  }
  return row.Put({"Other Phone"}, text);
}

Cells OutlookCells(const Contact& contact, const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  Row row;
  row.cells["First Name"] = GivenName(contact);
  row.cells["Last Name"] = details.name.family;
  PutNameRest(row, details.name, "Title", "Middle Name", "Suffix");
  row.PutAll({"Nickname"}, details.other_names, "Also written");
  row.PutAll({"E-mail Address", "E-mail 2 Address", "E-mail 3 Address"}, details.emails, "E-mail");
  for (const Phone& phone : details.phones) {
    if (!PutOutlookPhone(row, phone)) NotePhone(row, phone);
  }
  row.PutAll({"Job Title"}, details.titles, "Title");
  row.cells["Department"] = details.department;
  row.cells["Company"] = details.organization;
  PutAddresses(row, details.addresses, "Business",
               {"Street", "City", "State", "Postal Code", "Country/Region"});
  row.PutAll({"Web Page", "Personal Web Page"}, details.urls, "Web page");
  row.PutAll({}, details.handles, "Social");
  PutBirthday(row, "Birthday", contact.birthday);
  row.cells["Notes"] = NotesOf(contact, event_names, row);
  return row.cells;
}

Cells HubspotCells(const Contact& contact, const EventNames& /*event_names*/) {
  const ContactDetails& details = contact.details;
  Row row;
  row.cells["First Name"] = GivenName(contact);
  row.cells["Last Name"] = details.name.family;
  row.PutAll({"Email"}, details.emails, "E-mail");
  for (const Phone& phone : details.phones) {
    if (phone.type == PhoneType::kMobile) row.Put({"Mobile Phone Number"}, PhoneText(phone));
    if (phone.type == PhoneType::kWork) row.Put({"Phone Number"}, PhoneText(phone));
  }
  row.cells["Job Title"] = Join(details.titles, ", ");
  row.cells["Company Name"] = details.organization;
  row.PutAll({"Website URL"}, details.urls, "Web page");
  PutAddresses(row, details.addresses, "",
               {"Street", "City", "State/Region", "Postal Code", "Country/Region"});
  return row.cells;
}

Cells SalesforceCells(const Contact& contact, const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  Row row;
  const bool has_family = !details.name.family.empty();
  row.cells["First Name"] = has_family ? details.name.given : std::string();
  row.cells["Last Name"] = has_family ? details.name.family : DisplayName(contact);
  NoteName(row, details.name, {.given = details.name.given, .family = details.name.family});
  row.cells["Account Name"] = details.organization;
  row.PutAll({"Email"}, details.emails, "E-mail");
  row.PutAll({"Title"}, details.titles, "Title");
  row.cells["Department"] = details.department;
  for (const Phone& phone : details.phones) {
    const bool is_put = (phone.type == PhoneType::kMobile && row.Put({"Mobile"}, PhoneText(phone))) ||
                        (phone.type == PhoneType::kWork && row.Put({"Business Phone"}, PhoneText(phone)));
    if (!is_put) NotePhone(row, phone);
  }
  PutAddresses(row, details.addresses, "Mailing",
               {"Street", "City", "State/Province", "Zip/Postal Code", "Country"});
  row.cells["Lead Source"] = EventName(contact, event_names);
  row.PutAll({}, details.urls, "Web page");
  row.PutAll({}, details.handles, "Social");
  row.PutAll({}, details.other_names, "Also written");
  PutBirthday(row, "Birthdate", contact.birthday);
  row.cells["Contact Description"] = NotesOf(contact, event_names, row);
  return row.cells;
}

using ToCells = Cells(const Contact&, const EventNames&);

class PresetWriter : public ContactWriter {
 public:
  PresetWriter(std::vector<std::string> columns, ByteOrderMark mark, const EventNames& event_names,
               ToCells* to_cells)
      : columns_(std::move(columns)), mark_(mark), event_names_(event_names), to_cells_(to_cells) {}

  std::string Head() const override {
    std::string head(ByteOrderMarkText(mark_));
    AppendCsvRow(head, columns_);
    return head;
  }

  bool Append(std::string& out, const WholeContact& whole) const override {
    Cells cells = to_cells_(whole.contact, event_names_);
    CsvRow row;
    for (const std::string& column : columns_)
      row.push_back(std::move(cells[column]));
    AppendCsvRow(out, row);
    return true;
  }

 protected:
  std::vector<std::string> columns_;

 private:
  ByteOrderMark mark_;
  const EventNames& event_names_;
  ToCells* to_cells_;
};

/// As many numbered groups as the one with the most values needs.
class GoogleWriter : public PresetWriter {
 public:
  explicit GoogleWriter(const EventNames& event_names)
      : PresetWriter(GoogleColumns({}), ByteOrderMark::kNo, event_names, GoogleCells) {}

  bool SeesAllFirst() const override { return true; }
  void See(const Contact& contact) override {
    const GroupCounts larger = Larger(counts_, contact.details);
    if (larger == counts_) return;
    counts_ = larger;
    columns_ = GoogleColumns(counts_);
  }
  bool Append(std::string& out, const WholeContact& whole) const override {
    return Larger(counts_, whole.contact.details) == counts_ && PresetWriter::Append(out, whole);
  }

 private:
  GroupCounts counts_;
};

std::unique_ptr<ContactWriter> MakePreset(std::string_view columns, ByteOrderMark mark,
                                          const EventNames& event_names, ToCells* to_cells) {
  return std::make_unique<PresetWriter>(SplitText(columns, ","), mark, event_names, to_cells);
}

}  // namespace

std::unique_ptr<ContactWriter> MakeGoogleCsvWriter(const EventNames& event_names) {
  return std::make_unique<GoogleWriter>(event_names);
}

std::string WriteGoogleCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeGoogleCsvWriter(event_names), contacts);
}

std::unique_ptr<ContactWriter> MakeOutlookCsvWriter(const EventNames& event_names) {
  static constexpr std::string_view kColumns =
      "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,"
      "E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,"
      "Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main "
      "Phone,Callback,"
      "Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,"
      "Assistant's Name,Assistant's Phone,Company Yomi,Business Street,Business City,Business State,"
      "Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,"
      "Home Country/Region,Other Street,Other City,Other State,Other Postal Code,Other Country/Region,"
      "Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes";
  return MakePreset(kColumns, ByteOrderMark::kYes, event_names, OutlookCells);
}

std::string WriteOutlookCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeOutlookCsvWriter(event_names), contacts);
}

std::unique_ptr<ContactWriter> MakeHubspotCsvWriter(const EventNames& event_names) {
  static constexpr std::string_view kColumns =
      "First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Website URL,City,"
      "State/Region,Postal Code,Country/Region";
  return MakePreset(kColumns, ByteOrderMark::kNo, event_names, HubspotCells);
}

std::string WriteHubspotCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeHubspotCsvWriter(event_names), contacts);
}

std::unique_ptr<ContactWriter> MakeSalesforceCsvWriter(const EventNames& event_names) {
  static constexpr std::string_view kColumns =
      "First Name,Last Name,Account Name,Email,Title,Department,Business Phone,Mobile,Mailing Street,"
      "Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Lead Source,"
      "Contact Description,Birthdate";
  return MakePreset(kColumns, ByteOrderMark::kNo, event_names, SalesforceCells);
}

std::string WriteSalesforceCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeSalesforceCsvWriter(event_names), contacts);
}

}  // namespace kith::exchange
