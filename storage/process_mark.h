// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kith::storage {

/// Names this process on this machine for good: its number, when it began and the boot that it belongs to, so
/// that a number that is used again isn't taken for the same process.
const std::string& OwnProcessMark();

/// Whether the process of that mark still runs. False for what is no mark.
bool ProcessRuns(std::string_view mark);

/// Whether the process of that mark was started since the machine was: if it ends early, the machine isn't
/// why.
bool IsOfThisBoot(std::string_view mark);

}  // namespace kith::storage
