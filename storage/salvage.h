// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/clock.h"
#include "core/result.h"
#include "storage/database.h"

namespace kith::storage {

/// What was brought over from a damaged database.
struct SalvageReport {
  int events = 0;
  int captures = 0;
  int contacts = 0;          ///< that weren't there
  int changed_contacts = 0;  ///< that were newer in the damaged database
  int follow_ups = 0;
  int unreadable = 0;  ///< rows known to be there that couldn't be read whole

  friend bool operator==(const SalvageReport&, const SalvageReport&) = default;
};

/// Brings into `database` what can still be read in the damaged one and is missing or older here: row by row,
/// each table from both ends and through its indexes, so that one bad page costs no more than what stands on
/// it. What was erased there is erased here. Contacts that were merged there come as contacts of their own. A
/// file in which nothing can be read at all gives an empty report. The damaged file isn't changed.
Result<SalvageReport> Salvage(Database& database, const std::filesystem::path& damaged, const Clock& clock);

}  // namespace kith::storage
