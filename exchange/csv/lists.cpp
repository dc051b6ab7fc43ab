// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv/lists.h"

#include <array>
#include <map>
#include <utility>

#include "exchange/csv/csv.h"
#include "exchange/csv/growing_table.h"

namespace kith::exchange {
namespace {

/// The pieces of a row that are lists stand between the two that aren't.
const std::vector<std::size_t> kFewestCells = {5, 1, 2, 1, 1, 1, 0, 0, 6};

CsvRow ContactHeader(const GrowingTable& table) {
  CsvRow row = {"Given name", "Family name", "Name", "Organization", "Department"};
  std::size_t piece = 1;
  for (const std::string name : {"Title", "Phone", "E-mail", "URL", "Address", "Social", "Also written"}) {
    const bool has_type = name == "Phone";
    const std::size_t count = table.Cells(piece++) / (has_type ? 2 : 1);
    for (std::size_t i = 1; i <= count; ++i) {
      row.push_back(name + " " + std::to_string(i));
      if (has_type) row.push_back(row.back() + " type");
    }
  }
  row.insert(row.end(), {"Birthday", "Notes", "Interests", "Event", "Met on", "Kith id"});
  return row;
}

std::string BirthdayCell(const std::optional<Birthday>& birthday) {
  if (!birthday || !birthday->day.ok()) return {};
  if (birthday->year) return FormatDay(*birthday->year / birthday->day.month() / birthday->day.day());
  const Day in_leap_year = std::chrono::year(2000) / birthday->day.month() / birthday->day.day();
  return "XXXX" + FormatDay(in_leap_year).substr(4);
}

void AppendContact(GrowingTable& table, std::string& out, const Contact& contact,
                   const EventNames& event_names) {
  const ContactDetails& details = contact.details;
  const std::array who = {
      details.name.given, details.name.family,
      details.name.full.empty() ? Join({details.name.given, details.name.family}, " ") : details.name.full,
      details.organization, details.department};
  CsvRow phones;
  for (const Phone& phone : details.phones) {
    phones.push_back(PhoneCell(PhoneForPeople(phone)));
    phones.emplace_back(PhoneTypeName(phone.type));
  }
  const std::array rest = {BirthdayCell(contact.birthday),
                           details.notes,
                           JoinList(contact.interests),
                           EventName(contact, event_names),
                           contact.met_on ? FormatDay(*contact.met_on) : std::string(),
                           contact.id.ToString()};
  table.AppendRow(out, {who, details.titles, phones, details.emails, details.urls, details.addresses,
                        details.handles, details.other_names, rest});
}

class ContactTable : public ContactWriter {
 public:
  explicit ContactTable(const EventNames& event_names) : event_names_(event_names) {}

  void Append(std::string& out, const WholeContact& whole) override {
    AppendContact(table_, out, whole.contact, event_names_);
  }
  std::string Head() const override {
    std::string head(ByteOrderMarkText(ByteOrderMark::kYes));
    AppendCsvRow(head, ContactHeader(table_));
    return head;
  }
  bool Grows() const override { return true; }
  std::string Filled(std::string rows) const override { return table_.Filled(rows); }

 private:
  const EventNames& event_names_;
  GrowingTable table_{kFewestCells};
};

CsvRow FollowUpRow(const followup::DueItem& item, const Contact* contact, const EventNames& event_names) {
  CsvRow row = {FormatDay(item.due), std::string(FollowUpKindName(item.kind)), item.text};
  if (contact != nullptr) {
    const ContactDetails& details = contact->details;
    row.push_back(DisplayName(*contact));
    row.push_back(details.organization);
    row.push_back(details.phones.empty() ? std::string() : PhoneCell(PhoneForPeople(details.phones.front())));
    row.push_back(details.emails.empty() ? std::string() : details.emails.front());
    row.push_back(EventName(*contact, event_names));
  }
  return row;
}

}  // namespace

std::unique_ptr<ContactWriter> MakeContactsCsvWriter(const EventNames& event_names) {
  return std::make_unique<ContactTable>(event_names);
}

std::string WriteContactsCsv(std::span<const Contact> contacts, const EventNames& event_names) {
  return WriteAll(*MakeContactsCsvWriter(event_names), contacts);
}

std::string WriteFollowUpsCsv(std::span<const followup::DueItem> items, std::span<const Contact> contacts,
                              const EventNames& event_names) {
  std::map<ContactId, const Contact*> by_id;
  for (const Contact& contact : contacts)
    by_id.emplace(contact.id, &contact);

  std::vector<CsvRow> rows = {
      {"Due", "Kind", "What", "Name", "Organization", "Phone", "E-mail", "Event", "Done"}};
  for (const followup::DueItem& item : items) {
    const auto contact = by_id.find(item.contact);
    rows.push_back(FollowUpRow(item, contact == by_id.end() ? nullptr : contact->second, event_names));
    rows.back().resize(rows.front().size());
  }
  return WriteCsv(rows);
}

}  // namespace kith::exchange
