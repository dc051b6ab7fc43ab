// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::storage {

/// What synchronising with servers remembers. A released step never changes again.
inline constexpr const char* kAddSync = R"sql(
CREATE TABLE sync_collections (
  row     INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  token   TEXT NOT NULL
) STRICT;

CREATE TABLE sync_items (
  collection INTEGER NOT NULL REFERENCES sync_collections(row) ON DELETE CASCADE,
  id         BLOB NOT NULL CHECK (length(id) = 16),  -- outlives the record: what was erased here is deleted there
  href       TEXT NOT NULL,
  etag       TEXT NOT NULL,
  theirs     TEXT NOT NULL,
  ours       TEXT NOT NULL,
  is_kiths   INTEGER NOT NULL,
  PRIMARY KEY (collection, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_items_by_id ON sync_items(id);

-- When a server's deletion put the contact aside; whoever lists contacts leaves it out.
ALTER TABLE contacts ADD COLUMN removed INTEGER;
CREATE INDEX contacts_by_removed ON contacts(removed) WHERE removed IS NOT NULL;
)sql";

}  // namespace kith::storage
