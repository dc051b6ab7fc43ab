// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "app/toml_edit.h"

namespace kith::app {

/// Writes the changes into kith.toml; the rest of it stays as a person wrote it. A file that can't be used as
/// it is isn't touched: see LoadConfig.
Result<void> ChangeConfig(const std::filesystem::path& file, const std::vector<TomlChange>& changes);

}  // namespace kith::app
