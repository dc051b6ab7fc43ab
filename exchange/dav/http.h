// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/result.h"

namespace kith::exchange::dav {

struct HttpRequest {
  std::string method;
  std::string url;
  std::string body = {};
  std::map<std::string, std::string> headers = {};
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers = {};  ///< names in lower case
  std::string body = {};

  /// Empty if the server didn't say.
  std::string Header(const std::string& name) const;
  bool ok() const { return status >= 200 && status < 300; }
};

/// Port: requests to a server. One object a thread.
class Http {
 public:
  virtual ~Http() = default;
  /// One outcome for each request, in their order; they may be sent at the same time and arrive in any order.
  /// Every answer is one, an error status, too. An Error means that it isn't known whether the server did it:
  /// kSourceLost, kCancelled, kNotAllowed (the request breaks the rules of the connection and wasn't sent).
  /// Redirects aren't followed.
  virtual std::vector<Result<HttpAnswer>> SendAll(std::span<const HttpRequest> requests,
                                                  const std::stop_token& stop) = 0;

  Result<HttpAnswer> Send(const HttpRequest& request, const std::stop_token& stop);
};

}  // namespace kith::exchange::dav
