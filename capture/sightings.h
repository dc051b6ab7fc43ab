// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <optional>

#include <opencv2/core/mat.hpp>

#include "capture/quad.h"
#include "core/image.h"
#include "core/time.h"

namespace kith::capture {

/// A card as one frame shows it.
struct SeenCard {
  Quad corners;
  double confidence = 0;      ///< FoundCard::confidence
  bool only_as_back = false;  ///< nothing but that a front was there says that it is a card
  Image foreground = {};      ///< see FoundCard::foreground
};

/// One card in the frames of the last third of a second, as long as it doesn't jump.
class Sightings {
 public:
  struct Sighting {
    Instant at;
    SeenCard seen;
    Image frame;
    cv::Mat look;                          ///< see RoughLook
    std::optional<double> sharpness = {};  ///< once it was measured
    double light = 0;                      ///< measured with the sharpness
    bool shines = false;                   ///< glare over print, measured with the sharpness
  };

  /// False if it jumped: it is being moved, or it is another card, and what was seen before is forgotten.
  bool Add(const Image& frame, const SeenCard& seen, Instant at);
  void Clear() { sightings_.clear(); }
  bool empty() const { return sightings_.empty(); }
  const Sighting& first() const { return sightings_.front(); }
  const Sighting& last() const { return sightings_.back(); }

  /// In its place and in what it shows, for the whole span.
  bool IsSteady(Instant at) const;
  /// Of those that are as the last one; without glare, if there is such a one. Not while it is empty.
  const Sighting& Sharpest();
  /// Asked after Sharpest, which measures: whether both of the last two are sharper than all of the first
  /// half.
  bool IsGettingSharper() const;
  /// More than once: a single frame may be told wrongly, the more so the fainter the glare.
  bool IsShining() const;

 private:
  bool IsAsLast(const Sighting& sighting) const;

  std::deque<Sighting> sightings_;
};

/// Two looks at a card that lies still are at least this alike, whatever the noise.
inline constexpr double kSameLook = 0.93;

}  // namespace kith::capture
