// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <stop_token>

namespace kith::flow {

/// What the screen and a job that takes long share while it runs. Safe to use from every thread.
struct LongJob {
  std::atomic<int> done = 0;  ///< how far it is
  std::stop_source stop;      ///< asks it to end
};

}  // namespace kith::flow
