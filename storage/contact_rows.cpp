// SPDX-License-Identifier: Apache-2.0
#include "storage/contact_rows.h"

#include <array>
#include <utility>

#include "core/text.h"
#include "storage/derived.h"
#include "storage/search.h"

namespace kith::storage {
namespace {

/// The lists of a contact that are plain text, and their kinds in contact_values.
template <typename ContactType>
auto ListsOf(ContactType& contact) {
  using List = decltype(&contact.interests);
  return std::array<std::pair<std::string_view, List>, 7>{{{"title", &contact.details.titles},
                                                           {"email", &contact.details.emails},
                                                           {"url", &contact.details.urls},
                                                           {"address", &contact.details.addresses},
                                                           {"handle", &contact.details.handles},
                                                           {"other-name", &contact.details.other_names},
                                                           {"interest", &contact.interests}}};
}

std::optional<Birthday> BirthdayOf(const Row& row, int first_column) {
  const std::optional<int> year = row.OptionalInt(first_column);
  const std::optional<int> month = row.OptionalInt(first_column + 1);
  const std::optional<int> day = row.OptionalInt(first_column + 2);
  if (!month || !day) return std::nullopt;
  Birthday birthday;
  birthday.day = std::chrono::month(static_cast<unsigned>(*month)) / *day;
  if (year) birthday.year = std::chrono::year(*year);
  return birthday;
}

Contact ContactOf(const Row& row) {
  Contact contact;
  contact.id = ContactId(row.Uuid(0));
  contact.details.name = {row.Text(1), row.Text(2), row.Text(3)};
  contact.details.organization = row.Text(4);
  contact.details.department = row.Text(5);
  contact.details.notes = row.Text(6);
  contact.birthday = BirthdayOf(row, 7);
  contact.event = row.OptionalId<EventId>(10);
  contact.met_on = row.OptionalDay(11);
  contact.capture = row.OptionalId<CaptureId>(12);
  contact.created = row.Moment(13);
  contact.updated = row.Moment(14);
  return contact;
}

void LoadLists(Database& database, const RowBatch& batch, std::vector<Contact>& contacts) {
  database.Each("SELECT contact, kind, value FROM contact_values WHERE contact" + batch.Condition() +
                    " ORDER BY contact, kind, position",
                batch.Values(), [&](const Row& value) {
                  const std::string kind = value.Text(1);
                  for (const auto& [list_kind, list] : ListsOf(contacts[batch.PlaceOf(value.Number(0))])) {
                    if (list_kind == kind) list->push_back(value.Text(2));
                  }
                });
  database.Each("SELECT contact, number, raw, extension, type FROM contact_phones WHERE contact" +
                    batch.Condition() + " ORDER BY contact, position",
                batch.Values(), [&](const Row& phone) {
                  contacts[batch.PlaceOf(phone.Number(0))].details.phones.push_back(
                      {phone.Text(1), phone.Text(2), phone.Text(3),
                       ParsePhoneType(phone.Text(4)).value_or(PhoneType::kOther)});
                });
}

std::vector<Contact> LoadContactsAlone(Database& database, const RowBatch& batch) {
  std::vector<Contact> contacts(batch.size());
  database.Each(
      "SELECT id, full_name, given_name, family_name, organization, department, notes, birth_year, "
      "birth_month,"
      " birth_day, event, met_on, capture, created, updated, row FROM contacts WHERE row" +
          batch.Condition(),
      batch.Values(),
      [&](const Row& columns) { contacts[batch.PlaceOf(columns.Number(15))] = ContactOf(columns); });
  return contacts;
}

void InsertLists(Database& database, std::int64_t row, const Contact& contact) {
  for (const auto& [kind, list] : ListsOf(contact)) {
    int position = 0;
    for (const std::string& value : *list) {
      database.Run("INSERT INTO contact_values(contact, kind, position, value) VALUES(?, ?, ?, ?)",
                   {row, kind, position++, value});
    }
  }
  int position = 0;
  for (const Phone& phone : contact.details.phones) {
    database.Run(
        "INSERT INTO contact_phones(contact, position, number, raw, extension, type, digits)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        {row, position++, phone.number, phone.raw, phone.extension, PhoneTypeName(phone.type),
         SearchedDigits(phone)});
  }
}

/// What goes into the table contacts, in the order of the statements below; the id last.
Values ColumnsOf(const Contact& contact) {
  const ContactDetails& details = contact.details;
  std::optional<int> birth_year;
  std::optional<int> birth_month;
  std::optional<int> birth_day;
  if (contact.birthday) {
    if (contact.birthday->year) birth_year = static_cast<int>(*contact.birthday->year);
    birth_month = static_cast<int>(static_cast<unsigned>(contact.birthday->day.month()));
    birth_day = static_cast<int>(static_cast<unsigned>(contact.birthday->day.day()));
  }
  return {details.name.full,
          details.name.given,
          details.name.family,
          details.organization,
          details.department,
          details.notes,
          birth_year,
          birth_month,
          birth_day,
          contact.event,
          contact.met_on,
          contact.capture,
          FoldText(details.name.full),
          contact.created,
          contact.updated,
          contact.id};
}

}  // namespace

std::optional<std::int64_t> RowOfContact(Database& database, ContactId id) {
  return database.Number("SELECT row FROM contacts WHERE id = ? AND merged_into IS NULL AND removed IS NULL",
                         {id});
}

std::vector<Contact> LoadContacts(Database& database, const RowBatch& batch) {
  std::vector<Contact> contacts = LoadContactsAlone(database, batch);
  LoadLists(database, batch, contacts);
  return contacts;
}

Contact LoadContact(Database& database, std::int64_t row) {
  return LoadContacts(database, RowBatch({row})).front();
}

Contact LoadContactAlone(Database& database, std::int64_t row) {
  return LoadContactsAlone(database, RowBatch({row})).front();
}

std::int64_t InsertContact(Database& database, const Contact& contact) {
  database.Run(
      "INSERT INTO contacts(full_name, given_name, family_name, organization, department, notes, birth_year,"
      " birth_month, birth_day, event, met_on, capture, sort_name, created, updated, id)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ColumnsOf(contact));
  const std::int64_t row = database.Number("SELECT last_insert_rowid()").value();
  InsertLists(database, row, contact);
  IndexContact(database, row, contact);
  return row;
}

void ReplaceContact(Database& database, std::int64_t row, const Contact& contact) {
  database.Run(
      "UPDATE contacts SET full_name = ?, given_name = ?, family_name = ?, organization = ?, department = ?,"
      " notes = ?, birth_year = ?, birth_month = ?, birth_day = ?, event = ?, met_on = ?, capture = ?,"
      " sort_name = ?, created = ?, updated = ? WHERE id = ?",
      ColumnsOf(contact));
  database.Run("DELETE FROM contact_values WHERE contact = ?", {row});
  database.Run("DELETE FROM contact_phones WHERE contact = ?", {row});
  InsertLists(database, row, contact);
  IndexContact(database, row, contact);
}

}  // namespace kith::storage
