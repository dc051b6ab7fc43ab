// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry.h"
#include "core/image.h"
#include "ui/kit.h"

namespace kith::ui {

/// A rectangle on the screen, in pixels.
struct Area {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

/// The largest area of that shape in the middle of `room`.
Area FitInto(const Area& room, int width, int height);

/// Draws the whole picture there. `rounding` in units.
void DrawPicture(Kit& kit, const Image& image, const Area& area, float rounding,
                 PictureKind kind = PictureKind::kStill);
/// As a mirror shows it.
void DrawMirrored(Kit& kit, const Image& image, const Area& area, float rounding, PictureKind kind);

/// Takes room for a picture as wide as the line allows and at most `max_height` pixels high, and draws it.
Area PictureRow(Kit& kit, const Image& image, float max_height);

/// The piece of a card around a box, at most that large (pixels), enlarged where it is small. Takes its room.
void CropRow(Kit& kit, const Image& card, const Box& box, float max_width, float max_height);

/// Where a box of the picture that is drawn in `area` is on the screen.
Area PlaceOnScreen(const Image& image, const Area& area, const Box& box);

/// Outlines a box of the picture that is drawn in `area`.
void OutlineBox(Kit& kit, const Image& image, const Area& area, const Box& box);

/// Outlines a card on the picture that is drawn, mirrored or not, in `area`, and gives the box around it.
/// `width` of the line in units.
Area OutlineQuad(Kit& kit, const Image& image, const Quad& quad, const Area& area, bool mirrored,
                 float width);

}  // namespace kith::ui
