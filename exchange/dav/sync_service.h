// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>

#include "exchange/dav/discovery.h"
#include "exchange/dav/records.h"
#include "exchange/dav/synchronise.h"

namespace kith::exchange::dav {

struct ServiceReport {
  Place place;
  SyncReport sync = {};
};

/// Finds the collection behind `address` (FindPlace) and brings it and the records together. A dry run makes
/// no collection. `name` is that of a collection of Kith's own.
Result<ServiceReport> SyncService(Http& http, Service service, const std::string& address,
                                  const std::string& name, Records& records, SyncStore& store,
                                  const SyncOptions& options, const std::stop_token& stop);

}  // namespace kith::exchange::dav
