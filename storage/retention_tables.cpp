// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/language.h"
#include "storage/contact_rows.h"
#include "storage/database.h"
#include "storage/erasing.h"
#include "storage/search.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

class RetentionTables : public RetentionStore {
 public:
  RetentionTables(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<EventRetention> GetEventRetention(EventId id) override {
    return Guard(database_.file(), [&]() -> Result<EventRetention> {
      std::optional<EventRetention> retention;
      database_.Each("SELECT purpose, expires, card_image_days FROM events WHERE id = ?", {id},
                     [&](const Row& row) {
                       retention = EventRetention{row.Text(0), row.OptionalDay(1), row.OptionalInt(2)};
                     });
      if (!retention) return NotThere(Kept::kEvent);
      return *std::move(retention);
    });
  }

  Result<void> SetEventRetention(EventId id, const EventRetention& retention) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      if (retention.card_image_days.value_or(0) < 0) {
        return Error{ErrorCode::kInvalidInput,
                     std::string(Tr("Card images can't be kept for fewer than 0 days."))};
      }
      const int changed =
          database_.Run("UPDATE events SET purpose = ?, expires = ?, card_image_days = ? WHERE id = ?",
                        {retention.purpose, retention.expires, retention.card_image_days, id});
      if (changed == 0) return NotThere(Kept::kEvent);
      return {};
    });
  }

  Result<void> SetEraseOn(ContactId id, std::optional<Day> day) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      const int changed =
          database_.Run("UPDATE contacts SET erase_on = ? WHERE id = ? AND merged_into IS NULL", {day, id});
      if (changed == 0) return NotThere(Kept::kContact);
      return {};
    });
  }

  Result<RetentionReport> EraseDue(Day today) override {
    return Guard(database_.file(), [&]() -> Result<RetentionReport> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      RetentionReport report;
      report.contacts = EraseContacts(today);
      report.captures = EraseCaptures(today);
      report.card_images = EraseCardImages(today);
      if (report == RetentionReport()) return report;
      if (report.contacts > 0) ForgetIndexedWords(database_);
      transaction.Commit();
      ForgetLog(database_);
      return report;
    });
  }

  Result<void> RecordExport(const ExportRecord& record) override {
    return Guard(database_.file(), [&]() -> Result<void> {
      Transaction transaction(database_, Transaction::Kind::kWrite);
      database_.Run("INSERT INTO exports(at, format, path) VALUES(?, ?, ?)",
                    {record.when, record.format, record.path});
      const std::int64_t row = database_.Number("SELECT last_insert_rowid()").value();
      std::vector<ContactId> contacts = record.contacts;
      std::sort(contacts.begin(), contacts.end());  // rows of the table stand in this order
      std::vector<std::uint8_t> ids;
      ids.reserve(contacts.size() * sizeof(UuidBytes));
      for (const ContactId& contact : contacts)
        ids.insert(ids.end(), contact.bytes().begin(), contact.bytes().end());
      // One statement for all of them: a twentieth of the time of an export as CSV less.
      database_.Run(
          "WITH RECURSIVE places(place) AS (SELECT 1 WHERE length(?2) > 0 UNION ALL"
          " SELECT place + 16 FROM places WHERE place + 16 <= length(?2))"
          " INSERT OR IGNORE INTO exported_contacts(export, contact) SELECT ?1, substr(?2, place, 16) FROM "
          "places",
          {row, std::span<const std::uint8_t>(ids)});
      transaction.Commit();
      return {};
    });
  }

  Result<std::vector<ExportRecord>> ExportsWith(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<std::vector<ExportRecord>> {
      std::vector<ExportRecord> records;
      database_.Each(
          "SELECT at, format, path FROM exports WHERE EXISTS"
          " (SELECT 1 FROM exported_contacts WHERE export = exports.row AND contact = ?)"
          " ORDER BY at DESC, exports.row DESC",
          {id}, [&](const Row& row) {
            records.push_back({row.Moment(0), row.Text(1), row.Text(2)});
          });
      return records;
    });
  }

  Result<bool> WasErased(ContactId id) override {
    return Guard(database_.file(), [&]() -> Result<bool> {
      return database_.Exists("SELECT 1 FROM tombstones WHERE id = ? AND kind = 'contact'", {id});
    });
  }

 private:
  int EraseContacts(Day today) {
    std::vector<std::int64_t> rows;
    database_.Each(
        "SELECT contacts.row FROM contacts LEFT JOIN events ON events.id = contacts.event"
        " WHERE merged_into IS NULL AND (coalesce(erase_on, expires) <= ?1"
        " OR date(removed / 1000, 'unixepoch', '+30 days') <= ?1)",
        {today}, [&](const Row& row) { rows.push_back(row.Number(0)); });
    for (const std::int64_t row : rows)
      EraseContact(database_, row, clock_.Now());
    return static_cast<int>(rows.size());
  }

  int EraseCaptures(Day today) {
    std::vector<CaptureId> captures;
    database_.Each(
        "SELECT captures.id FROM captures JOIN events ON events.id = captures.event"
        " WHERE state <> 'confirmed' AND expires <= ?",
        {today}, [&](const Row& row) { captures.emplace_back(row.Uuid(0)); });
    for (const CaptureId id : captures)
      EraseCapture(database_, id, clock_.Now());
    return static_cast<int>(captures.size());
  }

  /// A card is reviewed when its contact is made.
  int EraseCardImages(Day today) {
    return database_.Run(
        "DELETE FROM card_images WHERE capture IN ("
        " SELECT captures.id FROM captures JOIN contacts ON contacts.capture = captures.id"
        " JOIN events ON events.id = coalesce(contacts.event, captures.event)"
        " WHERE date(contacts.created / 1000, 'unixepoch', '+' || card_image_days || ' days') <= ?)",
        {today});
  }

  Database& database_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<RetentionStore> MakeRetentionTables(Database& database, const Clock& clock) {
  return std::make_unique<RetentionTables>(database, clock);
}

}  // namespace kith::storage
