// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "storage/database.h"

namespace kith::storage {

/// Runs a step of bringing rows over; false where the damage reaches.
using SalvageStep = std::function<bool(const std::function<void()>& step)>;

/// What else is kept of people, after the contacts themselves are here: relationships, encounters,
/// introductions, what a guest agreed to, receipts, and by which exports they left.
/// `rows`: those of the contacts in `damaged`. Where both databases have something, the damaged one's counts:
/// the other comes from a backup. Returns of how many of these things some couldn't be read.
int SalvageBelongings(Database& database, Database& damaged, const std::vector<std::int64_t>& rows,
                      const SalvageStep& attempt);

}  // namespace kith::storage
