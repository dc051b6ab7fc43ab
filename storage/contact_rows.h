// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/contact.h"
#include "storage/database.h"
#include "storage/row_batch.h"

namespace kith::storage {

// A contact to and from the tables contacts, contact_values and contact_phones, and into the search index.
// Within a transaction and a Guard of the caller.

/// nullopt for a contact that isn't there, was merged into another one, or put aside (SyncStore::Remove).
std::optional<std::int64_t> RowOfContact(Database& database, ContactId id);

/// The rows must be there; in their order.
std::vector<Contact> LoadContacts(Database& database, const RowBatch& batch);

/// The row must be there.
Contact LoadContact(Database& database, std::int64_t row);

/// Without what stands in other tables: what is left when those are damaged.
Contact LoadContactAlone(Database& database, std::int64_t row);

/// Gives the new row.
std::int64_t InsertContact(Database& database, const Contact& contact);

/// Replaces every value of the row.
void ReplaceContact(Database& database, std::int64_t row, const Contact& contact);

}  // namespace kith::storage
