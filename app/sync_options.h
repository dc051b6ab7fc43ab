// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kith::app {

/// Of `kith sync`. Empty: as configured.
struct SyncCommandOptions {
  std::string carddav;
  std::string caldav;
  std::string user;
  std::filesystem::path ca_file;
  std::vector<std::string> also_servers;
  bool insecure_http = false;
  bool publish = false;
  bool dry_run = false;
  bool sure = false;
  bool watch = false;
  bool login = false;
  bool logout = false;
  bool removed = false;
  std::string put_back;
};

}  // namespace kith::app
