// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/geometry.h"
#include "core/time.h"

namespace kith::capture {

/// Tells whether a card that was captured was turned over since, from where its outline was seen in each
/// frame. Two people's cards in quick succession must never become one capture, so all of this is asked for:
/// - the outline stayed in its place: none that moves was seen anywhere else (a sheet on the table may be);
/// - it was never gone for longer than a card is seen edge on;
/// - it narrowed as a leaning card does: shorter across, with one end nearer than the other. A card that is
///   slid away, or another one that is laid upon it, keeps its shape;
/// - and it ended as large as it was.
/// A card that is taken out of the picture, turned there and brought back counts as another one.
class TurnOver {
 public:
  /// The front was captured, or is still seen, there.
  void Front(const Quad& corners, Instant at);
  /// What was found in a frame after that.
  void See(const std::optional<Quad>& corners, Instant at);
  /// Whether the card that lies still there now is the other side of the front.
  bool WasTurned(const Quad& corners, Instant at) const;
  /// Where a back is to be looked for; nullopt while the front is seen, and when what was seen since rules
  /// out that it is being turned.
  std::optional<Quad> Awaited(Instant at) const;
  /// Whether a back may still follow.
  bool HasFront() const { return front_.has_value(); }
  /// There is no front any more whose back may follow.
  void Forget();

 private:
  struct FrontSide {
    Instant at;
    Quad corners;
  };

  /// What was seen since the front.
  struct Sights {
    bool any_frame = false;
    Instant near_at{};              ///< when an outline was last in its place
    std::optional<Quad> elsewhere;  ///< the last one that wasn't
    bool leant = false;
    bool ruled_out = false;  ///< that the card is being turned over
  };

  std::optional<FrontSide> front_;
  Sights since_;
};

}  // namespace kith::capture
