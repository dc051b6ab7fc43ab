// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "core/capture_store.h"
#include "core/clock.h"
#include "core/contact_extras.h"
#include "core/contact_history.h"
#include "core/contact_import.h"
#include "core/contact_store.h"
#include "core/duplicates.h"
#include "core/event_figures.h"
#include "core/following_store.h"
#include "core/guest_records.h"
#include "core/result.h"
#include "core/retention.h"
#include "core/sync_desk.h"
#include "core/sync_store.h"

namespace kith::storage {

/// Kith's database: one SQLite file with everything in it, card images too, so that a capture and its image
/// are one transaction. Every commit is on the disk when the call returns (synchronous = FULL): the screen
/// says "got it" right after, and then the power may go.
///
/// A Store is one connection and belongs to one thread; each thread, and each process, opens its own. They
/// read while one of them writes (WAL); writers wait for each other, ten seconds at most.
///
/// Errors of every call: kStorageFull when the disk is full (the call changed nothing), kPermissionDenied
/// when file or folder can't be written, kStorage when the file is locked for too long or the disk
/// fails, kDamaged when the file is damaged (storage/recovery.h).
class Store {
 public:
  /// Opens the database, and makes it if there is none: the file for its owner only, and its folder, if that
  /// is missing, too. An older schema is migrated, after a backup to
  /// "backups/before-version-<n>.db" beside the file. A file that isn't SQLite, another program's database
  /// and one of a newer Kith are errors, and the file is left as it was. The clock must live as long as the
  /// Store.
  static Result<std::unique_ptr<Store>> Open(const std::filesystem::path& file, const Clock& clock);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  CaptureStore& captures();
  ReadingQueue& queue();
  ContactStore& contacts();
  ContactExtrasStore& extras();
  ContactHistory& history();
  DuplicateFinder& duplicates();
  ContactImport& contact_import();
  RetentionStore& retention();
  GuestRecords& guests();
  FollowUpStore& follow_ups();
  FollowingStore& following();
  EventStore& events();
  EventStatistics& figures();
  SyncStore& sync();
  SyncLog& sync_log();

  /// A whole, checked copy as one file; what stood at `target` is replaced by a whole copy only. Others may
  /// go on writing. What is erased later stays in it. With a passphrase it is encrypted
  /// (storage/sealed_file.h), and nothing unencrypted is written outside of the store's own folder.
  /// `progress` is told of the encrypting; the copy before it is made in one go.
  Result<void> BackUp(const std::filesystem::path& target, const std::string& passphrase = {},
                      const std::function<bool(double part)>& progress = {});

  /// BackUp to "kith-<day>.db" in `folder`, once a day; the last seven days are kept, and what migrations and
  /// restores put aside for 30 days. Gives the day's file.
  /// kDamaged if the database is: this is the daily look at the whole of it.
  Result<std::filesystem::path> BackUpDaily(const std::filesystem::path& folder, Day day);

  /// Puts what `backup` holds in the place of everything in the store, all or nothing, after a backup of what
  /// is there now to "backups/before-restore-<moment>.db" beside the file, which it gives. A backup of an
  /// older Kith is migrated; what was erased since the backup is erased again. Other connections see the
  /// restored state from their next call on. kNotAllowed for a wrong passphrase.
  Result<std::filesystem::path> Restore(const std::filesystem::path& backup,
                                        const std::string& passphrase = {});

  /// What the store consists of; for store.cpp only.
  struct Parts;

 private:
  explicit Store(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace kith::storage
