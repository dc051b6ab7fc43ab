// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <stop_token>

#include "flow/executor.h"

namespace kith::flow {

/// Runs tasks when told, on the thread that tells it: for tests, and for commands that need no window.
class ManualExecutor final : public Executor {
 public:
  /// `ports` outlives the executor.
  explicit ManualExecutor(Result<Ports*> ports) : ports_(std::move(ports)) {}

  Result<void> Post(Task task, Urgency urgency) override;
  /// The next task, urgent ones first. False if there is none.
  bool RunOne();
  /// All tasks, with those that they post meanwhile. How many.
  int RunAll();
  std::size_t waiting() const { return urgent_.size() + normal_.size(); }
  /// From now on tasks see a token on which stop was requested.
  void RequestStop() { stop_.request_stop(); }
  /// From now on Post fails with `error`.
  void Refuse(Error error) { refusal_ = std::move(error); }

 private:
  Result<Ports*> ports_;
  std::deque<Task> urgent_;
  std::deque<Task> normal_;
  std::stop_source stop_;
  std::optional<Error> refusal_;
};

}  // namespace kith::flow
