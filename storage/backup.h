// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "core/result.h"
#include "core/time.h"
#include "storage/sealed_file.h"

namespace kith::storage {

class Database;

/// A whole, checked copy of the database as one file that only its owner may read, made with SQLite's online
/// backup: others may go on writing. What stood at `target` is replaced by a whole copy only. The copy holds
/// what is erased later: backups are the one place that erasing doesn't reach.
Result<void> WriteBackup(Database& database, const std::filesystem::path& target);

/// WriteBackup, encrypted with the passphrase (storage/sealed_file.h).
Result<void> WriteSealedBackup(Database& database, const std::filesystem::path& target,
                               const std::string& passphrase, const SealProgress& progress = {});

/// A backup that can be read: itself, or, if it is sealed, what it holds, in a private file beside the
/// database which goes with this object.
class OpenedBackup {
 public:
  /// kInvalidInput if it is sealed and there is no passphrase; else what UnsealFile says.
  static Result<OpenedBackup> Open(const std::filesystem::path& backup, const std::filesystem::path& database,
                                   const std::string& passphrase);
  OpenedBackup(OpenedBackup&& other) noexcept;
  OpenedBackup& operator=(OpenedBackup&&) = delete;
  ~OpenedBackup();

  const std::filesystem::path& file() const { return file_; }

 private:
  OpenedBackup(std::filesystem::path file, bool is_ours) : file_(std::move(file)), is_ours_(is_ours) {}

  std::filesystem::path file_;
  bool is_ours_ = false;
};

/// WriteBackup to "kith-<day>.db" in `folder`, after the search index was put in order, unless that day has
/// one, and removal of all but the last seven of that form, and of copies older than 30 days that migrations
/// and restores left there. Gives the day's file.
Result<std::filesystem::path> WriteDailyBackup(Database& database, const std::filesystem::path& folder,
                                               Day day);

/// Replaces everything in the database by what `backup` holds, in one transaction. The backup must be whole.
Result<void> CopyFromBackup(Database& database, const std::filesystem::path& backup);

}  // namespace kith::storage
