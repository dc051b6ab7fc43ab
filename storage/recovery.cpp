// SPDX-License-Identifier: Apache-2.0
#include "storage/recovery.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "core/language.h"
#include "storage/files.h"
#include "storage/open_database.h"
#include "storage/sealed_file.h"

namespace kith::storage {
namespace {

Instant ModifiedAt(const std::filesystem::path& file) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(file, error);
  if (error) return {};
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time));
}

bool IsWhole(const std::filesystem::path& backup) {
  if (!CheckBackup(backup)) return false;
  const auto whole = Guard(backup, [&]() -> Result<bool> {
    Database database(backup, Database::Mode::kInspect);
    bool ok = false;
    database.Each("PRAGMA quick_check(1)", {}, [&](const Row& row) { ok = row.Text(0) == "ok"; });
    return ok;
  });
  return whole.value_or(false);
}

/// Newest first, not looked into yet. Damaged databases that were put aside are no backups.
std::vector<Backup> BackupFiles(const std::filesystem::path& database) {
  std::vector<Backup> backups;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(BackupNamed(database, ""), error)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".db" || name.starts_with("damaged-")) continue;
    backups.push_back({entry.path(), ModifiedAt(entry.path()), IsSealed(entry.path())});
  }
  std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.made > b.made; });
  return backups;
}

/// The database and what belongs to it, so that what its log holds can still be read.
Result<void> PutAside(const std::filesystem::path& database, const std::filesystem::path& aside) {
  std::error_code ignored;
  for (const char* part : {"-wal", "-shm"}) {
    if (std::filesystem::exists(database.string() + part, ignored)) {
      if (auto moved = ReplaceFile(database.string() + part, aside.string() + part); !moved) return moved;
    }
  }
  return ReplaceFile(database, aside);
}

/// `backup` as the database, which isn't there at this moment.
Result<void> PutInPlace(const std::filesystem::path& backup, const std::filesystem::path& database) {
  const std::filesystem::path part = database.string() + ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  if (auto made = EnsurePrivateFile(part); !made) return made;
  if (!std::filesystem::copy_file(backup, part, std::filesystem::copy_options::overwrite_existing, error)) {
    std::filesystem::remove(part, error);
    return Error{
        ErrorCode::kStorage,
        Filled(Tr("The backup \"{0}\" couldn't be copied. Is there room on the disk?"), {backup.string()})};
  }
  if (auto flushed = FlushFile(part); !flushed) return flushed;
  return ReplaceFile(part, database);
}

}  // namespace

std::vector<Backup> FindBackups(const std::filesystem::path& database) {
  std::vector<Backup> backups = BackupFiles(database);
  for (Backup& backup : backups)
    backup.good = !backup.sealed && IsWhole(backup.file);
  return backups;
}

std::optional<Backup> NewestGoodBackup(const std::filesystem::path& database) {
  for (Backup& backup : BackupFiles(database)) {
    if (backup.sealed || !IsWhole(backup.file)) continue;
    backup.good = true;
    return backup;
  }
  return std::nullopt;
}

Result<Replacement> ReplaceDamaged(const std::filesystem::path& database,
                                   const std::optional<std::filesystem::path>& backup, const Clock& clock) {
  if (auto folder = EnsurePrivateFolder(BackupNamed(database, "").parent_path()); !folder)
    return folder.error();
  const Result<FolderLock> lock = FolderLock::Take(database.parent_path());
  if (!lock) return lock.error();
  if (backup) {
    if (auto checked = CheckBackup(*backup); !checked) return checked.error();
    if (!IsWhole(*backup)) return DamagedBackup(*backup, "");
  }
  Replacement replacement;
  replacement.kept_aside = BackupNamed(database, "damaged-" + FileStamp(clock.Now()) + ".db");
  std::error_code ignored;
  if (std::filesystem::exists(database, ignored)) {
    if (auto aside = PutAside(database, replacement.kept_aside); !aside) return aside.error();
  }
  if (auto placed = backup ? PutInPlace(*backup, database) : EnsurePrivateFile(database); !placed)
    return placed.error();
  return Guard(database, [&]() -> Result<Replacement> {
    Database restored(database, Database::Mode::kReadWrite);
    if (auto prepared = PrepareDatabase(restored, !backup); !prepared) return prepared.error();
    const Result<SalvageReport> salvaged = Salvage(restored, replacement.kept_aside, clock);
    if (!salvaged) return salvaged.error();
    replacement.salvaged = *salvaged;
    return replacement;
  });
}

}  // namespace kith::storage
