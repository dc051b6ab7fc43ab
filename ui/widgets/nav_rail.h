// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/kit.h"
#include "ui/widgets/picture.h"

namespace kith::ui {

/// The way between the host's screens: a rail on the left, or, where less than `least_width` pixels would be
/// left beside it, a bar at the top. Gives what it leaves of the window.
Area DrawNavigation(Kit& kit, const flow::AppState& state, float least_width, flow::Actions& actions);

}  // namespace kith::ui
