// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

namespace kith::ui {

/// The whole picture for one state, in the current ImGui frame: navigation, the screen, notices, keys.
void DrawFace(Kit& kit, const flow::AppState& state, Forms& forms, flow::Actions& actions);

}  // namespace kith::ui
