// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "storage/database.h"

namespace kith::storage {

// Within a transaction and a Guard of the caller, who calls ForgetIndexedWords before the commit and
// ForgetLog after it. What stays is a tombstone: an id and a moment.

/// The contact and those merged into it, with card images, drafts, follow-ups, suggestions, history and what
/// is computed from them; and what the history of others says of a merge with one of them that was undone.
void EraseContact(Database& database, std::int64_t row, Instant now);

/// With its images, draft and jobs. Whether there was one.
bool EraseCapture(Database& database, CaptureId id, Instant now);

/// The ids of all that was erased, and erasing them once more: after older data came back. These open
/// transactions of their own, and leave no traces.
Result<std::vector<UuidBytes>> ErasedIds(Database& database);
Result<void> EraseAgain(Database& database, std::span<const UuidBytes> ids, Instant now);

/// One of them, within a transaction of the caller as above.
void EraseAgain(Database& database, const UuidBytes& id, Instant now);

}  // namespace kith::storage
