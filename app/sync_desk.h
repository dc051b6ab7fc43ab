// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/open_store.h"
#include "app/running_config.h"
#include "core/sync_desk.h"

namespace kith::app {

/// What `kith sync` does, for the window. The store must outlive it.
class ConfiguredSync final : public SyncDesk {
 public:
  ConfiguredSync(std::shared_ptr<RunningConfig> running, OpenedStore& opened);
  Result<SyncPlaces> Places() override;
  Result<FoundPlaces> LookAt(const SyncLogin& login, const std::stop_token& stop) override;
  Result<void> Connect(const SyncLogin& login, const ChosenPlaces& chosen,
                       const std::stop_token& stop) override;
  Result<void> Disconnect() override;
  Result<std::vector<SyncResult>> Run(bool may_delete_many, std::atomic<int>& answers,
                                      const std::stop_token& stop) override;

 private:
  std::shared_ptr<RunningConfig> running_;
  OpenedStore& opened_;
};

}  // namespace kith::app
