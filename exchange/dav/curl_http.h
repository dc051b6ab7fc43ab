// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "exchange/dav/http.h"

namespace kith::exchange::dav {

struct Login {
  std::string user;
  std::string password;

  bool empty() const { return user.empty() && password.empty(); }
};

struct ConnectionRules {
  std::vector<std::string> servers;    ///< "https://example.org:443": who gets requests and the login
  std::filesystem::path ca_file = {};  ///< certificates to trust beside the system's; empty: none
  /// http:// to other machines, too; the login then goes over the network for all to read.
  bool allow_unencrypted = false;
  int most_at_once = 4;                 ///< requests under way
  std::chrono::seconds patience{30};    ///< for a connection, and for a server that falls silent
  std::size_t most_bytes = 64U << 20U;  ///< of an answer
};

/// "https://example.org:443", as `servers` has it. kInvalidInput as ParseWebAddress.
Result<std::string> ServerOf(const std::string& address);

/// libcurl. Connections are kept and used again, if the server does. Certificates are always checked. Only
/// `servers` are asked; anything else is kNotAllowed.
std::unique_ptr<Http> MakeCurlHttp(Login login, ConnectionRules rules);

}  // namespace kith::exchange::dav
