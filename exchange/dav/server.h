// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "exchange/dav/http.h"
#include "exchange/dav/multistatus.h"
#include "exchange/dav/web_address.h"

namespace kith::exchange::dav {

enum class Service { kContacts, kTasks };

/// What is asked of a server, as WebDAV has it. Redirects are followed, five at most, and never from https to
/// http; what they lead to must be one of the connection's servers. Wrong passwords are kPermissionDenied.
class Server {
 public:
  Server(Http& http, std::stop_token stop) : http_(http), stop_(std::move(stop)) {}

  struct Found {
    WebAddress address;  ///< behind the redirects
    Multistatus answer;
  };
  struct Answered {
    WebAddress address;  ///< behind the redirects
    HttpAnswer answer;
  };
  /// PROPFIND of `properties` (XML elements of the namespaces D, C (CardDAV), L (CalDAV)); `depth` "0" or
  /// "1".
  Result<Found> Find(const WebAddress& address, const std::string& properties, const std::string& depth);
  /// MKCOL or MKCALENDAR with the properties of the new collection.
  Result<void> Make(const WebAddress& address, Service service, const std::string& name);
  /// The answer itself, whatever its status but for 401.
  Result<Answered> Ask(HttpRequest request);
  /// Many at once; redirects are answers like others here.
  std::vector<Result<HttpAnswer>> AskAll(std::span<const HttpRequest> requests) {
    return http_.SendAll(requests, stop_);
  }

 private:
  Http& http_;
  std::stop_token stop_;
};

std::map<std::string, std::string> XmlHeaders(const std::string& depth = {});

/// `body` within an element that declares the namespaces.
std::string XmlDocument(const std::string& element, const std::string& body);

/// What a status that isn't success means for a person.
Error StatusError(const HttpAnswer& answer, const std::string& server);

}  // namespace kith::exchange::dav
