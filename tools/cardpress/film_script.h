// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/types.hpp>

#include "tools/cardpress/camera_pose.h"

namespace kith::tools {

/// How things are at one moment of a clip.
struct Moment {
  double at = 0;  ///< seconds
  Pose pose;
  double turned = 0;  ///< degrees that the card is turned over about `pose.tilt_axis`; from 90 on the back is
                      ///< seen
  double glare = 0;   ///< 0 none, 1 in full over the print
  double defocus = 0;  ///< pixels
};

struct Seconds {
  double begin = 0;
  double end = 0;
};

/// What happens in a clip: key moments with smooth movement from one to the next; before the first and after
/// the last one there is no card.
struct FilmScript {
  std::vector<Moment> keys;
  double length = 0;          ///< seconds
  std::vector<Seconds> held;  ///< still, near, sharp and without glare: of the front, then maybe of the back
  std::vector<std::string> parts;  ///< "wave", "far", "glare", "focus", "flip"
  double tremble = 0;              ///< pixels
  std::uint64_t seed = 0;          ///< of the tremble
};

/// A hand brings a card in, often waves it about or stops too far away, holds it, sometimes first with glare
/// over the print or while the camera still looks for the focus, maybe turns it over and holds it again, and
/// takes it away.
FilmScript WriteScript(Rng& rng, cv::Size2d card_mm, cv::Size picture, bool two_sided);

/// nullopt while there is no card.
std::optional<Moment> MomentAt(const FilmScript& script, double seconds);

}  // namespace kith::tools
