// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "flow/action.h"
#include "flow/state.h"
#include "ui/kit.h"

namespace kith::ui {

/// Messages at the lower right edge, over everything else, the newest lowest.
void DrawNotices(Kit& kit, const std::vector<flow::Notice>& notices, flow::Actions& actions);

}  // namespace kith::ui
