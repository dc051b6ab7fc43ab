// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <array>
#include <string>
#include <utility>

#include "core/language.h"
#include "storage/backup.h"
#include "storage/database.h"
#include "storage/erasing.h"
#include "storage/files.h"
#include "storage/open_database.h"
#include "storage/recovery.h"
#include "storage/tables.h"

namespace kith::storage {
Error NotThere(Kept what) {
  static constexpr std::array kSentences = {
      TrLater("The contact isn't in the store any more."),
      TrLater("That contact isn't in the store any more."),
      TrLater("The contact that was merged isn't in the store any more."),
      TrLater("The capture isn't in the store any more."),
      TrLater("The card image isn't in the store any more."),
      TrLater("The back of the card isn't in the store any more."),
      TrLater("The event isn't in the store any more."),
      TrLater("The follow-up isn't in the store any more."),
      TrLater("That change isn't in the store any more."),
      TrLater("The suggestion isn't in the store any more.")};
  return {ErrorCode::kNotFound, std::string(Tr(kSentences.at(static_cast<std::size_t>(what))))};
}

void ForgetLog(Database& database) {
  // Failing here must not look as if nothing was erased.
  const auto attempt = Guard(database.file(), [&]() -> Result<bool> { return database.Checkpoint(); });
  static_cast<void>(attempt);
}

struct Store::Parts {
  Parts(const std::filesystem::path& file, const Clock& the_clock)
      : clock(the_clock),
        database(file, Database::Mode::kReadWrite),
        captures(MakeCaptureTables(database, clock)),
        queue(MakeReadingJobs(database)),
        contacts(MakeContactTables(database, clock)),
        extras(MakeExtrasTables(database, clock)),
        history(MakeHistoryTables(database, clock)),
        duplicates(MakeDuplicateTables(database, clock)),
        contact_import(MakeImportTables(database, clock)),
        retention(MakeRetentionTables(database, clock)),
        guests(MakeGuestTables(database, clock)),
        follow_ups(MakeFollowUpTables(database)),
        following(MakeFollowingTables(database)),
        events(MakeEventTables(database, clock)),
        figures(MakeEventFigures(database)),
        sync(MakeSyncTables(database, clock)),
        sync_log(MakeSyncLog(database)) {}

  const Clock& clock;
  Database database;
  std::unique_ptr<CaptureStore> captures;
  std::unique_ptr<ReadingQueue> queue;
  std::unique_ptr<ContactStore> contacts;
  std::unique_ptr<ContactExtrasStore> extras;
  std::unique_ptr<ContactHistory> history;
  std::unique_ptr<DuplicateFinder> duplicates;
  std::unique_ptr<ContactImport> contact_import;
  std::unique_ptr<RetentionStore> retention;
  std::unique_ptr<GuestRecords> guests;
  std::unique_ptr<FollowUpStore> follow_ups;
  std::unique_ptr<FollowingStore> following;
  std::unique_ptr<EventStore> events;
  std::unique_ptr<EventStatistics> figures;
  std::unique_ptr<SyncStore> sync;
  std::unique_ptr<SyncLog> sync_log;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

namespace {

/// A file that can't be read as a database, beside backups of one: it was ours.
Error WithOffer(const Error& error, const std::filesystem::path& file) {
  const bool is_no_database = error.detail.find("(SQLite 26,") != std::string::npos;
  if (error.code != ErrorCode::kDamaged && !is_no_database) return error;
  const std::optional<Backup> backup = NewestGoodBackup(file);
  if (!backup) return error;
  return {ErrorCode::kDamaged,
          Filled(Tr("\"{0}\" is damaged. The newest good backup is of {1} UTC: \"kith restore \"{2}\"\" puts "
                    "it in place and brings over what can still be read of the damaged file."),
                 {file.string(), FormatInstant(backup->made).substr(0, 16), backup->file.string()}),
          error.detail};
}

Result<std::unique_ptr<Store::Parts>> OpenParts(const std::filesystem::path& file, const Clock& clock) {
  const Result<bool> is_ours = InspectFile(file);
  if (!is_ours) return is_ours.error();
  if (auto made = EnsurePrivateFile(file); !made) return made.error();
  // A file that somebody copied here; what SQLite makes beside it takes its mode.
  for (const char* part : {"", "-wal", "-shm"})
    MakePrivate(file.string() + part);
  return Guard(file, [&]() -> Result<std::unique_ptr<Store::Parts>> {
    auto parts = std::make_unique<Store::Parts>(file, clock);
    if (auto prepared = PrepareDatabase(parts->database, !*is_ours); !prepared) return prepared.error();
    return parts;
  });
}

}  // namespace

Result<std::unique_ptr<Store>> Store::Open(const std::filesystem::path& file, const Clock& clock) {
  if (auto folder = EnsurePrivateFolder(file.parent_path()); !folder) return folder.error();
  // Alone in the folder until the database is ready: nobody sees one that is half made.
  const Result<FolderLock> lock = FolderLock::Take(file.parent_path());
  if (!lock) return lock.error();
  Result<std::unique_ptr<Parts>> parts = OpenParts(file, clock);
  if (!parts) return WithOffer(parts.error(), file);
  return std::unique_ptr<Store>(new Store(*std::move(parts)));
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
ContactExtrasStore& Store::extras() {
  return *parts_->extras;
}
ContactHistory& Store::history() {
  return *parts_->history;
}
DuplicateFinder& Store::duplicates() {
  return *parts_->duplicates;
}
ContactImport& Store::contact_import() {
  return *parts_->contact_import;
}
RetentionStore& Store::retention() {
  return *parts_->retention;
}
GuestRecords& Store::guests() {
  return *parts_->guests;
}
FollowUpStore& Store::follow_ups() {
  return *parts_->follow_ups;
}
FollowingStore& Store::following() {
  return *parts_->following;
}
SyncLog& Store::sync_log() {
  return *parts_->sync_log;
}
EventStatistics& Store::figures() {
  return *parts_->figures;
}
EventStore& Store::events() {
  return *parts_->events;
}
SyncStore& Store::sync() {
  return *parts_->sync;
}

Result<void> Store::BackUp(const std::filesystem::path& target, const std::string& passphrase,
                           const std::function<bool(double part)>& progress) {
  if (passphrase.empty()) return WriteBackup(parts_->database, target);
  return WriteSealedBackup(parts_->database, target, passphrase, progress);
}

Result<std::filesystem::path> Store::BackUpDaily(const std::filesystem::path& folder, Day day) {
  return WriteDailyBackup(parts_->database, folder, day);
}

Result<std::filesystem::path> Store::Restore(const std::filesystem::path& backup,
                                             const std::string& passphrase) {
  Database& database = parts_->database;
  const Result<FolderLock> lock = FolderLock::Take(database.file().parent_path());
  if (!lock) return lock.error();
  const Result<OpenedBackup> opened = OpenedBackup::Open(backup, database.file(), passphrase);
  if (!opened) return opened.error();
  if (auto checked = CheckBackup(opened->file()); !checked) return checked.error();
  std::filesystem::path aside =
      BackupNamed(database.file(), "before-restore-" + FileStamp(parts_->clock.Now()) + ".db");
  if (auto kept = WriteBackup(database, aside); !kept) return kept.error();
  const Result<std::vector<UuidBytes>> erased = ErasedIds(database);
  if (!erased) return erased.error();
  if (auto copied = CopyFromBackup(database, opened->file()); !copied) return copied.error();
  if (auto migrated = MigrateToNewest(database); !migrated) return migrated.error();
  if (auto gone = EraseAgain(database, *erased, parts_->clock.Now()); !gone) return gone.error();
  return aside;
}

}  // namespace kith::storage
