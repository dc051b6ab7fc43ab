// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <deque>
#include <optional>

#include "core/geometry.h"
#include "core/image.h"
#include "core/time.h"

namespace kith::capture {

/// What the person in front of the camera should do.
enum class Hint {
  kShowCard,   ///< no card in the picture
  kCloser,     ///< too small to be read
  kHoldStill,  ///< seen, but still moving
  kMoreLight,  ///< too dark
  kTooBlurry,  ///< steady but out of focus: further away, or wipe the lens
  kGot,        ///< captured; take it away
};

struct Observation {
  std::optional<Quad> corners;  ///< of the card in this frame, for drawing its outline
  Hint hint = Hint::kShowCard;
  std::optional<Image> card;  ///< set once a visit of a card: the card image to keep
};

/// Decides when a card that is held to the camera is captured: when it was steady for half a second, is
/// large, bright and sharp enough. Then the sharpest of those frames is taken. The same card is captured
/// again only after it left the picture; another card (exchanged in a quick move) is taken at once. Owned and
/// called by the capture thread. Time comes from the caller.
class CardWatcher {
 public:
  Observation Observe(const Image& frame, Instant at);

 private:
  struct Sighting {
    Instant at;
    Quad corners;
    double sharpness;
    Image frame;
  };
  /// A card in a few numbers, for telling whether it is still the same one.
  using Descriptor = std::array<float, 16 * 9>;

  static Descriptor Describe(const Image& card);
  static double Likeness(const Descriptor& a, const Descriptor& b);
  void Forget();
  bool IsSteady(Instant at) const;
  Observation ObserveNothing(Instant at);

  std::deque<Sighting> sightings_;      // of the last half second without a jump
  std::optional<Descriptor> captured_;  // the card that was taken and hasn't left yet
  std::optional<Instant> last_seen_;
};

}  // namespace kith::capture
