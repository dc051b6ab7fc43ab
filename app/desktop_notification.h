// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"

namespace kith::app {

/// Shows one notification of the desktop (libnotify). `text` is plain; lines are separated by "\n".
/// kUnavailable if there is no desktop that shows notifications.
Result<void> ShowNotification(const std::string& title, const std::string& text);

}  // namespace kith::app
