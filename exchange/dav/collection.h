// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/dav/server.h"

namespace kith::exchange::dav {

/// What a collection holds, by PathKey.
struct Listing {
  struct Entry {
    std::string href;
    std::string etag;
  };
  std::map<std::string, Entry> there;  ///< all, or what changed since the token
  std::vector<std::string> gone;       ///< since the token
  bool is_all = false;
  std::string token;  ///< for the next time; empty: the server has none
};

/// Something to be written.
struct Write {
  std::string href;
  std::string etag;  ///< what must stand there now; empty: nothing
  std::string text;  ///< empty: delete it
};

struct Written {
  enum class Outcome {
    kDone,
    kChangedThere,  ///< something else stands there: nothing was written
    kRefused,       ///< by the server; `error` says why
    kUnknown,       ///< it may be there or not
  };
  Outcome outcome = Outcome::kUnknown;
  std::string etag = {};  ///< empty: the server didn't say
  Error error = {};
};

/// An address book or calendar.
class Collection {
 public:
  Collection(Server& server, WebAddress address, Service service)
      : server_(server), address_(std::move(address)), service_(service) {}

  const WebAddress& address() const { return address_; }

  /// What changed since `token` (RFC 6578); all, if the token is empty or means nothing to the server any
  /// more, or if the server has no tokens. kNotFound if the collection isn't there.
  Result<Listing> List(const std::string& token);
  /// Their texts and ETags, by PathKey; what isn't there is left out.
  Result<std::map<std::string, Resource>> Fetch(std::span<const std::string> hrefs);
  /// One for each, in their order. The first that gets no answer doesn't stop the others.
  std::vector<Written> WriteAll(std::span<const Write> writes);

  /// Where a record that the server hasn't got goes.
  std::string HrefFor(const std::string& name) const;

 private:
  Result<std::optional<Listing>> ListChanges(const std::string& token);
  Result<Listing> ListAll();
  void Take(const Multistatus& answer, Listing& listing) const;
  Written OutcomeOf(const Write& write, const Result<HttpAnswer>& answer) const;

  Server& server_;
  WebAddress address_;
  Service service_;
};

}  // namespace kith::exchange::dav
