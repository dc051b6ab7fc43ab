// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

namespace kith::ui {

/// All that a guest sees at a locked kiosk.
void DrawGuestFace(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions);

/// What a guest typed, when they are gone: in the form, and what Dear ImGui remembers of it.
void ForgetOldGuest(const flow::AppState& state, GuestForm& form);

}  // namespace kith::ui
