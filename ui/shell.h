// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/program.h"
#include "ui/window.h"

namespace kith::ui {

/// Runs the program in the window until somebody closes it: takes what came in, updates, draws. Draws only
/// when something changed, at most 60 times a second, and sleeps else. At a locked kiosk the window can't be
/// closed. Calls program.Start() itself. Main thread.
void Run(Window& window, flow::Program& program);

}  // namespace kith::ui
