// SPDX-License-Identifier: Apache-2.0
#include "exchange/lists.h"

#include <algorithm>
#include <map>

#include "exchange/csv.h"

namespace kith::exchange {
namespace {

/// How many numbered columns each list needs.
struct Widths {
  std::size_t titles = 1;
  std::size_t phones = 1;
  std::size_t emails = 1;
  std::size_t urls = 1;
  std::size_t addresses = 1;
  std::size_t handles = 0;  // few have any
  std::size_t other_names = 0;

  friend bool operator==(const Widths&, const Widths&) = default;
};

Widths Widest(Widths widths, const ContactDetails& details) {
  widths.titles = std::max(widths.titles, details.titles.size());
  widths.phones = std::max(widths.phones, details.phones.size());
  widths.emails = std::max(widths.emails, details.emails.size());
  widths.urls = std::max(widths.urls, details.urls.size());
  widths.addresses = std::max(widths.addresses, details.addresses.size());
  widths.handles = std::max(widths.handles, details.handles.size());
  widths.other_names = std::max(widths.other_names, details.other_names.size());
  return widths;
}

void AddNumberedHeaders(CsvRow& row, const std::string& name, std::size_t count) {
  for (std::size_t i = 1; i <= count; ++i)
    row.push_back(name + " " + std::to_string(i));
}

CsvRow ContactHeader(const Widths& widths) {
  CsvRow row = {"Given name", "Family name", "Name", "Organization", "Department"};
  AddNumberedHeaders(row, "Title", widths.titles);
  for (std::size_t i = 1; i <= widths.phones; ++i) {
    row.push_back("Phone " + std::to_string(i));
    row.push_back("Phone " + std::to_string(i) + " type");
  }
  AddNumberedHeaders(row, "E-mail", widths.emails);
  AddNumberedHeaders(row, "URL", widths.urls);
  AddNumberedHeaders(row, "Address", widths.addresses);
  AddNumberedHeaders(row, "Social", widths.handles);
  AddNumberedHeaders(row, "Also written", widths.other_names);
  row.insert(row.end(), {"Birthday", "Notes", "Interests", "Event", "Met on", "Kith id"});
  return row;
}

void AddCells(CsvRow& row, const std::vector<std::string>& values, std::size_t width) {
  row.insert(row.end(), values.begin(), values.end());
  row.resize(row.size() + width - values.size());
}

std::string BirthdayCell(const std::optional<Birthday>& birthday) {
  if (!birthday || !birthday->day.ok()) return {};
  if (birthday->year) return FormatDay(*birthday->year / birthday->day.month() / birthday->day.day());
  const Day in_leap_year = std::chrono::year(2000) / birthday->day.month() / birthday->day.day();
  return "XXXX" + FormatDay(in_leap_year).substr(4);
}

CsvRow ContactRow(const Contact& contact, const EventNames& event_names, const Widths& widths) {
  const ContactDetails& details = contact.details;
  const std::string name =
      details.name.full.empty() ? Join({details.name.given, details.name.family}, " ") : details.name.full;
  CsvRow row = {details.name.given, details.name.family, name, details.organization, details.department};
  AddCells(row, details.titles, widths.titles);
  std::vector<std::string> phones;
  for (const Phone& phone : details.phones) {
    phones.push_back(PhoneCell(PhoneForPeople(phone)));
    phones.emplace_back(PhoneTypeName(phone.type));
  }
  AddCells(row, phones, 2 * widths.phones);
  AddCells(row, details.emails, widths.emails);
  AddCells(row, details.urls, widths.urls);
  AddCells(row, details.addresses, widths.addresses);
  AddCells(row, details.handles, widths.handles);
  AddCells(row, details.other_names, widths.other_names);
  row.insert(row.end(), {BirthdayCell(contact.birthday), details.notes, JoinList(contact.interests),
                         EventName(contact, event_names),
                         contact.met_on ? FormatDay(*contact.met_on) : std::string(), contact.id.ToString()});
  return row;
}

class ContactTable : public ContactWriter {
 public:
  explicit ContactTable(const EventNames& event_names) : event_names_(event_names) {}

  bool SeesAllFirst() const override { return true; }
  void See(const Contact& contact) override { widths_ = Widest(widths_, contact.details); }

  std::string Head() const override {
    std::string head(ByteOrderMarkText(ByteOrderMark::kYes));
    AppendCsvRow(head, ContactHeader(widths_));
    return head;
  }

  bool Append(std::string& out, const WholeContact& whole) const override {
    if (Widest(widths_, whole.contact.details) != widths_) return false;
    AppendCsvRow(out, ContactRow(whole.contact, event_names_, widths_));
    return true;
  }

 private:
  const EventNames& event_names_;
  Widths widths_;
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
