// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

/// The parts of the screen of events. Not for other folders.
namespace kith::ui {

/// The selected event, with its numbers.
void DrawEventPane(Kit& kit, const flow::AppState& state, const flow::KnownEvent& known, EventsForm& form,
                   flow::Actions& actions);
/// An event as it is being edited.
void DrawEventForm(Kit& kit, const flow::EventsState& events, EventsForm& form, flow::Actions& actions);
/// The events, and how long what belongs to the chosen one is kept.
void DrawKeeping(Kit& kit, const flow::KeepingState& keeping, Day today, KeepingForm& form,
                 flow::Actions& actions);
/// What must be right before guests come.
void DrawReady(Kit& kit, const flow::AppState& state, EventsForm& form, flow::Actions& actions);

}  // namespace kith::ui
