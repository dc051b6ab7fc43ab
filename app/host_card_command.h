// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/following_cli.h"

namespace kith::app {

/// Adds "kith card"; if it is given, it is put into `chosen`, which must outlive `app`.
void AddHostCard(CLI::App& app, Command& chosen);

}  // namespace kith::app
