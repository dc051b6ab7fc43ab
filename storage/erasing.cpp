// SPDX-License-Identifier: Apache-2.0
#include "storage/erasing.h"

#include <optional>
#include <vector>

#include "storage/derived.h"
#include "storage/merging.h"
#include "storage/search.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

struct ErasedPerson {
  std::int64_t row = 0;
  ContactId id;
  std::optional<CaptureId> capture;
};

void LeaveTombstone(Database& database, const Value& id, const char* kind, Instant now) {
  database.Run("INSERT OR REPLACE INTO tombstones(id, kind, at) VALUES(?, ?, ?)", {id, kind, now});
}

/// A merge wrote the other's values into the history of the one that was kept, and stays there when it is
/// undone.
void ForgetMergesWith(Database& database, ContactId id) {
  std::vector<std::int64_t> revisions;
  database.Each("SELECT revision FROM contact_changes WHERE field = 'merged' AND new_value = ?",
                {id.ToString()}, [&](const Row& row) { revisions.push_back(row.Number(0)); });
  for (const std::int64_t revision : revisions)
    database.Run("DELETE FROM contact_changes WHERE revision = ?1 OR undoes = ?1", {revision});
}

}  // namespace

void EraseContact(Database& database, std::int64_t row, Instant now) {
  std::vector<ErasedPerson> persons;
  database.Each(
      std::string(kWithMerged) + "SELECT row, id, capture FROM contacts JOIN persons USING (row)", {row},
      [&](const Row& person) {
        persons.push_back({person.Number(0), ContactId(person.Uuid(1)), person.OptionalId<CaptureId>(2)});
      });
  for (const ErasedPerson& person : persons) {
    if (person.capture) EraseCapture(database, *person.capture, now);
    ForgetMergesWith(database, person.id);
    UnindexContact(database, person.row);
    LeaveTombstone(database, person.id, "contact", now);
    // Where it is on servers stays until it is deleted there.
    database.Run(
        "UPDATE sync_items SET theirs = '', ours = '' WHERE id = ?1 OR id IN"
        " (SELECT follow_ups.id FROM follow_ups WHERE contact = ?2)",
        {person.id, person.row});
  }
  database.Run("DELETE FROM contacts WHERE row = ?", {row});  // and those merged into it
}

bool EraseCapture(Database& database, CaptureId id, Instant now) {
  if (database.Run("DELETE FROM captures WHERE id = ?", {id}) == 0) return false;
  LeaveTombstone(database, id, "capture", now);
  return true;
}

Result<std::vector<UuidBytes>> ErasedIds(Database& database) {
  return Guard(database.file(), [&]() -> Result<std::vector<UuidBytes>> {
    std::vector<UuidBytes> ids;
    database.Each("SELECT id FROM tombstones", {}, [&](const Row& row) { ids.push_back(row.Uuid(0)); });
    return ids;
  });
}

void EraseAgain(Database& database, const UuidBytes& id, Instant now) {
  // Hidden behind another contact or not.
  if (const auto row = database.Number("SELECT row FROM contacts WHERE id = ?", {ContactId(id)})) {
    EraseContact(database, *row, now);
  } else if (!EraseCapture(database, CaptureId(id), now)) {
    database.Run("INSERT OR IGNORE INTO tombstones(id, kind, at) VALUES(?, 'contact', ?)",
                 {ContactId(id), now});
  }
}

Result<void> EraseAgain(Database& database, std::span<const UuidBytes> ids, Instant now) {
  if (ids.empty()) return {};
  return Guard(database.file(), [&]() -> Result<void> {
    Transaction transaction(database, Transaction::Kind::kWrite);
    for (const UuidBytes& id : ids)
      EraseAgain(database, id, now);
    ForgetIndexedWords(database);
    transaction.Commit();
    ForgetLog(database);
    return {};
  });
}

}  // namespace kith::storage
