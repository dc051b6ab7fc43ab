// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "capture/hint.h"
#include "core/geometry.h"
#include "core/image.h"
#include "core/time.h"

namespace kith::capture {

/// A card image to keep.
struct CapturedCard {
  Image image;
  Quad corners = {};      ///< where it was cut out of a frame, which may be one of those before
  bool is_back = false;   ///< of the card that was captured last
  bool together = false;  ///< held up beside the card that was captured last
};

struct Observation {
  std::optional<Quad> corners;  ///< of the card in this frame, for drawing its outline
  Hint hint = Hint::kShowCard;
  std::optional<CapturedCard> card;  ///< set once for each side of a card that is shown
};

/// The gate: decides when a card that is held to the camera is captured. It must lie whole inside of the
/// frame, large, steady (in its place and in what it shows) for a third of a second, bright, sharp and
/// without glare over print; the sharpest of the steady frames is taken. (One frame: whether several fused
/// read better wasn't measured.) Glare that doesn't go away is accepted after a while: some designs look like
/// it, and a person checks what was read. What has no text as cards have it (PrintedText) isn't captured; it
/// is looked at again soon, and the more seldom the longer it is seen.
///
/// A card that stays, or comes back within RecentCards::kRemembered, isn't captured again. When it was turned
/// over where it was held (TurnOver says how that is told), the other side is captured as its back, also when
/// nothing but a sign is on it (FindBack).
///
/// Of two cards that are held up together, alike in size and with no third one beside them, the second is
/// captured right after the first and said to be together with it, if both lay in the picture when the first
/// was captured and the second, too, passes all that is asked for within a few seconds, while the first is
/// still there.
///
/// Owned and called by the capture thread. Time comes from the caller; while nobody calls, it stands still,
/// so a card that lies there all through a review is still known afterwards.
class CardWatcher {
 public:
  enum class Wanted { kCards, kOnlyBack };

  CardWatcher();
  ~CardWatcher();

  /// kOnlyBack: nothing but the back of the card that was captured last is captured.
  Observation Observe(const Image& frame, Instant at, Wanted wanted = Wanted::kCards);

 private:
  class Gate;
  std::unique_ptr<Gate> gate_;
};

}  // namespace kith::capture
