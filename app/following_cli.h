// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/config.h"
#include "core/result.h"

namespace CLI {
class App;
}

namespace kith::app {

/// The command that a command line chose.
using Command = std::function<Result<int>(const Config&)>;

/// Adds the commands for following up; whichever is given is put into `chosen`, which must outlive `app`.
void AddFollowing(CLI::App& app, Command& chosen);

}  // namespace kith::app
