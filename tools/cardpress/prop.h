// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/camera_pose.h"
#include "tools/cardpress/card_design.h"
#include "tools/cardpress/random.h"

namespace kith::tools {

/// Something that lies or stands where cards are shown and is no card: a phone, a book, a sheet of paper. Its
/// upper face is described as a card is.
struct Prop {
  CardDesign face;
  double radius = 0;     ///< of its corners, millimetres
  double thickness = 0;  ///< millimetres
  Ink side;              ///< the colour of its edge
  bool leaves = false;   ///< the pages of a book show at its edge
};

Prop MakePhone(Rng& rng);
/// The lower half of a laptop, or a keyboard.
Prop MakeKeyboard(Rng& rng);
/// A screen that stands upright, windows on it.
Prop MakeMonitor(Rng& rng);
Prop MakeCoaster(Rng& rng);
/// A printed sheet of office paper: a letter, a table, columns, nothing.
Prop MakeSheet(Rng& rng);
Prop MakeEnvelope(Rng& rng);
Prop MakeBook(Rng& rng);
/// Closed with a band, or open and spiral-bound.
Prop MakeNotebook(Rng& rng);

/// Lays a prop with its edge and its shadow into a picture; `pose.share` is of the prop's diagonal. It may
/// reach out of the picture. `shadow` is false for what stands or hangs.
void LayProp(const Prop& prop, const Pose& pose, Rng& rng, cv::Mat& picture, bool shadow = true);

/// A rectangle with round corners.
Shape RoundedRectangle(Area area, double radius, Ink ink, double opacity = 1);

/// Words without meaning, about `letters` long, the first in upper case.
std::string Prose(Rng& rng, int letters);

/// A colour of things that are made by the thousand: mostly muted, sometimes loud.
Ink PropInk(Rng& rng);

}  // namespace kith::tools
