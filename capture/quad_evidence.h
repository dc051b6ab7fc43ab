// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capture/quad.h"
#include "capture/work_picture.h"

namespace kith::capture {

/// What speaks for a quad being the outline of a card. Shares are 0 to 1, of its circumference unless said.
struct Evidence {
  double edge = 0;           ///< has an edge in its direction
  double weakest_edge = 0;   ///< the same, of the two sides that have least
  double contrast = 0;       ///< where inside and outside differ
  double table_outside = 0;  ///< where the outside looks like the table
  double card_inside = 0;    ///< where the inside doesn't look like the table
  double detail = 0;         ///< share of the inside that is edge: print
  double area = 0;           ///< of the picture
  double aspect = 1;

  /// All of it in one number, 0 to 1. `table_trust`: how far the table's colour is known, 0 to 1.
  double Confidence(double table_trust) const;
};

Evidence Weigh(const WorkPicture& work, const Quad& quad);

/// How far to believe WorkPicture::distance, 0 to 1.
double TableTrust(const WorkPicture& work);

}  // namespace kith::capture
