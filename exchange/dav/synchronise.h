// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/sync_store.h"
#include "exchange/dav/collection.h"
#include "exchange/dav/plan.h"
#include "exchange/dav/records.h"

namespace kith::exchange::dav {

struct SyncOptions {
  Direction direction = Direction::kBothWays;
  bool is_dry_run = false;
  bool may_delete_many = false;  ///< a person agreed: see IsManyToDelete
};

/// One thing that was done, or wasn't.
struct SyncEvent {
  enum class Kind {
    kCreatedThere,
    kChangedThere,
    kDeletedThere,
    kTakenHere,
    kChangedHere,
    kRemovedHere,
    kContested,   ///< changed at both ends: `detail` names the fields whose other value waits as a suggestion
    kHeldBack,    ///< would be deleted; too many to do it unasked
    kUnreadable,  ///< on the server; `detail` says why. It isn't touched
    kRefused,     ///< by the server; `detail` says why
  };
  Kind kind = Kind::kChangedHere;
  std::string name;
  std::string detail = {};
  std::optional<UuidBytes> id = {};  ///< of the record; of what was created there only

  friend bool operator==(const SyncEvent&, const SyncEvent&) = default;
};

/// How far it came.
struct SyncReport {
  std::vector<SyncEvent> events = {};
  std::optional<Error> trouble = {};  ///< what ended it early; the next run goes on from there

  std::size_t Count(SyncEvent::Kind kind) const;
};

/// Brings both ends together. Safe to be cut off anywhere: what both ends agreed on is written after the
/// server's answer, and what an earlier run did is recognised by what it says, not by who did it. Repeats
/// itself, a few times at most, if the server's records change meanwhile.
SyncReport Synchronise(Collection& collection, Records& records, SyncStore& store,
                       const SyncOptions& options);

}  // namespace kith::exchange::dav
