// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "flow/ports.h"

namespace kith::app {

/// The real adapters for a worker thread of the window: its own connection to the store, its own Tesseract.
flow::WorkbenchFactory MakeWorkbenchFactory(const Config& config);

}  // namespace kith::app
