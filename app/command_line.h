// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kith::app {

/// Exit statuses: everything worked; something that was asked for couldn't be done (the rest was); the
/// command line itself made no sense.
inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;
inline constexpr int kUsage = 2;

/// Runs the program; returns the exit status. Exceptions end here.
int RunCommandLine(int argc, char** argv);

}  // namespace kith::app
