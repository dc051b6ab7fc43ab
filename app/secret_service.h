// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/result.h"

namespace kith::app {

// The desktop's secret service (libsecret). kUnavailable without one; kPermissionDenied if it is locked and
// stays so.

Result<std::optional<std::string>> LoadSecret(const std::string& server);
Result<void> SaveSecret(const std::string& server, const std::string& secret);
Result<void> RemoveSecret(const std::string& server);

}  // namespace kith::app
