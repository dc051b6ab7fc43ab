// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include "app/command_line.h"
#include "app/open_store.h"
#include "app/store_commands.h"
#include "followup/system_clock.h"
#include "storage/backup.h"
#include "storage/recovery.h"

namespace kith::app {
namespace {

/// The first line of the file; empty if no file is named.
Result<std::string> ReadPassphrase(const std::filesystem::path& file) {
  std::string passphrase;
  if (file.empty()) return passphrase;
  std::ifstream in(file);
  if (std::getline(in, passphrase) && !passphrase.empty()) return passphrase;
  return Error{ErrorCode::kInvalidInput,
               "There is no passphrase on the first line of \"" + file.string() + "\". Write it there."};
}

int ListBackups(const std::filesystem::path& database) {
  const std::vector<storage::Backup> backups = storage::FindBackups(database);
  for (const storage::Backup& backup : backups) {
    std::cout << (backup.sealed ? "[--] "
                  : backup.good ? "[ok] "
                                : "[!!] ")
              << FormatInstant(backup.made).substr(0, 16) << " UTC  " << backup.file.string()
              << (backup.sealed ? "  encrypted"
                  : backup.good ? ""
                                : "  damaged, or not ours")
              << '\n';
  }
  if (backups.empty()) std::cerr << "There are no backups beside " << database.string() << ".\n";
  return kSuccess;
}

void TellSalvage(const storage::Replacement& replacement) {
  const storage::SalvageReport& saved = replacement.salvaged;
  std::cerr << "The damaged file is kept as " << replacement.kept_aside.string() << ".\n"
            << "Saved from it, beyond the backup: " << saved.contacts << " contacts, "
            << saved.changed_contacts << " newer states of contacts, " << saved.captures << " cards, "
            << saved.follow_ups << " follow-ups, " << saved.events << " events; " << saved.unreadable
            << " rows couldn't be read whole.\n";
}

Result<int> ReplaceDamaged(const std::filesystem::path& database, const RestoreOptions& options,
                           const std::string& passphrase, const Config& config) {
  const auto clock = followup::SystemClock::InZone(config.time_zone);
  if (!clock) return clock.error();
  const auto backup = storage::OpenedBackup::Open(options.backup, database, passphrase);
  if (!backup) return backup.error();
  const auto replaced = storage::ReplaceDamaged(database, backup->file(), *clock);
  if (!replaced) return replaced.error();
  TellSalvage(*replaced);
  return kSuccess;
}

}  // namespace

Result<int> RunBackup(const BackupOptions& options, const Config& config) {
  const Result<std::string> passphrase = ReadPassphrase(options.passphrase_file);
  if (!passphrase) return passphrase.error();
  const auto opened = OpenStore(config);
  if (!opened) return opened.error();
  if (auto backed_up = (*opened)->store->BackUp(options.target, *passphrase); !backed_up)
    return backed_up.error();
  std::cerr << "Wrote a checked backup to " << options.target.string() << ".\n";
  return kSuccess;
}

Result<int> RunRestore(const RestoreOptions& options, const Config& config) {
  const std::filesystem::path database = config.data_folder / "kith.db";
  if (options.backup.empty()) return ListBackups(database);
  const Result<std::string> passphrase = ReadPassphrase(options.passphrase_file);
  if (!passphrase) return passphrase.error();

  Result<std::filesystem::path> aside = std::filesystem::path();
  {
    const auto opened = OpenStore(config);
    aside = opened ? (*opened)->store->Restore(options.backup, *passphrase) : opened.error();
  }
  if (!aside && aside.error().code == ErrorCode::kDamaged)
    return ReplaceDamaged(database, options, *passphrase, config);
  if (!aside) return aside.error();
  std::cerr << "Restored. What was there before is kept as " << aside->string() << ".\n";
  return kSuccess;
}

}  // namespace kith::app
