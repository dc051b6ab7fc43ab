// SPDX-License-Identifier: Apache-2.0
#include "flow/program.h"

#include <utility>

#include "flow/update.h"

namespace kith::flow {

Program::Program(Settings settings, Inlets& inlets, Executor& executor, const Clock& clock)
    : inlets_(inlets),
      clock_(clock),
      jobs_(executor, inlets.mailbox),
      state_(InitialState(std::move(settings), clock.Now(), clock.Today())) {}

void Program::Start() {
  for (Effect& effect : StartEffects(state_))
    jobs_.Run(std::move(effect));
}

bool Program::ApplyTime() {
  const Instant now = clock_.Now();
  const std::optional<Instant> deadline = NextDeadline();
  const bool due = (deadline && *deadline <= now) || clock_.Today() != state_.today;
  Apply(Tick{now, clock_.Today()});
  return due;
}

Change Program::Step() {
  Change change = Change::kNothing;
  if (std::optional<Preview> preview = inlets_.preview.Take()) {
    Apply(PreviewArrived{std::move(*preview)});
    change = Change::kPreview;
  }
  if (ApplyTime()) change = Change::kState;
  for (const Action& action : inlets_.mailbox.Drain()) {
    Apply(action);
    change = Change::kState;
  }
  return change;
}

void Program::Dispatch(const Actions& actions) {
  if (!actions.empty()) ApplyTime();
  for (const Action& action : actions)
    Apply(action);
}

std::optional<Instant> Program::NextDeadline() const {
  return flow::NextDeadline(state_);
}

void Program::Apply(const Action& action) {
  for (Effect& effect : Update(state_, action))
    jobs_.Run(std::move(effect));
  inlets_.camera_wanted = WantsCamera(state_);
  inlets_.preview_wanted = WantsPreview(state_);
  inlets_.back_wanted = WantsBack(state_);
}

}  // namespace kith::flow
