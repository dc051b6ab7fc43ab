// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "flow/action.h"
#include "flow/effect.h"
#include "flow/executor.h"
#include "flow/ports.h"

namespace kith::flow {

/// Does what the effect says, on a worker thread, and says what came of it. A failure is an Action too; only
/// what libraries throw against their word comes through as an exception (JobRunner catches it).
Action Perform(const Effect& effect, Ports& ports, std::stop_token stop);

/// What is told when the effect could not be performed at all.
Action FailureOf(const Effect& effect, const Error& error);

/// Reading cards, bringing in files and synchronising can be taken up again later; everything else is
/// something that a person waits for.
Urgency UrgencyOf(const Effect& effect);

}  // namespace kith::flow
