// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/contact.h"
#include "core/result.h"
#include "storage/database.h"

namespace kith::storage {

// What is computed from a contact so that it can be found: its entry in the search index and the keys that
// likely duplicates share. Within a transaction and a Guard of the caller.

/// Replaces what was computed for that row.
void IndexContact(Database& database, std::int64_t row, const Contact& contact);

/// Nothing finds the row any more. Its words stay in the segments of the index: see ForgetIndexedWords.
void UnindexContact(Database& database, std::int64_t row);

/// Computes everything anew if the rules that it was computed by are older than this program's: after a
/// migration, or when folding or keys changed. Opens transactions of its own.
Result<void> RefreshDerived(Database& database);

}  // namespace kith::storage
