// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/presets.h"

#include <string_view>
#include <vector>

#include "core/postal_address.h"
#include "core/text.h"
#include "exchange/csv/preset_row.h"

namespace kith::exchange {
namespace {

/// The first address in such columns, whole in the street's if they would change it; the others as notes.
void PutAddresses(PresetRow& row, const std::vector<std::string>& addresses, std::string_view group,
                  const PostalAddress& columns) {
  bool is_free = true;
  for (const std::string& address : addresses) {
    if (!is_free) {
      row.Note("Address", address);
      continue;
    }
    is_free = false;
    PostalAddress parts = SplitPostalAddress(address);
    if (AddressLine(parts) != address) parts = {address, {}, {}, {}, {}};
    const std::string before = group.empty() ? std::string() : std::string(group) + " ";
    row.cells[before + columns.street] = parts.street;
    row.cells[before + columns.city] = parts.city;
    row.cells[before + columns.region] = parts.region;
    row.cells[before + columns.postal_code] = parts.postal_code;
    row.cells[before + columns.country] = parts.country;
  }
}

bool PutOutlookPhone(PresetRow& row, const Phone& phone) {
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
  PresetRow row;
  row.cells["First Name"] = GivenName(contact);
  row.cells["Last Name"] = details.name.family;
  row.PutNameRest(details.name, "Title", "Middle Name", "Suffix");
  row.PutAll({"Nickname"}, details.other_names, "Also written");
  row.PutAll({"E-mail Address", "E-mail 2 Address", "E-mail 3 Address"}, details.emails, "E-mail");
  for (const Phone& phone : details.phones) {
    if (!PutOutlookPhone(row, phone)) row.NotePhone(phone);
  }
  row.PutAll({"Job Title"}, details.titles, "Title");
  row.cells["Department"] = details.department;
  row.cells["Company"] = details.organization;
  PutAddresses(row, details.addresses, "Business",
               {"Street", "City", "State", "Postal Code", "Country/Region"});
  row.PutAll({"Web Page", "Personal Web Page"}, details.urls, "Web page");
  row.PutAll({}, details.handles, "Social");
  row.PutBirthday("Birthday", contact.birthday);
  row.cells["Notes"] = row.NotesOf(contact, event_names);
  return row.cells;
}

Cells HubspotCells(const Contact& contact, const EventNames& /*event_names*/) {
  const ContactDetails& details = contact.details;
  PresetRow row;
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
  PresetRow row;
  const bool has_family = !details.name.family.empty();
  row.cells["First Name"] = has_family ? details.name.given : std::string();
  row.cells["Last Name"] = has_family ? details.name.family : DisplayName(contact);
  row.NoteName(details.name, {.given = details.name.given, .family = details.name.family});
  row.cells["Account Name"] = details.organization;
  row.PutAll({"Email"}, details.emails, "E-mail");
  row.PutAll({"Title"}, details.titles, "Title");
  row.cells["Department"] = details.department;
  for (const Phone& phone : details.phones) {
    const bool is_put = (phone.type == PhoneType::kMobile && row.Put({"Mobile"}, PhoneText(phone))) ||
                        (phone.type == PhoneType::kWork && row.Put({"Business Phone"}, PhoneText(phone)));
    if (!is_put) row.NotePhone(phone);
  }
  PutAddresses(row, details.addresses, "Mailing",
               {"Street", "City", "State/Province", "Zip/Postal Code", "Country"});
  row.cells["Lead Source"] = EventName(contact, event_names);
  row.PutAll({}, details.urls, "Web page");
  row.PutAll({}, details.handles, "Social");
  row.PutAll({}, details.other_names, "Also written");
  row.PutBirthday("Birthdate", contact.birthday);
  row.cells["Contact Description"] = row.NotesOf(contact, event_names);
  return row.cells;
}

std::unique_ptr<ContactWriter> MakePreset(std::string_view columns, ByteOrderMark mark,
                                          const EventNames& event_names, ToCells* to_cells) {
  return std::make_unique<PresetWriter>(SplitText(columns, ","), mark, event_names, to_cells);
}

}  // namespace

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
