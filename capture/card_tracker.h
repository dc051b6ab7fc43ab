// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "capture/card_finder.h"
#include "core/image.h"
#include "core/time.h"

namespace kith::capture {

/// The cards in the frames of a camera, for a small part of what searching each frame costs: a card that was
/// found is followed from frame to frame by its edges, four or the three that are seen, and an empty table
/// that doesn't change is left alone. What decides is always FindCards on a whole frame: at the small size,
/// where that finds nothing the next time at the usual one, and where that finds nothing either, or what
/// hardly convinces, in what lies before the Background that was seen while there was no card, and there from
/// then on while the frame itself doesn't show the same. It is asked when an outline isn't confirmed: an edge
/// has gone, the card moved otherwise than foreseen, or what lies inside of it changed. It is asked at least
/// every kSearchAgain while cards are followed: so long may another one go unnoticed. What it overlooks then,
/// and is confirmed, is followed until kOverlooked after it was found. Where it found none it isn't asked
/// again within kPause; while there has been none for a moment, only every kLookAgain and as soon as the
/// picture changes.
///
/// For one thread. Time comes from the caller and never goes back; after a gap everything is searched anew.
class CardTracker {
 public:
  static constexpr std::chrono::milliseconds kSearchAgain{250};
  static constexpr std::chrono::milliseconds kLookAgain{200};
  static constexpr std::chrono::milliseconds kPause{45};
  static constexpr std::chrono::milliseconds kOverlooked{600};

  CardTracker();
  ~CardTracker();

  /// As FindCards says it of a camera's frame; cards that are followed keep their place in the list.
  std::vector<FoundCard> Find(const Image& frame, Instant at);

  /// What was found isn't a card as a whole, a panel of one maybe: until then it is never searched at the
  /// small size.
  void LookCloselyUntil(Instant at);

  /// How many frames were searched as a whole.
  int searches() const;

 private:
  class Tracks;
  std::unique_ptr<Tracks> tracks_;
};

}  // namespace kith::capture
