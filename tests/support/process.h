// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace kith::test {

struct ProcessOutcome {
  int status = -1;  ///< exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

struct ProcessOptions {
  std::map<std::string, std::string> environment =
      {};                        ///< added to ours; replaces variables of the same name
  std::string stdout_file = {};  ///< where stdout goes instead of into the outcome
};

/// A program that was started. Ended (killed, if it must be) and reaped when the object dies.
class Process {
 public:
  explicit Process(const std::vector<std::string>& command, const ProcessOptions& options = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return pid_; }
  void Kill(int signal) const;

  /// The next line of its stdout, without the newline; waits for it. nullopt once stdout is closed. For
  /// programs that are talked with while they run; one thread at a time, and stderr is left for Wait.
  std::optional<std::string> ReadLine();

  /// Reads both outputs until the program closes them, and waits for its end. It is killed after `limit`, so
  /// that a hanging program fails its test.
  ProcessOutcome Wait(std::chrono::milliseconds limit = std::chrono::minutes(2));

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  std::string unread_;  ///< of stdout, behind the last line
};

/// Starts it, waits, and tells what came of it.
ProcessOutcome RunProcess(const std::vector<std::string>& command, const ProcessOptions& options = {});

}  // namespace kith::test
