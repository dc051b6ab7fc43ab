// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.h"
#include "app/finding.h"
#include "core/clock.h"

/// Checks of the machine and of what Kith needs on it, for `kith doctor` and for the window.
namespace kith::app {

Finding CheckLanguageData(const Config& config);
Finding CheckSecondReader();
/// That it can be opened and written.
Finding CheckStore(const Config& config);
/// Of the disk that the store is on.
Finding CheckDiskSpace(const Config& config);
/// Whether there is one of today.
Finding CheckBackup(const Config& config, Day today);
Finding CheckPin(const Config& config);
/// Whether the machine's clock and time zone can be right.
Finding CheckClock(const Config& config);

}  // namespace kith::app
