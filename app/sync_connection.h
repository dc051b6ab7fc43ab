// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "app/running_config.h"
#include "core/sync_desk.h"

/// Setting up a server in the window: as SyncDesk says.
namespace kith::app {

Result<FoundPlaces> LookAtServer(const SyncConfig& config, const SyncLogin& login,
                                 const std::stop_token& stop);

Result<void> ConnectServer(RunningConfig& running, const SyncLogin& login, const ChosenPlaces& chosen,
                           const std::stop_token& stop);

Result<void> DisconnectServer(RunningConfig& running);

}  // namespace kith::app
