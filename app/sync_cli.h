// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/following_cli.h"

namespace kith::app {

/// Adds `kith sync`; as AddFollowing.
void AddSync(CLI::App& app, Command& chosen);

}  // namespace kith::app
