// SPDX-License-Identifier: Apache-2.0
#include "ui/shell.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "flow/update.h"

namespace kith::ui {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::microseconds kFrameTime{16667};
/// Dear ImGui shows a new window in its second frame, and needs another until hovering and sizes have
/// settled.
constexpr int kSettlingFrames = 3;
/// The clock on the wall may be set, and days end: look again now and then, without drawing.
constexpr milliseconds kLongestSleep{1000};

milliseconds UntilDeadline(const flow::Program& program) {
  const std::optional<Instant> deadline = program.NextDeadline();
  if (!deadline) return kLongestSleep;
  const milliseconds left = *deadline - program.state().now;
  return std::clamp(left, milliseconds(1), kLongestSleep);
}

milliseconds UntilNextFrame(SteadyClock::time_point last_frame) {
  const auto left = last_frame + kFrameTime - SteadyClock::now();
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(left));
}

int FramesFor(flow::Change change) {
  switch (change) {
    case flow::Change::kNothing:
      return 0;
    case flow::Change::kPreview:
      return 1;
    case flow::Change::kState:
      break;
  }
  return kSettlingFrames;
}

/// So long the next frame waits for the one that says "Got it", which it would hold up.
class Patience {
 public:
  /// How much longer; 0: there is nothing to wait for.
  milliseconds Left(const flow::AppState& state, SteadyClock::time_point now) {
    constexpr milliseconds kMost{50};
    const bool storing = flow::IsStoringCard(state);
    if (storing && !storing_) until_ = now + kMost;
    storing_ = storing;
    return storing ? std::max(milliseconds(0), std::chrono::ceil<milliseconds>(until_ - now))
                   : milliseconds(0);
  }

 private:
  bool storing_ = false;
  SteadyClock::time_point until_{};
};

}  // namespace

void Run(Window& window, flow::Program& program,
         const std::function<void(std::chrono::nanoseconds)>& after_frame) {
  program.Start();
  int frames_to_draw = kSettlingFrames;
  // What was pressed just before somebody left still counts: that takes the screen some frames to see.
  std::optional<int> frames_to_leave;
  SteadyClock::time_point last_frame{};
  Patience patience;
  const auto until_next_frame = [&] {
    return std::max(UntilNextFrame(last_frame), patience.Left(program.state(), SteadyClock::now()));
  };
  // A setting that is changed while another one is being written is written after it.
  while (!program.state().closing || program.state().settings_screen.keeping) {
    window.Wait(frames_to_draw > 0 ? until_next_frame() : UntilDeadline(program));
    const SteadyClock::time_point awake = SteadyClock::now();
    if (window.TakeInput()) {
      // The page that asks whether somebody is there stays until the press is over, which would else go to
      // what lies behind it.
      if (!flow::SecondsUntilReset(program.state())) program.Dispatch({flow::PersonIsThere{}});
      frames_to_draw = kSettlingFrames;
    }
    if (std::vector<std::filesystem::path> files = window.TakeDroppedFiles(); !files.empty())
      program.Dispatch({flow::ImportFiles{std::move(files)}});
    if (window.TakeCloseRequest()) {
      frames_to_leave = kSettlingFrames;
      frames_to_draw = kSettlingFrames;
    }
    frames_to_draw = std::max(frames_to_draw, FramesFor(program.Step()));
    if (frames_to_draw == 0 || until_next_frame() > milliseconds(0)) continue;
    last_frame = SteadyClock::now();
    flow::Actions actions;
    window.Draw(program.state(), actions);
    if (frames_to_leave && --*frames_to_leave == 0) {
      actions.push_back(flow::CloseProgram{});
      frames_to_leave.reset();
    }
    program.Dispatch(actions);
    if (after_frame) after_frame(SteadyClock::now() - awake);
    const bool again = !actions.empty() || window.LacksLetters();
    frames_to_draw = again ? kSettlingFrames : frames_to_draw - 1;
  }
}

}  // namespace kith::ui
