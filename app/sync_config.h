// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

namespace kith::app {

/// [sync] of kith.toml. No password: see app/credentials.h.
struct SyncConfig {
  std::string carddav;  ///< the address of a server or an address book; empty: contacts aren't synchronised
  std::string caldav;   ///< the same for follow-ups
  std::string user;
  std::filesystem::path ca_file;          ///< certificates to trust beside the system's
  std::vector<std::string> also_servers;  ///< that the server may lead to, with the password
  bool insecure_http = false;
  int every_minutes = 5;  ///< with --watch

  bool empty() const { return carddav.empty() && caldav.empty(); }
};

/// A file that isn't there gives the defaults.
Result<SyncConfig> LoadSyncConfig(const std::filesystem::path& file);

}  // namespace kith::app
