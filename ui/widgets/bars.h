// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "ui/kit.h"

namespace kith::ui {

struct Bar {
  std::string_view label;  ///< below it
  std::string_view tip;    ///< under the pointer
  int value = 0;
};

/// Bars side by side over the width that is left, `height` in pixels with their labels. Every bar has its
/// value above it where there is room.
void Bars(Kit& kit, std::span<const Bar> bars, float height);

}  // namespace kith::ui
