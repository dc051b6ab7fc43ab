// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/contact_history.h"
#include "storage/database.h"

namespace kith::storage {

struct SuggestOutcome {
  std::vector<Suggestion> held;  ///< for fields that a person typed
  bool anything_new = false;     ///< a field changed, or a suggestion is there that wasn't
};

/// Changes by a machine, as ContactHistory::Suggest has them. Within a transaction and a Guard of the caller.
Result<SuggestOutcome> SuggestChanges(Database& database, std::int64_t row, const Contact& suggested,
                                      Actor actor, Instant now);

}  // namespace kith::storage
