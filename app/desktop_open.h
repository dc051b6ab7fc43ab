// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"

namespace kith::app {

/// Has the desktop open a link with the program that is meant for it (xdg-open, no shell between). Comes back
/// when that program runs or has refused. kUnavailable if there is none; `what` names it: "mail program".
Result<void> OpenOnDesktop(const std::string& link, const std::string& what);

}  // namespace kith::app
