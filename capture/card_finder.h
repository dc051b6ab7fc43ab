// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

struct FinderOptions {
  /// A scan or a design is the card itself. Never so for what a camera sees.
  bool may_be_whole_picture = true;
  /// Looks at several sizes of the picture and takes what they agree on: four times the time, and half of the
  /// cards that one size misses. For what is seen once; of a camera the next frame comes anyway.
  bool several_sizes = true;
  /// Smallest share of the picture that a card takes.
  double smallest_area = 0.012;
  /// Log odds that what is inside of the outline must have at least (CardLikeness). The one given keeps
  /// nearly every card; what a camera sees all day asks for more.
  double least_likeness = kKeepsCards;

  static constexpr double kKeepsCards = -1;
  static constexpr double kAvoidsOthers = -0.25;

  static constexpr FinderOptions OfCamera(double least_likeness = kKeepsCards) {
    return {.may_be_whole_picture = false, .several_sizes = false, .least_likeness = least_likeness};
  }
};

/// A card in a frame. Corners are clockwise; corners[0] is the one nearest to the top left of the card as it
/// lies, long sides horizontal or as near as they come. Which way the text runs is decided by reading it.
struct FoundCard {
  Quad corners{};
  double confidence = 0;       ///< 0 to 1
  double likeness = 0;         ///< log odds of what is inside, as FinderOptions::least_likeness has them
  bool whole_picture = false;  ///< the picture is the card image already; corners are the picture's
};

/// The cards in a picture, best first; empty if there are none (never so if it may be the whole picture).
/// Handles perspective, any rotation, low contrast and partly covered edges. About ten milliseconds for each
/// size that is looked at, independent of the picture's own but for the refinement of the corners. Pure; safe
/// from every thread.
std::vector<FoundCard> FindCards(const Image& frame, const FinderOptions& options = {});

}  // namespace kith::capture
