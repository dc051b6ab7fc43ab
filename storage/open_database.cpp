// SPDX-License-Identifier: Apache-2.0
#include "storage/open_database.h"

#include <algorithm>

#include "core/language.h"
#include "storage/backup.h"
#include "storage/derived.h"
#include "storage/schema.h"

namespace kith::storage {
namespace {

Error Foreign(const std::filesystem::path& file) {
  return {ErrorCode::kStorage,
          Filled(Tr("\"{0}\" belongs to another program. Choose another file."), {file.string()})};
}

bool IsEmptyOrMissing(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error || size == 0;
}

/// Marks the new database as ours before anything else is in it, and before its log begins: the mark stands
/// in the file itself.
void MakeDatabase(Database& database) {
  Transaction transaction(database, Transaction::Kind::kWrite);
  database.Execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  transaction.Commit();
}

}  // namespace

Result<bool> InspectFile(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    return Error{ErrorCode::kInvalidInput,
                 Filled(Tr("\"{0}\" is a folder. Name a file in it."), {file.string()})};
  }
  if (IsEmptyOrMissing(file)) return false;
  return Guard(file, [&]() -> Result<bool> {
    // A rollback journal is left by a program that was killed in its first steps (or by another program):
    // what it began must be undone before anything can be read, and only a writer may do that.
    const bool interrupted = std::filesystem::exists(file.string() + "-journal");
    Database database(file, interrupted ? Database::Mode::kReadWrite : Database::Mode::kInspect);
    if (database.Number("PRAGMA application_id") == kApplicationId) return true;
    if (IsEmptyOrMissing(file)) return false;
    return Foreign(file);
  });
}

Result<void> MigrateToNewest(Database& database) {
  auto migrated = Migrate(database, Migrations(), [&](int version) {
    return WriteBackup(database,
                       BackupNamed(database.file(), "before-version-" + std::to_string(version + 1) + ".db"));
  });
  return migrated ? RefreshDerived(database) : migrated;
}

Result<void> PrepareDatabase(Database& database, bool is_new) {
  auto prepared = Guard(database.file(), [&]() -> Result<void> {
    if (is_new) MakeDatabase(database);
    database.Number("PRAGMA journal_mode = WAL");
    return {};
  });
  return prepared ? MigrateToNewest(database) : prepared;
}

Result<void> CheckBackup(const std::filesystem::path& backup) {
  const Result<bool> is_ours = InspectFile(backup);
  Result<void> checked;
  if (!is_ours) {
    checked = is_ours.error();
  } else if (!*is_ours) {
    checked = Error{ErrorCode::kNotFound, Filled(Tr("There is no backup \"{0}\"."), {backup.string()})};
  } else {
    checked = Guard(backup, [&]() -> Result<void> {
      Database database(backup, Database::Mode::kInspect);
      return CheckVersion(database, Migrations());
    });
  }
  if (checked || checked.error().code != ErrorCode::kDamaged) return checked;
  return DamagedBackup(backup, checked.error().detail);
}

Error DamagedBackup(const std::filesystem::path& backup, const std::string& detail) {
  return {ErrorCode::kUnreadable,
          Filled(Tr("The backup \"{0}\" is damaged. Choose another one."), {backup.string()}), detail};
}

std::filesystem::path BackupNamed(const std::filesystem::path& database, const std::string& name) {
  return database.parent_path() / "backups" / name;
}

std::string FileStamp(Instant instant) {
  std::string stamp = FormatInstant(instant).substr(0, 19);  // without the fraction
  std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
  std::replace(stamp.begin(), stamp.end(), 'T', '-');
  return stamp;
}

}  // namespace kith::storage
