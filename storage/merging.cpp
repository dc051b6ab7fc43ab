// SPDX-License-Identifier: Apache-2.0
#include "storage/merging.h"

#include "storage/contact_rows.h"
#include "storage/derived.h"
#include "storage/tables.h"

namespace kith::storage {

void HideContact(Database& database, std::int64_t kept, std::int64_t other) {
  UnindexContact(database, other);
  database.Run(
      "INSERT INTO moved_follow_ups(origin, follow_up) SELECT contact, id FROM follow_ups WHERE contact = ?",
      {other});
  database.Run("UPDATE follow_ups SET contact = ? WHERE contact = ?", {kept, other});
  database.Run(
      "INSERT INTO moved_encounters(origin, encounter) SELECT contact, id FROM encounters WHERE contact = ?",
      {other});
  database.Run("UPDATE encounters SET contact = ? WHERE contact = ?", {kept, other});
  JoinRelationships(database, kept, other);
  database.Run("UPDATE contacts SET merged_into = ? WHERE row = ?", {kept, other});
}

Result<void> SeparateContact(Database& database, std::int64_t kept, ContactId other) {
  const std::optional<std::int64_t> row =
      database.Number("SELECT row FROM contacts WHERE id = ? AND merged_into = ?", {other, kept});
  if (!row) return NotThere(Kept::kMergedContact);
  database.Run("UPDATE contacts SET merged_into = NULL WHERE row = ?", {*row});
  database.Run(
      "UPDATE follow_ups SET contact = ? WHERE id IN (SELECT follow_up FROM moved_follow_ups WHERE origin = "
      "?)",
      {*row, *row});
  database.Run("DELETE FROM moved_follow_ups WHERE origin = ?", {*row});
  database.Run(
      "UPDATE encounters SET contact = ? WHERE id IN (SELECT encounter FROM moved_encounters WHERE origin = "
      "?)",
      {*row, *row});
  database.Run("DELETE FROM moved_encounters WHERE origin = ?", {*row});
  IndexContact(database, *row, LoadContact(database, *row));
  return {};
}

}  // namespace kith::storage
