// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/config.h"
#include "app/host_card_store.h"
#include "core/result.h"
#include "followup/system_clock.h"
#include "storage/pin_file.h"
#include "storage/store.h"

namespace kith::app {

/// A store and the clock that it was given. One a thread.
struct OpenedStore {
  std::unique_ptr<followup::SystemClock> clock;
  std::unique_ptr<storage::Store> store;
};

/// The store in the configuration's data folder, made if it isn't there.
Result<std::unique_ptr<OpenedStore>> OpenStore(const Config& config);

/// The host card in the data folder; the clock must outlive it.
HostCardStore HostCardOf(const Config& config, const Clock& clock);

/// What the host locks the kiosk with, in the data folder.
storage::PinFile HostPin(const Config& config);

/// The id of a named event for a query; nullopt for an empty name (all events), kNotFound for an unknown one.
Result<std::optional<EventId>> FindEvent(EventStore& events, const std::string& name);

}  // namespace kith::app
