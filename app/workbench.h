// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/running_config.h"
#include "flow/ports.h"

namespace kith::app {

/// The real adapters for a worker thread of the window: its own connection to the store, its own Tesseract.
/// They are outdated once the configuration was changed.
flow::WorkbenchFactory MakeWorkbenchFactory(const std::shared_ptr<RunningConfig>& running);

}  // namespace kith::app
