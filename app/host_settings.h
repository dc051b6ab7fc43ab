// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/config.h"
#include "app/toml_edit.h"
#include "flow/host_settings.h"

/// Between the configuration and what the host sets in the window. Pure.
namespace kith::app {

flow::HostSettings HostSettingsOf(const Config& config);

/// The configuration with what differs between the two.
Config WithSettings(Config config, const flow::HostSettings& before, const flow::HostSettings& after);

/// The keys of kith.toml that differ between the two.
std::vector<TomlChange> ChangesBetween(const flow::HostSettings& before, const flow::HostSettings& after);

}  // namespace kith::app
