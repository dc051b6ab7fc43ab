// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/sync_desk.h"
#include "flow/long_job.h"

namespace kith::flow {

/// Synchronising with servers.
struct SyncScreenState {
  bool loaded = false;
  SyncPlaces places = {};
  std::vector<SyncResult> results = {};  ///< of the run that ended last
  std::optional<Error> error = {};       ///< why it didn't run
  std::uint64_t ticket = 0;              ///< of the run whose outcome is waited for
  std::shared_ptr<LongJob> job = {};     ///< while one runs
};

}  // namespace kith::flow
