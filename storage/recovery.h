// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "storage/salvage.h"

namespace kith::storage {

/// A backup in the folder "backups" beside a database.
struct Backup {
  std::filesystem::path file;
  Instant made{};
  bool sealed = false;  ///< with a passphrase: whether it is good shows when it is opened
  bool good = false;    ///< ours, whole, and not of a newer Kith
};

/// Newest first; reads every one of them whole. Empty if there is no folder.
std::vector<Backup> FindBackups(const std::filesystem::path& database);

/// The newest good one, without looking at those before it.
std::optional<Backup> NewestGoodBackup(const std::filesystem::path& database);

struct Replacement {
  std::filesystem::path kept_aside;  ///< where the damaged file is now
  SalvageReport salvaged;
};

/// For a database that can't be opened any more: puts it aside as "backups/damaged-<moment>.db", `backup`
/// (nullopt: an empty database) into its place, and then brings over what can still be read of the damaged
/// one. Nobody may have the database open. kUnreadable and the like for a backup that isn't good; then
/// nothing is changed.
Result<Replacement> ReplaceDamaged(const std::filesystem::path& database,
                                   const std::optional<std::filesystem::path>& backup, const Clock& clock);

}  // namespace kith::storage
