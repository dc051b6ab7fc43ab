// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/mutex.h"
#include "tests/support/loopback.h"

namespace kith::test {

struct WebRequest {
  std::string method;
  std::string path;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

struct WebAnswer {
  int status = 200;
  std::string body = {};
  std::map<std::string, std::string> headers = {};
};

/// Answers HTTP requests on 127.0.0.1 as the test says.
class WebServer {
 public:
  /// Called by any thread, one at a time; nullopt: no answer ever comes, and the connection stays open.
  using Handler = std::function<std::optional<WebAnswer>(const WebRequest&)>;
  explicit WebServer(Handler handler);

  std::string Url() const { return "http://localhost:" + std::to_string(listener_.port()); }
  std::vector<WebRequest> requests() const;

 private:
  void Serve(int client, const std::stop_token& stop);

  Handler handler_;
  mutable Mutex mutex_;
  std::vector<WebRequest> requests_ KITH_GUARDED_BY(mutex_);
  Listener listener_;
};

}  // namespace kith::test
