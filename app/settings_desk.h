// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/running_config.h"
#include "core/clock.h"
#include "flow/host_settings.h"
#include "ocr/card_reader.h"
#include "storage/store.h"

namespace kith::app {

/// kith.toml, the PIN and the backups of this machine. Store, reader and clock must outlive it.
class MachineSettings final : public flow::SettingsDesk {
 public:
  MachineSettings(std::shared_ptr<RunningConfig> running, storage::Store& store,
                  const ocr::CardReader& reader, const Clock& clock);

  Result<flow::FoundSettings> Load() override;
  Result<void> Keep(const flow::HostSettings& before, const flow::HostSettings& after) override;
  Result<void> SetPin(const std::string& old, const std::string& fresh) override;
  Result<void> RemovePin(const std::string& old) override;
  Result<flow::SealedBackup> BackUp(const flow::BackupWish& wish, std::atomic<int>& percent,
                                    const std::stop_token& stop) override;

 private:
  std::shared_ptr<RunningConfig> running_;
  storage::Store& store_;
  const ocr::CardReader& reader_;
  const Clock& clock_;
};

}  // namespace kith::app
