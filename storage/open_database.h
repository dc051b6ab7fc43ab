// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace kith::storage {

// What must be true of a file before it is used as Kith's database.

/// Whether there is a database that is ours; false if there is nothing yet. Everything else is an error, and
/// the file is left as it was.
Result<bool> InspectFile(const std::filesystem::path& file);

/// Marks a new database as ours, and brings every one to the newest schema, after a backup of an older one to
/// "backups/before-version-<n>.db" beside the file.
Result<void> PrepareDatabase(Database& database, bool is_new);

/// The second part of PrepareDatabase.
Result<void> MigrateToNewest(Database& database);

/// That the file is a backup of ours which this Kith understands; whether it is whole is another question.
Result<void> CheckBackup(const std::filesystem::path& backup);

Error DamagedBackup(const std::filesystem::path& backup, const std::string& detail);

/// "backups/<name>" beside the database.
std::filesystem::path BackupNamed(const std::filesystem::path& database, const std::string& name);

/// "20261123-180500": for names of files.
std::string FileStamp(Instant instant);

}  // namespace kith::storage
