// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "followup/book.h"

namespace kith::app {

/// When the desktop is told what is due.
struct RemindTimes {
  std::vector<std::chrono::minutes> times = {std::chrono::minutes(9 * 60)};  ///< since midnight, rising
  int per_day = 2;  ///< notifications at most; 0: none

  friend bool operator==(const RemindTimes&, const RemindTimes&) = default;
};

struct FollowingConfig {
  followup::Rules rules;
  RemindTimes remind;
};

/// Whether a key of kith.toml is one of those below.
bool IsFollowingKey(std::string_view key);

/// What kith.toml says about following up: [calendar], [following], [[plan]], [[circle]], [[message]],
/// [remind]; docs/user-guide.md explains each key. A file without them gives the defaults. Errors as for
/// LoadConfig.
Result<FollowingConfig> LoadFollowingConfig(const std::filesystem::path& file);

/// "18:30" as minutes since midnight.
std::optional<std::chrono::minutes> ParseTimeOfDay(std::string_view text);

}  // namespace kith::app
