// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace kith::exchange::dav {

/// An absolute http or https address, in one form: no user, password or fragment, a path of at least "/".
struct WebAddress {
  std::string scheme;  ///< "https" or "http"
  std::string host;    ///< lower case
  int port = 0;
  std::string path;  ///< percent-encoded, with the query

  std::string Text() const;
  bool is_encrypted() const { return scheme == "https"; }
  /// What goes there never leaves this machine.
  bool is_here() const { return host == "localhost" || host == "127.0.0.1" || host == "[::1]"; }
  /// Scheme, host and port.
  bool SameServer(const WebAddress& other) const {
    return scheme == other.scheme && host == other.host && port == other.port;
  }
};

/// kInvalidInput for what isn't such an address, and if it holds a user or password, which would show up in
/// logs and lists of processes; the message doesn't repeat it. Without a scheme: https.
Result<WebAddress> ParseWebAddress(std::string_view text);

/// What `reference` (absolute, or a path) means at `base`. Users and passwords are refused as above.
Result<WebAddress> Resolve(const WebAddress& base, const std::string& reference);

/// The path of an address or reference without percent-encoding and without a slash at its end: equal for
/// references to the same thing.
std::string PathKey(const std::string& reference);

}  // namespace kith::exchange::dav
