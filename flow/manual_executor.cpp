// SPDX-License-Identifier: Apache-2.0
#include "flow/manual_executor.h"

#include <utility>

namespace kith::flow {

Result<void> ManualExecutor::Post(Task task, Urgency urgency) {
  if (refusal_) return *refusal_;
  (urgency == Urgency::kUrgent ? urgent_ : normal_).push_back(std::move(task));
  return {};
}

bool ManualExecutor::RunOne() {
  std::deque<Task>& queue = urgent_.empty() ? normal_ : urgent_;
  if (queue.empty()) return false;
  const Task task = std::move(queue.front());
  queue.pop_front();
  task(ports_, stop_.get_token());
  return true;
}

int ManualExecutor::RunAll() {
  int count = 0;
  while (RunOne())
    ++count;
  return count;
}

}  // namespace kith::flow
