// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <string>
#include <utility>

#include "storage/backup.h"
#include "storage/database.h"
#include "storage/files.h"
#include "storage/schema.h"
#include "storage/tables.h"

namespace kith::storage {
namespace {

Error Foreign(const std::filesystem::path& file) {
  return {ErrorCode::kStorage, "\"" + file.string() + "\" belongs to another program. Choose another file."};
}

bool IsEmptyOrMissing(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error || size == 0;
}

/// Whether there is a database that is ours; false if there is nothing yet. Everything else is an error.
Result<bool> InspectFile(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    return Error{ErrorCode::kInvalidInput, "\"" + file.string() + "\" is a folder. Name a file in it."};
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

/// Marks the new database as ours before anything else is in it, and before its log begins: the mark stands
/// in the file itself.
void MakeDatabase(Database& database) {
  Transaction transaction(database, Transaction::Kind::kWrite);
  database.Execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  transaction.Commit();
}

std::filesystem::path BackupNamed(const Database& database, const std::string& name) {
  return database.file().parent_path() / "backups" / name;
}

Result<void> MigrateToNewest(Database& database) {
  return Migrate(database, Migrations(), [&](int version) {
    return WriteBackup(database,
                       BackupNamed(database, "before-version-" + std::to_string(version + 1) + ".db"));
  });
}

Result<void> Prepare(Database& database, bool is_new) {
  auto prepared = Guard(database.file(), [&]() -> Result<void> {
    if (is_new) MakeDatabase(database);
    database.Number("PRAGMA journal_mode = WAL");
    return {};
  });
  return prepared ? MigrateToNewest(database) : prepared;
}

/// That the file is a backup of ours which this Kith understands.
Result<void> CheckBackup(const std::filesystem::path& backup) {
  const Result<bool> is_ours = InspectFile(backup);
  if (!is_ours) return is_ours.error();
  if (!*is_ours) return Error{ErrorCode::kNotFound, "There is no backup \"" + backup.string() + "\"."};
  return Guard(backup, [&]() -> Result<void> {
    Database database(backup, Database::Mode::kInspect);
    return CheckVersion(database, Migrations());
  });
}

}  // namespace

Error NotThere(const std::string& what) {
  return {ErrorCode::kNotFound, what + " isn't in the store any more."};
}

void ForgetLog(Database& database) {
  // Failing here must not look as if nothing was erased.
  const auto attempt = Guard(database.file(), [&]() -> Result<bool> { return database.Checkpoint(); });
  static_cast<void>(attempt);
}

struct Store::Parts {
  Parts(const std::filesystem::path& file, const Clock& clock)
      : database(file, Database::Mode::kReadWrite),
        captures(MakeCaptureTables(database, clock)),
        queue(MakeReadingJobs(database)),
        contacts(MakeContactTables(database, clock)),
        follow_ups(MakeFollowUpTables(database)),
        following(MakeFollowingTables(database)),
        events(MakeEventTables(database, clock)) {}

  Database database;
  std::unique_ptr<CaptureStore> captures;
  std::unique_ptr<ReadingQueue> queue;
  std::unique_ptr<ContactStore> contacts;
  std::unique_ptr<FollowUpStore> follow_ups;
  std::unique_ptr<FollowingStore> following;
  std::unique_ptr<EventStore> events;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::Open(const std::filesystem::path& file, const Clock& clock) {
  if (auto folder = EnsurePrivateFolder(file.parent_path()); !folder) return folder.error();
  // Alone in the folder until the database is ready: nobody sees one that is half made.
  const Result<FolderLock> lock = FolderLock::Take(file.parent_path());
  if (!lock) return lock.error();
  const Result<bool> is_ours = InspectFile(file);
  if (!is_ours) return is_ours.error();
  if (auto made = EnsurePrivateFile(file); !made) return made.error();
  return Guard(file, [&]() -> Result<std::unique_ptr<Store>> {
    auto parts = std::make_unique<Parts>(file, clock);
    if (auto prepared = Prepare(parts->database, !*is_ours); !prepared) return prepared.error();
    return std::unique_ptr<Store>(new Store(std::move(parts)));
  });
}

CaptureStore& Store::captures() {
  return *parts_->captures;
}
ReadingQueue& Store::queue() {
  return *parts_->queue;
}
ContactStore& Store::contacts() {
  return *parts_->contacts;
}
FollowUpStore& Store::follow_ups() {
  return *parts_->follow_ups;
}
FollowingStore& Store::following() {
  return *parts_->following;
}
EventStore& Store::events() {
  return *parts_->events;
}

Result<void> Store::BackUp(const std::filesystem::path& target) {
  return WriteBackup(parts_->database, target);
}

Result<std::filesystem::path> Store::BackUpDaily(const std::filesystem::path& folder, Day day) {
  return WriteDailyBackup(parts_->database, folder, day);
}

Result<void> Store::Restore(const std::filesystem::path& backup) {
  Database& database = parts_->database;
  const Result<FolderLock> lock = FolderLock::Take(database.file().parent_path());
  if (!lock) return lock.error();
  if (auto checked = CheckBackup(backup); !checked) return checked;
  if (auto kept = WriteBackup(database, BackupNamed(database, "before-restore.db")); !kept) return kept;
  if (auto copied = CopyFromBackup(database, backup); !copied) return copied;
  return MigrateToNewest(database);
}

}  // namespace kith::storage
