// SPDX-License-Identifier: Apache-2.0
#pragma once

// Steps of the schema after the first one, by what they bring; schema.cpp has their order. A released step
// never changes again.
namespace kith::storage {

/// History that can be put back, merging, retention and erasure.
inline constexpr const char* kAddHistoryMergingRetention = R"sql(
-- Who made a change, changes made at once, and values that can be put back.
ALTER TABLE contact_changes ADD COLUMN actor TEXT NOT NULL DEFAULT 'host'
  CHECK (actor IN ('guest', 'host', 'reader', 'import', 'hub'));
ALTER TABLE contact_changes ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;  -- the row of its first change
ALTER TABLE contact_changes ADD COLUMN old_value TEXT;  -- JSON; NULL: recorded before there were values
ALTER TABLE contact_changes ADD COLUMN new_value TEXT;
ALTER TABLE contact_changes ADD COLUMN undoes INTEGER;
UPDATE contact_changes SET revision = (
  SELECT min(first.row) FROM contact_changes AS first
  WHERE first.contact = contact_changes.contact AND first.at = contact_changes.at);

CREATE TABLE suggestions (
  contact   INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  field     TEXT NOT NULL,
  value     TEXT NOT NULL,  -- JSON
  suggested TEXT NOT NULL,
  actor     TEXT NOT NULL CHECK (actor IN ('guest', 'host', 'reader', 'import', 'hub')),
  at        INTEGER NOT NULL,
  PRIMARY KEY (contact, field)
) STRICT, WITHOUT ROWID;

-- Contacts merged into others, and what likely duplicates are found by.
-- A merged contact stays, hidden, for the sake of undoing: whoever lists contacts leaves it out.
ALTER TABLE contacts ADD COLUMN merged_into INTEGER REFERENCES contacts(row) ON DELETE CASCADE;
CREATE INDEX contacts_by_merged_into ON contacts(merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE moved_follow_ups (
  origin    INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  follow_up BLOB NOT NULL REFERENCES follow_ups(id) ON DELETE CASCADE,
  PRIMARY KEY (origin, follow_up)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_follow_ups_by_follow_up ON moved_follow_ups(follow_up);

CREATE TABLE moved_encounters (
  origin    INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  encounter BLOB NOT NULL REFERENCES encounters(id) ON DELETE CASCADE,
  PRIMARY KEY (origin, encounter)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_encounters_by_encounter ON moved_encounters(encounter);

-- See storage/duplicate_keys.h.
CREATE TABLE duplicate_keys (
  key     TEXT NOT NULL,
  contact INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  PRIMARY KEY (key, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_keys_by_contact ON duplicate_keys(contact);

CREATE TABLE told_apart (
  first  INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_apart_by_second ON told_apart(second);

-- What is computed from contacts, and by which rules: see storage/derived.h.
CREATE TABLE derived (
  name  TEXT PRIMARY KEY NOT NULL,
  rules INTEGER NOT NULL
) STRICT;

-- What is kept how long, and what is left of what was erased.
ALTER TABLE events ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN expires TEXT;             -- NULL: never
ALTER TABLE events ADD COLUMN card_image_days INTEGER;  -- after review; NULL: as long as the contact
ALTER TABLE contacts ADD COLUMN erase_on TEXT;          -- NULL: when the event expires

CREATE TABLE tombstones (
  id   BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'capture')),
  at   INTEGER NOT NULL
) STRICT;

CREATE TABLE exports (
  row    INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  format TEXT NOT NULL,
  path   TEXT NOT NULL
) STRICT;
-- The id outlives the contact: it answers where the erased person's data went.
CREATE TABLE exported_contacts (
  contact BLOB NOT NULL CHECK (length(contact) = 16),
  export  INTEGER NOT NULL REFERENCES exports(row) ON DELETE CASCADE,
  PRIMARY KEY (contact, export)
) STRICT, WITHOUT ROWID;
CREATE INDEX exported_contacts_by_export ON exported_contacts(export);
)sql";

/// Handles on social services, and names in another script.
inline constexpr const char* kAddHandlesAndOtherNames = R"sql(
CREATE TABLE contact_values_of_more_kinds (
  contact  INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  kind     TEXT NOT NULL CHECK (kind IN ('title', 'email', 'url', 'address', 'handle', 'other-name', 'interest')),
  position INTEGER NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (contact, kind, position)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_values_of_more_kinds SELECT contact, kind, position, value FROM contact_values;
DROP TABLE contact_values;
ALTER TABLE contact_values_of_more_kinds RENAME TO contact_values;
)sql";

/// What a contact carries beyond its fields: core/contact_extras.h.
inline constexpr const char* kAddContactExtras = R"sql(
CREATE TABLE contact_pictures (
  row        INTEGER PRIMARY KEY,
  contact    INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  digest     TEXT NOT NULL,  -- of the bytes: what the history calls it
  position   INTEGER,        -- NULL: taken away, and there for undoing that
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  UNIQUE (contact, digest)
) STRICT;

CREATE TABLE contact_properties (
  contact        INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  property_group TEXT NOT NULL,
  name           TEXT NOT NULL,
  parameters     TEXT NOT NULL,  -- JSON: pairs of name and value
  value          TEXT NOT NULL,
  of_value       TEXT NOT NULL,
  PRIMARY KEY (contact, position)
) STRICT, WITHOUT ROWID;
)sql";

/// What an event says to its guests and does for them, which one is today's, how well cards were read, and
/// how synchronising ended.
inline constexpr const char* kAddEventWords = R"sql(
ALTER TABLE events ADD COLUMN plan TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN topics TEXT NOT NULL DEFAULT '[]';  -- JSON
ALTER TABLE events ADD COLUMN keep_in_touch TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN introduce TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN privacy TEXT NOT NULL DEFAULT '';

-- No row: nobody chose yet.
CREATE TABLE chosen_event (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  event    BLOB REFERENCES events(id) ON DELETE SET NULL  -- NULL: none
) STRICT;

-- Of captures that a person confirmed: how many values were read, how many of them without doubt, and how
-- many the person changed, took away or added.
CREATE TABLE checked_readings (
  capture   BLOB PRIMARY KEY NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  fields    INTEGER NOT NULL,
  sure      INTEGER NOT NULL,
  corrected INTEGER NOT NULL
) STRICT;

-- How synchronising ended last.
CREATE TABLE sync_runs (
  service TEXT PRIMARY KEY NOT NULL CHECK (service IN ('contacts', 'follow-ups')),
  at      INTEGER NOT NULL,
  here    INTEGER NOT NULL,  -- how many changes
  there   INTEGER NOT NULL,
  problem TEXT NOT NULL      -- empty: none
) STRICT;

CREATE INDEX captures_by_event ON captures(event, taken) WHERE event IS NOT NULL;
)sql";

/// What guests said at the kiosk: core/guest_records.h.
inline constexpr const char* kAddConsentsAndReceipts = R"sql(
CREATE TABLE consents (
  contact INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  kind    TEXT NOT NULL CHECK (kind IN ('keep-in-touch', 'introduce')),
  given   INTEGER NOT NULL CHECK (given IN (0, 1)),
  words   TEXT NOT NULL,  -- as the guest read them
  at      INTEGER NOT NULL,
  PRIMARY KEY (contact, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_declined ON consents(kind) WHERE given = 0;

CREATE TABLE receipts (
  contact INTEGER PRIMARY KEY NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  digest  TEXT NOT NULL UNIQUE  -- of the code
) STRICT;
)sql";

/// Rows in the order in which an export writes them: keyed by the contact first, each lay on a page of its
/// own, and recording an export of 100,000 took longer with each one before. Nothing removes exports.
inline constexpr const char* kOrderExportsByExport = R"sql(
DROP INDEX exported_contacts_by_export;
ALTER TABLE exported_contacts RENAME TO exported_contacts_by_contact;
CREATE TABLE exported_contacts (
  export  INTEGER NOT NULL REFERENCES exports(row) ON DELETE CASCADE,
  contact BLOB NOT NULL CHECK (length(contact) = 16),
  PRIMARY KEY (export, contact)
) STRICT, WITHOUT ROWID;
INSERT INTO exported_contacts(export, contact)
  SELECT export, contact FROM exported_contacts_by_contact ORDER BY export, contact;
DROP TABLE exported_contacts_by_contact;
)sql";

}  // namespace kith::storage
