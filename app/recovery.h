// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "ui/window.h"

namespace kith::app {

/// Shows that the database is damaged, and offers the newest good backup together with what can still be
/// read. True: a person took the offer, and the store can be opened again. Nobody may have it open.
bool OfferRecovery(ui::Window& window, const Config& config);

}  // namespace kith::app
