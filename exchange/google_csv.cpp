// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/postal_address.h"
#include "core/social_handle.h"
#include "exchange/csv_presets.h"
#include "exchange/preset_row.h"

namespace kith::exchange {
namespace {

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
  PresetRow row;
  Cells& cells = row.cells;
  cells["First Name"] = GivenName(contact);
  cells["Last Name"] = details.name.family;
  row.PutAll({"Nickname"}, details.other_names, "Also written");
  cells["File As"] = details.name.full;
  row.PutNameRest(details.name, "Name Prefix", "Middle Name", "Name Suffix");
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
  row.PutBirthday("Birthday", contact.birthday);
  cells["Notes"] = row.NotesOf(contact, event_names);
  return cells;
}

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

}  // namespace

std::unique_ptr<ContactWriter> MakeGoogleCsvWriter(const EventNames& event_names) {
  return std::make_unique<GoogleWriter>(event_names);
}

std::string WriteGoogleCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeGoogleCsvWriter(event_names), contacts);
}

}  // namespace kith::exchange
