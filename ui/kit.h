// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fonts.h"
#include "ui/sizes.h"
#include "ui/textures.h"

namespace kith::ui {

/// What every view needs in order to draw. Lengths in the views are units (ui/sizes.h).
struct Kit {
  Fonts& fonts;
  Textures& textures;
  Sizes sizes = {};
  float touch = 0;  ///< in pixels: nothing that is pressed is lower

  float Px(float units) const { return units * fonts.scale(); }
  float Mm(float millimetres) const { return millimetres * sizes.pixels_per_mm; }
  /// The height in pixels of something to press with one line of text in it, of that many units where text is
  /// of the usual size: larger text makes it only as high as it has to be.
  float High(float units) const;
};

}  // namespace kith::ui
