// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kith::test {

/// Drags files onto the window of another program on an X display and drops them there, as a file manager
/// does (XDND 5). Returns when that program has taken them; throws std::runtime_error if it doesn't.
void DropFiles(const std::string& display, const std::vector<std::filesystem::path>& files);

}  // namespace kith::test
