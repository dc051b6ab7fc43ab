// SPDX-License-Identifier: Apache-2.0
#include "storage/schema.h"

#include <array>
#include <string>

#include "core/language.h"
#include "storage/database.h"
#include "storage/following_schema.h"
#include "storage/schema_additions.h"
#include "storage/sync_schema.h"

namespace kith::storage {
namespace {

// Moments are milliseconds since 1970 in UTC, days are "2026-11-23", ids are the 16 bytes of a UUID.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE events (
  id      BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL UNIQUE,  -- the name without case and accents
  place   TEXT NOT NULL,
  starts  INTEGER,
  ends    INTEGER,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE captures (
  id         BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  taken      INTEGER NOT NULL,
  source     TEXT NOT NULL,
  source_key TEXT UNIQUE,  -- NULL: a capture of its own
  state      TEXT NOT NULL CHECK (state IN ('waiting', 'drafted', 'failed', 'confirmed')),
  failure    TEXT,         -- what the last reading that failed said
  event      BLOB REFERENCES events(id)
) STRICT;
CREATE INDEX captures_by_state ON captures(state, taken, id);

CREATE TABLE card_images (
  capture    BLOB NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  side       TEXT NOT NULL CHECK (side IN ('front', 'back')),
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  PRIMARY KEY (capture, side)
) STRICT;

CREATE TABLE jobs (
  id       BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind     TEXT NOT NULL CHECK (kind = 'read'),
  capture  BLOB NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'running')),
  attempts INTEGER NOT NULL DEFAULT 0,  -- counted when one begins
  owner    TEXT,                        -- the process that runs it
  UNIQUE (capture, kind)
) STRICT;

CREATE TABLE drafts (
  capture BLOB PRIMARY KEY NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  draft   TEXT NOT NULL  -- JSON
) STRICT;

CREATE TABLE contacts (
  row          INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  full_name    TEXT NOT NULL,
  given_name   TEXT NOT NULL,
  family_name  TEXT NOT NULL,
  organization TEXT NOT NULL,
  department   TEXT NOT NULL,
  notes        TEXT NOT NULL,
  birth_year   INTEGER,
  birth_month  INTEGER,
  birth_day    INTEGER,
  event        BLOB REFERENCES events(id),
  met_on       TEXT,
  capture      BLOB UNIQUE REFERENCES captures(id) ON DELETE SET NULL,
  sort_name    TEXT NOT NULL,  -- the name without case and accents
  created      INTEGER NOT NULL,
  updated      INTEGER NOT NULL
) STRICT;
CREATE INDEX contacts_by_name ON contacts(sort_name, id);
CREATE INDEX contacts_by_event ON contacts(event, sort_name);

CREATE TABLE contact_values (
  contact  INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind IN ('title', 'email', 'url', 'address', 'interest')),
  position INTEGER NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (contact, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_phones (
  contact   INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  number    TEXT NOT NULL,
  raw       TEXT NOT NULL,
  extension TEXT NOT NULL,
  type      TEXT NOT NULL CHECK (type IN ('mobile', 'work', 'fax', 'home', 'other')),
  digits    TEXT NOT NULL,  -- of the number, of the number as printed, of the extension
  PRIMARY KEY (contact, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_changes (
  row     INTEGER PRIMARY KEY,
  contact INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  who     TEXT NOT NULL,  -- the machine on which it was made
  at      INTEGER NOT NULL,
  field   TEXT NOT NULL,
  before  TEXT NOT NULL,
  after   TEXT NOT NULL
) STRICT;
CREATE INDEX contact_changes_by_contact ON contact_changes(contact, row);

CREATE TABLE follow_ups (
  id          BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  contact     INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('say-hello', 'check-in', 'birthday', 'send-link', 'introduce', 'other')),
  due         TEXT NOT NULL,
  text        TEXT NOT NULL,
  repeat_days INTEGER,
  done_on     TEXT
) STRICT;
CREATE INDEX follow_ups_by_contact ON follow_ups(contact);
CREATE INDEX follow_ups_due ON follow_ups(due, id) WHERE done_on IS NULL;

-- Folded text; its rowid is contacts.row. See storage/search.h.
CREATE VIRTUAL TABLE contact_search USING fts5(
  name, organization, topics, addresses, notes,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
)sql";

int VersionOf(Database& database) {
  return static_cast<int>(database.Number("PRAGMA user_version").value_or(0));
}

int NewestOf(std::span<const Migration> migrations) {
  return migrations.empty() ? 0 : migrations.back().version;
}

/// Nothing happens if another process took the step in the meantime.
void Step(Database& database, const Migration& migration) {
  Transaction transaction(database, Transaction::Kind::kWrite);
  if (VersionOf(database) != migration.version - 1) return;
  database.Execute(migration.sql);
  database.Execute("PRAGMA user_version = " + std::to_string(migration.version));
  transaction.Commit();
}

}  // namespace

std::span<const Migration> Migrations() {
  static const std::array<Migration, 9> migrations = {{{1, kVersion1},
                                                       {2, kFollowingSchema},
                                                       {3, kAddHistoryMergingRetention},
                                                       {4, kAddHandlesAndOtherNames},
                                                       {5, kAddContactExtras},
                                                       {6, kAddSync},
                                                       {7, kAddEventWords},
                                                       {8, kAddConsentsAndReceipts},
                                                       {9, kOrderExportsByExport}}};
  return migrations;
}

Result<void> CheckVersion(Database& database, std::span<const Migration> migrations) {
  const int version = VersionOf(database);
  const int newest = NewestOf(migrations);
  if (version <= newest) return {};
  return Error{ErrorCode::kStorage,
               Filled(Tr("\"{0}\" was written by a newer Kith. Install that one to open it."),
                      {database.file().string()}),
               "schema version " + std::to_string(version) + ", newest known " + std::to_string(newest)};
}

Result<void> Migrate(Database& database, std::span<const Migration> migrations,
                     const std::function<Result<void>(int version)>& back_up) {
  return Guard(database.file(), [&]() -> Result<void> {
    if (auto checked = CheckVersion(database, migrations); !checked) return checked;
    const int version = VersionOf(database);
    if (version > 0 && version < NewestOf(migrations)) {
      if (auto backed_up = back_up(version); !backed_up) return backed_up;
    }
    for (const Migration& migration : migrations) {
      if (migration.version > version) Step(database, migration);
    }
    return {};
  });
}

}  // namespace kith::storage
