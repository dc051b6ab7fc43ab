// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/state.h"

namespace kith::ui::test {

/// The screen of settings of a machine with two webcams.
flow::AppState WithSettings(flow::AppState state, flow::SettingsTab tab);
/// A stream was chosen that gives no picture.
flow::AppState WithBrokenCamera(flow::AppState state);
/// The first start on a machine without a camera.
flow::AppState WithoutCamera(flow::AppState state);
/// What the command line said.
flow::AppState WithFlags(flow::AppState state);
flow::AppState WithPin(flow::AppState state);
/// An encrypted backup is being made.
flow::AppState WithBackupRunning(flow::AppState state);

}  // namespace kith::ui::test
