// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

struct FinderOptions {
  /// At which sizes of the picture cards are looked for: an edge that drowns in grain at one stands out at
  /// another.
  enum class Sizes {
    kAll,    ///< four, and what they agree on: half of the cards that one misses. For what is seen once.
             ///< Where nothing is found so, what they agree on is taken though it convinces less.
    kUsual,  ///< one, the best of them
    kSmall,  ///< one, in 0.7 times the time, that finds one card of 250 less and a few that the usual misses
  };

  /// A scan or a design is the card itself. Never so for what a camera sees.
  bool may_be_whole_picture = true;
  Sizes sizes = Sizes::kAll;
  /// Smallest share of the picture that a card takes.
  double smallest_area = 0.012;
  /// Log odds that what is inside of the outline must have at least (CardLikeness). The one given keeps
  /// nearly every card; what a camera sees all day asks for more. Less will do where nothing else is found
  /// and Sizes::kAll agree.
  double least_likeness = kKeepsCards;

  static constexpr double kKeepsCards = -1;
  static constexpr double kAvoidsOthers = -0.25;

  static constexpr FinderOptions OfCamera(Sizes sizes = Sizes::kUsual, double least_likeness = kKeepsCards) {
    return {.may_be_whole_picture = false, .sizes = sizes, .least_likeness = least_likeness};
  }
};

/// A card in a frame. Corners are clockwise; corners[0] is the one nearest to the top left of the card as it
/// lies, long sides horizontal or as near as they come. Which way the text runs is decided by reading it.
struct FoundCard {
  Quad corners{};
  double confidence = 0;       ///< 0 to 1
  double likeness = 0;         ///< log odds of what is inside, as FinderOptions::least_likeness has them
  bool whole_picture = false;  ///< the picture is the card image already; corners are the picture's
  Image foreground = {};       ///< that it was found in instead of the frame, by CardTracker; see Background
};

/// The cards in a picture, best first; empty if there are none (never so if it may be the whole picture).
/// Handles perspective, any rotation, low contrast and partly covered edges. About ten milliseconds for each
/// size that is looked at, independent of the picture's own but for the refinement of the corners. Pure; safe
/// from every thread.
std::vector<FoundCard> FindCards(const Image& frame, const FinderOptions& options = {});

}  // namespace kith::capture
