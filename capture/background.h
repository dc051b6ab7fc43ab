// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "core/image.h"
#include "core/time.h"

namespace kith::capture {

/// What a camera that stays in its place sees where nobody shows a card. A card as dark as the wood below it
/// has hardly an edge there, but what it covers has changed: its outline shows in the difference.
///
/// For one thread. Time comes from the caller and never goes back.
class Background {
 public:
  /// So long something must lie still to become part of the background, if it wasn't found to be a card.
  static constexpr std::chrono::milliseconds kSettles{5000};

  Background();
  ~Background();

  /// To be called with frames in which no card was found. Learns what they show, but for what covers what
  /// was learned before. Starts anew when nearly all has changed: the camera was moved, or the light.
  void Learn(const Image& frame, Instant at);

  /// The frame, painted over in one colour wherever it shows the background: one unlike what lies before it.
  /// nullopt if nothing as large as a card does, or two frames weren't learned yet.
  std::optional<Image> ForegroundOf(const Image& frame) const;

 private:
  class Model;
  std::unique_ptr<Model> model_;
};

}  // namespace kith::capture
