// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "core/mutex.h"
#include "flow/executor.h"

namespace kith::flow {

struct ThreadExecutorOptions {
  int workers = 1;             ///< take every task; one a core is right for reading cards
  int urgent_workers = 1;      ///< take urgent tasks only, so that nobody waits for a card being read
  std::size_t capacity = 256;  ///< tasks that may wait, of both kinds together
};

/// Runs tasks on threads of its own, each with its own workbench. Made and destroyed on one thread.
class ThreadExecutor final : public Executor {
 public:
  ThreadExecutor(const ThreadExecutorOptions& options, WorkbenchFactory factory);
  /// Asks normal tasks to stop and drops those that wait, finishes the urgent ones, joins.
  ~ThreadExecutor() override;
  ThreadExecutor(const ThreadExecutor&) = delete;
  ThreadExecutor& operator=(const ThreadExecutor&) = delete;

  Result<void> Post(Task task, Urgency urgency) override;

 private:
  enum class Takes { kEverything, kUrgentOnly };
  struct Job {
    Task task;
    std::stop_token stop;
  };

  void Work(Takes takes, const WorkbenchFactory& factory);
  /// Waits for a job; nullopt: there is nothing left to do.
  std::optional<Job> Next(Takes takes);
  bool HasWork(Takes takes) const KITH_REQUIRES(mutex_);

  const std::size_t capacity_;
  std::stop_source stop_;  ///< for normal tasks; urgent ones get a token that never stops
  Mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Task> urgent_ KITH_GUARDED_BY(mutex_);
  std::deque<Task> normal_ KITH_GUARDED_BY(mutex_);
  bool stopping_ KITH_GUARDED_BY(mutex_) = false;
  std::vector<std::jthread> threads_;
};

}  // namespace kith::flow
