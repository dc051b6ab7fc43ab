// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>

#include "core/clock.h"
#include "flow/action.h"
#include "flow/executor.h"
#include "flow/job_runner.h"
#include "flow/latest_slot.h"
#include "flow/mailbox.h"
#include "flow/state.h"

namespace kith::flow {

/// What the threads outside the UI thread talk to. Outlives them all.
struct Inlets {
  /// `wake`: as for Mailbox.
  explicit Inlets(const std::function<void()>& wake) : mailbox(wake), preview(wake) {}

  Mailbox<Action> mailbox;
  LatestSlot<Preview> preview;
  /// Whether the camera's picture is on the screen. Nothing is captured while it isn't: a person must see
  /// that it happens.
  std::atomic<bool> camera_wanted = true;
  /// While it isn't: whether the picture is shown all the same, so that the host can set the camera.
  std::atomic<bool> preview_wanted = false;
  /// While it isn't: whether the back of the card that is being reviewed is still of interest.
  std::atomic<bool> back_wanted = false;
};

/// What a step may have changed of what is shown.
enum class Change {
  kNothing,
  kPreview,  ///< only the camera's picture
  kState,
};

/// The program without its face: state, time and jobs held together. Lives on the UI thread.
class Program {
 public:
  /// All outlive the program.
  Program(Settings settings, Inlets& inlets, Executor& executor, const Clock& clock);

  /// Once, before the first Step.
  void Start();
  /// Takes what came in since the last call, and what time has changed.
  Change Step();
  /// What a person wants, at once.
  void Dispatch(const Actions& actions);

  const AppState& state() const { return state_; }
  /// When Step has something to do even if nothing comes in; nullopt: never.
  std::optional<Instant> NextDeadline() const;

 private:
  void Apply(const Action& action);
  bool ApplyTime();

  Inlets& inlets_;
  const Clock& clock_;
  JobRunner jobs_;
  AppState state_;
};

}  // namespace kith::flow
