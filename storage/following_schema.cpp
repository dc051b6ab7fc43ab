// SPDX-License-Identifier: Apache-2.0
#include "storage/following_schema.h"

namespace kith::storage {

// The new table has the old one's name in the end, so that what refers to it goes on to do so. Kinds aren't
// checked any more: each new one would copy the table.
const char* const kFollowingSchema = R"sql(
CREATE TABLE introductions (
  id            BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  first         INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  second        INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  reason        TEXT NOT NULL,
  first_answer  TEXT NOT NULL CHECK (first_answer IN ('none', 'yes', 'no')),
  second_answer TEXT NOT NULL CHECK (second_answer IN ('none', 'yes', 'no')),
  begun         TEXT NOT NULL,
  made_on       TEXT,
  UNIQUE (first, second)
) STRICT;
CREATE INDEX introductions_by_second ON introductions(second);

CREATE TABLE new_follow_ups (
  id           BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  contact      INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  kind         TEXT NOT NULL,
  due          TEXT NOT NULL,
  text         TEXT NOT NULL,
  repeat_days  INTEGER,
  done_on      TEXT,
  skipped      INTEGER NOT NULL DEFAULT 0,
  note         TEXT NOT NULL DEFAULT '',
  plan         TEXT NOT NULL DEFAULT '',
  step         INTEGER NOT NULL DEFAULT 0,
  wanted       TEXT,  -- the day that the plan asked for
  moved        INTEGER NOT NULL DEFAULT 0,
  occasion     TEXT,
  introduction BLOB REFERENCES introductions(id) ON DELETE CASCADE
) STRICT;
INSERT INTO new_follow_ups(id, contact, kind, due, text, repeat_days, done_on)
  SELECT id, contact, kind, due, text, repeat_days, done_on FROM follow_ups;
DROP TABLE follow_ups;
ALTER TABLE new_follow_ups RENAME TO follow_ups;
CREATE INDEX follow_ups_by_contact ON follow_ups(contact);
CREATE INDEX follow_ups_due ON follow_ups(due, id) WHERE done_on IS NULL;
CREATE INDEX follow_ups_by_introduction ON follow_ups(introduction) WHERE introduction IS NOT NULL;

CREATE TABLE relationships (
  contact     INTEGER PRIMARY KEY REFERENCES contacts(row) ON DELETE CASCADE,
  circle      TEXT NOT NULL,
  lists       TEXT NOT NULL,  -- JSON: tags, looks_for, offers, places, languages
  quiet_until TEXT,
  found_on    TEXT,
  let_go      INTEGER NOT NULL
) STRICT;

CREATE TABLE encounters (
  id      BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  contact INTEGER NOT NULL REFERENCES contacts(row) ON DELETE CASCADE,
  happened TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('met', 'wrote', 'called')),
  note    TEXT NOT NULL
) STRICT;
CREATE INDEX encounters_by_contact ON encounters(contact);

-- What a person did with follow-ups, to be taken back.
CREATE TABLE following_changes (
  row    INTEGER PRIMARY KEY,
  change TEXT NOT NULL  -- JSON
) STRICT;
-- A change may hold what was known of several people, so that erasing one forgets all: erased is erased.
CREATE TRIGGER following_changes_forget AFTER DELETE ON contacts BEGIN
  DELETE FROM following_changes;
END;
)sql";

}  // namespace kith::storage
