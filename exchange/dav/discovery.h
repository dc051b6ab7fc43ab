// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exchange/dav/server.h"

namespace kith::exchange::dav {

/// The collection to synchronise with.
struct Place {
  WebAddress address;  ///< ends in "/"
  std::string name;
  bool is_new = false;     ///< it was made
  bool is_absent = false;  ///< it would be made; only if asked not to
};

/// From an address that a person gave: that of a collection is it. Else the server is asked who is logged in
/// and where their collections are (RFC 6764: also by /.well-known/carddav and caldav). The first one is that
/// named `name`, absent if there is none; then come the others that may be written.
Result<std::vector<Place>> ListPlaces(Server& server, const WebAddress& given, Service service,
                                      const std::string& name);

/// Makes one that is absent.
Result<Place> MakePlace(Server& server, const Place& absent, Service service);

/// The first of ListPlaces, made if it is absent. Where none can be made, the only other one is taken; if
/// there are several, the error names them, to choose from.
Result<Place> FindPlace(Server& server, const WebAddress& given, Service service, const std::string& name,
                        bool may_make);

}  // namespace kith::exchange::dav
