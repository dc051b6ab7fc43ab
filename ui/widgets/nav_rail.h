// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

namespace kith::ui {

inline constexpr float kNavRailWidth = 112;  ///< in units

/// The way between screens, on the left. For a guest only the way in for the host.
void DrawNavRail(Kit& kit, const flow::AppState& state, LockForm& lock, flow::Actions& actions);

}  // namespace kith::ui
