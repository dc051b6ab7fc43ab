// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/host_card.h"
#include "ui/kit.h"

namespace kith::ui {

/// A code with its margin, black on white whatever the theme, in the middle of the line and as large as
/// `room` pixels allow: every square is the same whole number of pixels. Takes its room.
void QrCodeRow(const QrCode& code, float room);

}  // namespace kith::ui
