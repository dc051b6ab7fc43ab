// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "storage/database.h"
#include "storage/files.h"

namespace kith::storage {
namespace {

constexpr std::size_t kKeptDays = 7;

/// The day of "kith-2026-11-23.db"; nullopt for every other name.
std::optional<Day> DayOfBackup(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (name.size() != 18 || !name.starts_with("kith-") || !name.ends_with(".db")) return std::nullopt;
  return ParseDay(std::string_view(name).substr(5, 10));
}

/// Throws what SQLiteCpp throws.
Result<void> CopyInto(Database& database, const std::filesystem::path& file) {
  SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE);
  // All pages in one step: in smaller ones it begins anew whenever somebody else writes, and may never end.
  SQLite::Backup(copy, database.connection()).executeStep(-1);
  copy.exec("PRAGMA journal_mode = DELETE");  // one file, without a log beside it
  const std::string verdict = copy.execAndGet("PRAGMA quick_check(1)").getString();
  if (verdict == "ok") return {};
  return Error{ErrorCode::kStorage,
               "The database \"" + database.file().string() + "\" is damaged; its last good backup was kept.",
               verdict};
}

void RemoveOldBackups(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> days;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (DayOfBackup(entry.path())) days.push_back(entry.path());
  }
  std::sort(days.rbegin(), days.rend());  // the names sort by day
  for (std::size_t i = kKeptDays; i < days.size(); ++i)
    std::filesystem::remove(days[i], error);
}

}  // namespace

Result<void> WriteBackup(Database& database, const std::filesystem::path& target) {
  std::filesystem::path part = target;
  part += ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  if (auto folder = EnsurePrivateFolder(target.parent_path()); !folder) return folder;
  if (auto file = EnsurePrivateFile(part); !file) return file;
  auto copied = Guard(target, [&] { return CopyInto(database, part); });
  if (copied) copied = ReplaceFile(part, target);
  if (!copied) std::filesystem::remove(part, error);
  return copied;
}

Result<std::filesystem::path> WriteDailyBackup(Database& database, const std::filesystem::path& folder,
                                               Day day) {
  const std::filesystem::path file = folder / ("kith-" + FormatDay(day) + ".db");
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    if (auto written = WriteBackup(database, file); !written) return written.error();
  }
  RemoveOldBackups(folder);
  return file;
}

Result<void> CopyFromBackup(Database& database, const std::filesystem::path& backup) {
  return Guard(backup, [&]() -> Result<void> {
    SQLite::Database source(backup.string(), SQLite::OPEN_READONLY);
    const std::string verdict = source.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") {
      return Error{ErrorCode::kStorage,
                   "The backup \"" + backup.string() + "\" is damaged. Choose another one.", verdict};
    }
    SQLite::Backup(database.connection(), source).executeStep(-1);
    return {};
  });
}

}  // namespace kith::storage
