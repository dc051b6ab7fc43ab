// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tokens.h"

/// Our colours: warm paper, ink, one accent; in the dark the same by lamplight. Text colours have a contrast
/// of at least 4.5:1 on every ground that they are used on (WCAG 2.2, AA); tests/ui/look_test.cpp computes
/// it.
namespace kith::ui {

/// The palette that is shown. As the style of Dear ImGui it belongs to the UI thread.
const Palette& Colors();
/// Shows that one from now on; it must outlive its use.
void UseColors(const Palette& colors);

}  // namespace kith::ui
