// SPDX-License-Identifier: Apache-2.0
#include "storage/backup.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "core/language.h"
#include "storage/database.h"
#include "storage/files.h"
#include "storage/open_database.h"
#include "storage/sealed_file.h"
#include "storage/search.h"

namespace kith::storage {
namespace {

constexpr std::size_t kKeptDays = 7;
/// How long copies that were made before a migration or a restore, and damaged databases, stay: whoever was
/// erased since is still in them.
constexpr std::chrono::hours kKeptCopies = std::chrono::hours(24 * 30);

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
  return Error{ErrorCode::kDamaged,
               Filled(Tr("The database \"{0}\" is damaged. Stop Kith; \"kith restore\" lists the backups and "
                         "says what can be saved."),
                      {database.file().string()}),
               verdict};
}

bool IsOldCopy(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (!name.starts_with("before-") && !name.starts_with("damaged-")) return false;
  std::error_code error;
  const auto written = std::filesystem::last_write_time(file, error);
  return !error && std::filesystem::file_time_type::clock::now() - written > kKeptCopies;
}

void RemoveOldBackups(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> days;
  std::vector<std::filesystem::path> old_copies;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (DayOfBackup(entry.path())) days.push_back(entry.path());
    if (IsOldCopy(entry.path())) old_copies.push_back(entry.path());
  }
  for (const auto& copy : old_copies)
    std::filesystem::remove(copy, error);
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

Result<void> WriteSealedBackup(Database& database, const std::filesystem::path& target,
                               const std::string& passphrase, const SealProgress& progress) {
  const std::filesystem::path plain = BackupNamed(database.file(), "to-be-sealed.part");
  std::filesystem::path part = target;
  part += ".part";
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  auto written = WriteBackup(database, plain);
  if (written) written = EnsurePrivateFolder(target.parent_path());
  if (written) written = SealFile(plain, part, passphrase, progress);
  if (written) written = ReplaceFile(part, target);
  std::filesystem::remove(plain, ignored);
  if (!written) std::filesystem::remove(part, ignored);
  return written;
}

Result<OpenedBackup> OpenedBackup::Open(const std::filesystem::path& backup,
                                        const std::filesystem::path& database,
                                        const std::string& passphrase) {
  if (!IsSealed(backup)) return OpenedBackup(backup, false);
  if (passphrase.empty()) {
    return Error{ErrorCode::kInvalidInput,
                 Filled(Tr("The backup \"{0}\" is encrypted. Say its passphrase."), {backup.string()})};
  }
  const std::filesystem::path plain = BackupNamed(database, "unsealed.part");
  if (auto folder = EnsurePrivateFolder(plain.parent_path()); !folder) return folder.error();
  if (auto unsealed = UnsealFile(backup, plain, passphrase); !unsealed) return unsealed.error();
  return OpenedBackup(plain, true);
}

OpenedBackup::OpenedBackup(OpenedBackup&& other) noexcept
    : file_(std::move(other.file_)), is_ours_(std::exchange(other.is_ours_, false)) {}

OpenedBackup::~OpenedBackup() {
  std::error_code ignored;
  if (is_ours_) std::filesystem::remove(file_, ignored);
}

Result<std::filesystem::path> WriteDailyBackup(Database& database, const std::filesystem::path& folder,
                                               Day day) {
  const std::filesystem::path file = folder / ("kith-" + FormatDay(day) + ".db");
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    // Once a day, too: changes leave the search index in pieces, which slows every search.
    auto tidied = Guard(database.file(), [&]() -> Result<void> {
      ForgetIndexedWords(database);
      return {};
    });
    if (!tidied) return tidied.error();
    if (auto written = WriteBackup(database, file); !written) return written.error();
  }
  RemoveOldBackups(folder);
  return file;
}

Result<void> CopyFromBackup(Database& database, const std::filesystem::path& backup) {
  auto copied = Guard(backup, [&]() -> Result<void> {
    SQLite::Database source(backup.string(), SQLite::OPEN_READONLY);
    const std::string verdict = source.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") return DamagedBackup(backup, verdict);
    SQLite::Backup(database.connection(), source).executeStep(-1);
    return {};
  });
  if (copied || copied.error().code != ErrorCode::kDamaged) return copied;
  return DamagedBackup(backup, copied.error().detail);
}

}  // namespace kith::storage
