// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace kith::storage {

// A contact that is merged into another one stays in its tables, hidden. Within a transaction and a Guard of
// the caller.

/// Begins a statement with the table persons(row, depth): the contact of the row given as ?1, and all that
/// were merged into it, those into which others were merged before them.
inline constexpr const char* kWithMerged =
    "WITH RECURSIVE persons(row, depth) AS (VALUES(?1, 0) UNION ALL"
    " SELECT contacts.row, persons.depth + 1 FROM contacts JOIN persons ON contacts.merged_into = "
    "persons.row) ";

/// Hides `other` behind `kept` and moves its follow-ups there.
void HideContact(Database& database, std::int64_t kept, std::int64_t other);

/// The reverse of HideContact. kNotFound if `other` isn't hidden behind `kept` any more.
Result<void> SeparateContact(Database& database, std::int64_t kept, ContactId other);

}  // namespace kith::storage
