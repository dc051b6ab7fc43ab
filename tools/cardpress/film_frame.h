// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include "tools/cardpress/film_script.h"
#include "tools/cardpress/lighting.h"
#include "tools/cardpress/typeset.h"

namespace kith::tools {

/// One side of the card that is filmed, and the hand that holds it.
struct FilmedSide {
  PrintedCard print;
  cv::Size2d card_mm;
  std::uint64_t hand = 0;  ///< seed: the same hand in every frame
};

/// What stays the same through a clip.
class FilmSet {
 public:
  /// `shutter`: seconds that a frame is exposed. `gain`: of the light, 1 for a well-lit room.
  FilmSet(const cv::Mat& table, Rng& rng, double shutter, double gain, double noise);

  /// `side` must be the one that is seen: the back if script.turned is beyond 90 degrees.
  cv::Mat Draw(const FilmScript& script, double seconds, const FilmedSide& front, const FilmedSide* back,
               int frame) const;

  cv::Size size() const { return table_.size(); }

 private:
  void AddGlareOver(const FilmedSide& side, const Moment& moment, const cv::Matx33d& picture_from_mm,
                    cv::Mat& picture) const;

  cv::Mat table_;
  cv::Mat light_;  ///< gain of each pixel, 255 for 1
  cv::Mat noise_;  ///< larger than the picture: each frame takes another part
  double shutter_;
  std::uint64_t seed_;
};

/// Where the side that faces the camera is; nullopt when the card is seen edge on.
std::optional<cv::Matx33d> PictureFromMm(const Moment& moment, cv::Size2d card_mm, cv::Size picture);

/// The same hand as in the picture. Returns what it covers of it (CV_8U).
cv::Mat DrawHand(const FilmedSide& side, const cv::Matx33d& picture_from_mm, cv::Mat& picture);

}  // namespace kith::tools
