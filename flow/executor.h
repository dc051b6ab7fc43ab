// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

#include "core/result.h"
#include "flow/ports.h"

namespace kith::flow {

/// A job as an executor sees it. `ports` are those of the worker that runs it, or why it has none.
using Task = std::function<void(const Result<Ports*>& ports, std::stop_token stop)>;

enum class Urgency {
  kUrgent,  ///< a person waits for it, or would lose work: overtakes the others and is done even while
            ///< stopping
  kNormal,  ///< can be begun again after the next start; dropped when stopping
};

/// Port: where jobs run. Tasks of one urgency begin in the order of posting.
class Executor {
 public:
  virtual ~Executor() = default;
  /// kUnavailable if too many tasks wait already; the task is then never run. Safe from every thread.
  virtual Result<void> Post(Task task, Urgency urgency) = 0;
};

}  // namespace kith::flow
