// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "storage/store.h"

namespace kith::bench {

/// Puts so many people of FictionalBook into the store, with their follow-ups.
Result<void> StoreBook(storage::Store& store, int contacts);

}  // namespace kith::bench
