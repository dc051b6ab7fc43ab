// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flow/action.h"
#include "flow/state.h"
#include "ui/kit.h"

namespace kith::ui {

/// Messages at the lower right edge, over everything else, the newest lowest.
void DrawNotices(Kit& kit, const std::vector<flow::Notice>& notices, flow::Actions& actions);

/// "Still there?": covers the screen of a guest who may have left.
void DrawIdleWarning(Kit& kit, int seconds_left, flow::Actions& actions);

}  // namespace kith::ui
