// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/config.h"
#include "app/store_options.h"
#include "core/result.h"

namespace CLI {
class App;
}

namespace kith::app {

// The commands about what is kept: like those of commands.h.

Result<int> RunBackup(const BackupOptions& options, const Config& config);
Result<int> RunRestore(const RestoreOptions& options, const Config& config);
Result<int> RunHistory(const HistoryOptions& options, const Config& config);
Result<int> RunDuplicates(const DuplicatesOptions& options, const Config& config);
Result<int> RunMerge(const MergeOptions& options, const Config& config);
Result<int> RunErase(const EraseOptions& options, const Config& config);
Result<int> RunPerson(const PersonOptions& options, const Config& config);
Result<int> RunImport(const ImportOptions& options, const Config& config);
Result<int> RunPin(const PinOptions& options, const Config& config);
Result<int> RunEvent(const EventOptions& options, const Config& config);

/// What the command line says about them, and who runs when one of them is chosen. It must live as long as
/// `app`.
class StoreCommands {
 public:
  void AddTo(CLI::App& app, std::function<Result<int>(const Config&)>& chosen);

 private:
  BackupOptions backup_;
  RestoreOptions restore_;
  HistoryOptions history_;
  DuplicatesOptions duplicates_;
  MergeOptions merge_;
  EraseOptions erase_;
  PersonOptions person_;
  ImportOptions import_;
  PinOptions pin_;
  EventOptions event_;
};

}  // namespace kith::app
