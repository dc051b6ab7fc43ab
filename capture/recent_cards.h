// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <vector>

#include "capture/card_print.h"
#include "core/time.h"

namespace kith::capture {

/// The cards that were captured and seen a short while ago, so that one which stays or comes back isn't
/// captured again. Each side counts as a card of its own.
class RecentCards {
 public:
  /// How long after it was last seen a card counts as new again.
  static constexpr std::chrono::seconds kRemembered{10};

  void Add(CardPrint print, Instant at);
  /// Another card, while the one that was added or recognized last stays where it is.
  void AddBeside(CardPrint print, Instant at);
  /// As Recognize, but nothing is noted.
  bool Knows(const CardPrint& print) const;
  /// Whether this is one of them; if so it was seen now.
  bool Recognize(const CardPrint& print, Instant at);
  /// The same, of a card that was seen without a gap since it was added or recognized last.
  bool RecognizeStaying(const CardPrint& print, Instant at);
  /// The one that was added or recognized last, and what was added beside it, is still in the picture.
  void StillThere(Instant at);

 private:
  struct Card {
    CardPrint print;
    Instant seen;
  };

  void Forget(Instant at);

  std::vector<Card> cards_;  // the last one seen at the end
  bool beside_ = false;      // the last but one is in the picture together with the last one
};

}  // namespace kith::capture
