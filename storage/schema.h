// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>

#include "core/result.h"

namespace kith::storage {

class Database;

/// PRAGMA application_id of every Kith database: "Kith" in ASCII.
inline constexpr int kApplicationId = 0x4B697468;

/// The step from version - 1 to version; versions begin at 1 and leave no gap.
struct Migration {
  int version = 0;
  const char* sql = "";
};

/// Kith's own steps, oldest first. A released step never changes again.
std::span<const Migration> Migrations();

/// kStorage if the database is newer than the last of `migrations`. Throws what SQLiteCpp throws.
Result<void> CheckVersion(Database& database, std::span<const Migration> migrations);

/// Brings the database to the last of `migrations`, each step in a transaction of its own; one that fails
/// leaves the database at the step before it. Before the first step of a database that holds something
/// `back_up` is called with the version that it has; if that fails, nothing is migrated. Safe when several
/// processes do it at once: each step looks again behind the write lock. kStorage if the database is newer
/// than the last step.
Result<void> Migrate(Database& database, std::span<const Migration> migrations,
                     const std::function<Result<void>(int version)>& back_up);

}  // namespace kith::storage
