// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/result.h"
#include "core/time.h"

namespace kith::storage {

class Database;

/// A whole, checked copy of the database as one file that only its owner may read, made with SQLite's online
/// backup: others may go on writing. What stood at `target` is replaced by a whole copy only. The copy holds
/// what is erased later: backups are the one place that erasing doesn't reach.
Result<void> WriteBackup(Database& database, const std::filesystem::path& target);

/// WriteBackup to "kith-<day>.db" in `folder`, unless that day has one, and removal of all but the last seven
/// of that form. Gives the day's file.
Result<std::filesystem::path> WriteDailyBackup(Database& database, const std::filesystem::path& folder,
                                               Day day);

/// Replaces everything in the database by what `backup` holds, in one transaction. The backup must be whole.
Result<void> CopyFromBackup(Database& database, const std::filesystem::path& backup);

}  // namespace kith::storage
