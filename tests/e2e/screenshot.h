// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace kith::test {

/// What is on that X display, as a grey picture (PGM).
void SaveScreenshot(const std::string& display, const std::filesystem::path& path);

}  // namespace kith::test
