// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"
#include "exchange/dav/curl_http.h"

namespace kith::app {

/// Users and passwords of servers ("https://example.org:443"), one a server: in the desktop's secret service,
/// and where there is none, in "sync/logins.json" in the data folder, which only the user may read (0600).
/// Never anywhere else.
class Credentials {
 public:
  enum class Place { kSecretService, kFile };

  explicit Credentials(const std::filesystem::path& data_folder);

  Result<std::optional<exchange::dav::Login>> Load(const std::string& server) const;
  Result<Place> Save(const std::string& server, const exchange::dav::Login& login) const;
  /// From both places.
  Result<void> Remove(const std::string& server) const;

  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

}  // namespace kith::app
