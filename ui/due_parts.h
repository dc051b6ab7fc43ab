// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/action.h"
#include "flow/state.h"
#include "ui/forms.h"
#include "ui/kit.h"

/// The parts of the screen of what is due. Not for other screens.
namespace kith::ui {

/// The message that is open, to be edited and taken to where one writes; into the room that is left.
void DrawMessageSheet(Kit& kit, const flow::MessageSheet& sheet, DueForm& form, flow::Actions& actions);

void DrawIntroductions(Kit& kit, const flow::DueState& due, flow::Actions& actions);
void DrawEveryone(Kit& kit, const flow::DueState& due);

}  // namespace kith::ui
