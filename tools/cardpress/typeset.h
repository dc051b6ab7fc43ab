// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/geometry.h"
#include "core/image.h"
#include "core/result.h"
#include "tools/cardpress/card_design.h"

namespace kith::tools {

/// A run where it was printed.
struct PrintedRun {
  ValueRef value;
  std::string text;
  Area ink;  ///< the smallest box around the letters, millimetres
};

struct PrintedCard {
  Image image;  ///< BGR
  double pixels_per_mm = 1;
  std::vector<PrintedRun> runs;
};

/// Prints a design with Pango and Cairo. The same design gives the same pixels on machines with the same
/// fonts. Fails with kInvalidInput if a text had to be set smaller than 5.5 points to fit its area: the
/// design is too full for this person. Not thread-safe (Pango's default font map).
Result<PrintedCard> PrintCard(const CardDesign& design, double pixels_per_mm);

}  // namespace kith::tools
