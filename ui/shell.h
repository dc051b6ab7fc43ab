// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

#include "flow/program.h"
#include "ui/window.h"

namespace kith::ui {

/// Runs the program in the window until somebody closes it: takes what came in, updates, draws. Draws only
/// when something changed, at most 60 times a second, and sleeps else. At a locked kiosk the window can't be
/// closed. Calls program.Start() itself. Main thread.
/// `after_frame` is told how long each frame took to update and draw.
void Run(Window& window, flow::Program& program,
         const std::function<void(std::chrono::nanoseconds)>& after_frame = {});

}  // namespace kith::ui
