// SPDX-License-Identifier: Apache-2.0
#include "ui/shell.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace kith::ui {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::microseconds kFrame{16667};
/// The clock on the wall may be set, and days end: look again now and then, without drawing.
constexpr milliseconds kLongestSleep{1000};

milliseconds UntilDeadline(const flow::Program& program) {
  const std::optional<Instant> deadline = program.NextDeadline();
  if (!deadline) return kLongestSleep;
  const milliseconds left = *deadline - program.state().now;
  return std::clamp(left, milliseconds(1), kLongestSleep);
}

milliseconds UntilNextFrame(SteadyClock::time_point last_frame) {
  const auto left = last_frame + kFrame - SteadyClock::now();
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(left));
}

}  // namespace

void Run(Window& window, flow::Program& program) {
  program.Start();
  bool changed = true;
  SteadyClock::time_point last_frame{};
  while (!program.state().closing) {
    window.Wait(changed ? UntilNextFrame(last_frame) : UntilDeadline(program));
    flow::Actions actions;
    if (window.TakeInput()) {
      actions.push_back(flow::PersonIsThere{});
      changed = true;
    }
    if (window.TakeCloseRequest()) actions.push_back(flow::CloseProgram{});
    program.Dispatch(actions);
    changed |= program.Step() || window.NeedsAnotherFrame();
    if (!changed || UntilNextFrame(last_frame) > milliseconds(0)) continue;
    last_frame = SteadyClock::now();
    actions.clear();
    window.Draw(program.state(), actions);
    changed = !actions.empty();
    program.Dispatch(actions);
  }
}

}  // namespace kith::ui
