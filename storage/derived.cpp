// SPDX-License-Identifier: Apache-2.0
#include "storage/derived.h"

#include <vector>

#include "storage/contact_rows.h"
#include "storage/likeness.h"
#include "storage/search.h"

namespace kith::storage {
namespace {

/// To be raised with every change of what DuplicateKeys or IndexWords give.
constexpr int kRules = 1;

}  // namespace

void IndexContact(Database& database, std::int64_t row, const Contact& contact) {
  UnindexContact(database, row);
  IndexWords(database, row, contact);
  for (const std::string& key : DuplicateKeys(TraitsOf(contact)))
    database.Run("INSERT INTO duplicate_keys(key, contact) VALUES(?, ?)", {key, row});
}

void UnindexContact(Database& database, std::int64_t row) {
  database.Run("DELETE FROM contact_search WHERE rowid = ?", {row});
  database.Run("DELETE FROM duplicate_keys WHERE contact = ?", {row});
}

Result<void> RefreshDerived(Database& database) {
  return Guard(database.file(), [&]() -> Result<void> {
    const auto known = [&] { return database.Number("SELECT rules FROM derived WHERE name = 'contacts'"); };
    if (known() == kRules) return {};
    Transaction transaction(database, Transaction::Kind::kWrite);
    if (known() == kRules) return {};
    database.Run("DELETE FROM duplicate_keys");
    database.Run("DELETE FROM contact_search");
    std::vector<std::int64_t> rows;
    database.Each("SELECT row FROM contacts WHERE merged_into IS NULL AND removed IS NULL", {},
                  [&](const Row& row) { rows.push_back(row.Number(0)); });
    for (const std::int64_t row : rows)
      IndexContact(database, row, LoadContact(database, row));
    database.Run("INSERT OR REPLACE INTO derived(name, rules) VALUES('contacts', ?)", {kRules});
    transaction.Commit();
    return {};
  });
}

}  // namespace kith::storage
