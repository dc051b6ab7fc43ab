// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/intake_state.h"

namespace kith::ui::test {

/// A table of fictional people, in that step of being brought in.
flow::IntakeState SampleIntake(flow::IntakeStep step);
/// A file that can't be read.
flow::IntakeState BrokenIntake();

}  // namespace kith::ui::test
