// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/result.h"
#include "core/sync_store.h"
#include "exchange/dav/collection.h"
#include "exchange/dav/synchronise.h"

/// What synchronising writes on the server, and remembers of it. For synchronise.cpp.
namespace kith::exchange::dav {

/// A write on its way, and what to remember when it is done.
struct Pending {
  Write write;
  SyncedItem item;
  std::string name;
  SyncEvent::Kind kind = SyncEvent::Kind::kChangedThere;
  bool is_whole = true;  ///< the server's text is what to remember
};

struct WritePlaces {
  Collection& collection;
  SyncStore& store;
  const std::string& address;  ///< of the collection, in the store
  SyncReport& report;
};

struct WriteOutcome {
  bool again = false;          ///< something changed there meanwhile
  bool is_incomplete = false;  ///< the server refused something
};

/// Adds to what the report tells, but no trouble that it tells already: a pass that comes again finds the
/// same.
void Tell(SyncReport& report, SyncEvent event);

/// Some at a time: then what both ends agree on is stored.
Result<WriteOutcome> WriteAllThere(const WritePlaces& places, std::span<Pending> writes);

}  // namespace kith::exchange::dav
