// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"

namespace kith::capture {

/// What another program may take, lest a file that was made to do harm does.
struct ProgramLimits {
  std::chrono::milliseconds time = std::chrono::seconds(60);
  std::size_t output_bytes = std::size_t{256} << 20;
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< of address space
};

struct ProgramOutput {
  int status = 0;  ///< exit status, or 128 + the signal that ended it
  std::vector<std::uint8_t> out;
  std::string err;  ///< the first 64 kB
};

/// Runs a program found in PATH with these arguments, no shell between, and waits for its end. kUnavailable:
/// it isn't installed or can't be started. kUnreadable: it was ended because it went over a limit. Safe from
/// every thread.
Result<ProgramOutput> RunProgram(const std::vector<std::string>& command, const ProgramLimits& limits = {});

}  // namespace kith::capture
