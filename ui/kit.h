// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fonts.h"
#include "ui/textures.h"

namespace kith::ui {

/// What every view needs in order to draw. Lengths in the views are units: pixels of a 1280x800 screen.
struct Kit {
  Fonts& fonts;
  Textures& textures;

  float Px(float units) const { return units * fonts.scale(); }
};

}  // namespace kith::ui
