// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "core/result.h"
#include "ui/recovery_screen.h"
#include "ui/window.h"

namespace kith::ui {

/// Shows the damage and the offer until a person decided. `bring_back` runs on a thread of its own, as often
/// as it fails and is asked for again, and gives what was brought back, for a person. True: it is back.
bool RunRecovery(Window& window, const std::string& problem, const std::string& offer,
                 const std::function<Result<std::string>()>& bring_back);

}  // namespace kith::ui
