// SPDX-License-Identifier: Apache-2.0
#include "flow/thread_executor.h"

#include <exception>
#include <utility>

#include "core/language.h"

namespace kith::flow {
namespace {

Result<std::unique_ptr<Workbench>> MakeWorkbench(const WorkbenchFactory& factory) {
  try {
    return factory();
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, std::string(Tr("A worker could not start. Please start Kith again.")),
                 e.what()};
  }
}

Result<Ports*> PortsOf(const Result<std::unique_ptr<Workbench>>& bench) {
  if (!bench) return bench.error();
  return &(*bench)->ports();
}

/// If that is due; the old one stays where no other can be made.
void Renew(Result<std::unique_ptr<Workbench>>& bench, const WorkbenchFactory& factory) {
  if (!bench || !(*bench)->IsOutdated()) return;
  Result<std::unique_ptr<Workbench>> fresh = MakeWorkbench(factory);
  if (fresh) bench = std::move(fresh);
}

}  // namespace

ThreadExecutor::ThreadExecutor(const ThreadExecutorOptions& options, WorkbenchFactory factory)
    : capacity_(options.capacity) {
  const auto start = [&](Takes takes) {
    threads_.emplace_back([this, takes, factory] { Work(takes, factory); });
  };
  for (int i = 0; i < options.workers; ++i)
    start(Takes::kEverything);
  for (int i = 0; i < options.urgent_workers; ++i)
    start(Takes::kUrgentOnly);
}

ThreadExecutor::~ThreadExecutor() {
  stop_.request_stop();
  std::deque<Task> dropped;
  {
    const MutexLock lock(mutex_);
    stopping_ = true;
    dropped.swap(normal_);
  }
  changed_.notify_all();
  threads_.clear();  // joins
}

Result<void> ThreadExecutor::Post(Task task, Urgency urgency) {
  {
    const MutexLock lock(mutex_);
    if (stopping_) return Error{ErrorCode::kCancelled, std::string(Tr("Kith is closing."))};
    if (urgent_.size() + normal_.size() >= capacity_) {
      return Error{ErrorCode::kUnavailable,
                   std::string(Tr("Kith is still busy with earlier cards. Wait a moment, then try again."))};
    }
    (urgency == Urgency::kUrgent ? urgent_ : normal_).push_back(std::move(task));
  }
  changed_.notify_all();
  return {};
}

void ThreadExecutor::Work(Takes takes, const WorkbenchFactory& factory) {
  Result<std::unique_ptr<Workbench>> bench = MakeWorkbench(factory);
  while (std::optional<Job> job = Next(takes)) {
    Renew(bench, factory);
    job->task(PortsOf(bench), job->stop);
  }
}

bool ThreadExecutor::HasWork(Takes takes) const {
  return !urgent_.empty() || (takes == Takes::kEverything && !normal_.empty());
}

std::optional<ThreadExecutor::Job> ThreadExecutor::Next(Takes takes) {
  const MutexLock lock(mutex_);
  while (!HasWork(takes) && !stopping_)
    changed_.wait(mutex_);
  if (!HasWork(takes)) return std::nullopt;
  const bool urgent = !urgent_.empty();
  std::deque<Task>& queue = urgent ? urgent_ : normal_;
  Job job{std::move(queue.front()), urgent ? std::stop_token() : stop_.get_token()};
  queue.pop_front();
  return job;
}

}  // namespace kith::flow
