// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery.h"

#include <chrono>
#include <future>

namespace kith::ui {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFrame{50};

void TakeOutcome(RecoveryState& state, std::future<Result<std::string>>& outcome) {
  if (!outcome.valid() || outcome.wait_for(milliseconds(0)) != std::future_status::ready) return;
  const Result<std::string> back = outcome.get();
  state.running = false;
  state.done = back.value_or("");
  state.failed = back ? "" : back.error().message;
}

}  // namespace

bool RunRecovery(Window& window, const std::string& problem, const std::string& offer,
                 const std::function<Result<std::string>()>& bring_back) {
  RecoveryState state{.problem = problem, .offer = offer};
  std::future<Result<std::string>> outcome;
  while (true) {
    RecoveryWish wish = RecoveryWish::kNone;
    window.Draw([&](Kit& kit) { wish = DrawRecovery(kit, state); });
    if (window.TakeCloseRequest() && !state.running) wish = RecoveryWish::kLeave;
    if (wish == RecoveryWish::kGoOn) return true;
    if (wish == RecoveryWish::kLeave) return !state.done.empty();
    if (wish == RecoveryWish::kBringBack && !state.running) {
      state.running = true;
      state.failed.clear();
      outcome = std::async(std::launch::async, bring_back);
    }
    window.Wait(kFrame);
    TakeOutcome(state, outcome);
  }
}

}  // namespace kith::ui
