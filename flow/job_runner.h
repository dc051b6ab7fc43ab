// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/effect.h"
#include "flow/executor.h"
#include "flow/mailbox.h"

namespace kith::flow {

/// Makes a job of an effect: performed by a worker, its outcome posted as exactly one Action. Exceptions
/// never leave a job. Used by the UI thread; executor and mailbox outlive it, and the mailbox outlives the
/// executor.
class JobRunner {
 public:
  JobRunner(Executor& executor, Mailbox<Action>& mailbox) : executor_(executor), mailbox_(mailbox) {}

  void Run(Effect effect);

 private:
  Executor& executor_;
  Mailbox<Action>& mailbox_;
};

}  // namespace kith::flow
