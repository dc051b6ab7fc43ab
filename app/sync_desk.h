// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "app/open_store.h"
#include "core/sync_desk.h"

namespace kith::app {

/// What `kith sync` does, for the window. The store must outlive it.
class ConfiguredSync final : public SyncDesk {
 public:
  ConfiguredSync(Config config, OpenedStore& opened);
  Result<SyncPlaces> Places() override;
  Result<std::vector<SyncResult>> Run(bool may_delete_many, std::atomic<int>& answers,
                                      const std::stop_token& stop) override;

 private:
  Config config_;
  OpenedStore& opened_;
};

}  // namespace kith::app
