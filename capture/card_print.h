// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

/// What is printed on a card, for telling whether two card images show the same side of the same card: small
/// enough to keep, fine enough to tell the cards of two people of one firm apart.
class CardPrint {
 public:
  CardPrint() = default;
  /// `card`: an 8UC1 card image with its long sides horizontal, either way up.
  explicit CardPrint(const cv::Mat& card);

  /// The same side of the same card, whichever way up and however lit. Patches of print are looked for where
  /// they should be, give or take what the corners may be off: a few are missing where fingers or glare lie;
  /// another name, number and address leave many without a match, though logo and layout are the same.
  bool IsSameAs(const CardPrint& other) const;

  /// The share of patches of this print, 0 to 1, that are found on the other; the better way up.
  double ShareFound(const CardPrint& other) const;

 private:
  cv::Mat print_;                ///< 8UC1, kPrintSize
  std::vector<cv::Mat> turned_;  ///< 180 degrees; of nearly square cards the quarter turns too
  cv::Mat rough_;                ///< 32FC1, normalized
};

/// A few pixels of what lies inside of the corners, without its lightness and contrast (32FC1). Much cheaper
/// than a CardPrint: tells whether something changed there, not whose card it is.
cv::Mat RoughLook(const Image& frame, const Quad& corners);
/// The correlation of two looks, -1 to 1.
double LookLikeness(const cv::Mat& a, const cv::Mat& b);

}  // namespace kith::capture
