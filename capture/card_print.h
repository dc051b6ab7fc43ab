// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "core/image.h"

namespace kith::capture {

/// How the print of two card images compares, once one is laid upon the other. The first two are shares of
/// the places that were compared: those with print in either image, but for those under glare.
struct PrintMatch {
  double same = 0;
  double other = 0;     ///< another print or none, but for what reaches in from the edge, as fingers do
  double compared = 0;  ///< share of the card that was compared
};

/// What is printed on a card, for telling whether two card images show the same side of the same card: small
/// enough to keep, fine enough to tell the cards of two people of one firm apart.
class CardPrint {
 public:
  CardPrint() = default;
  /// `card`: an 8UC1 card image with its long sides horizontal, either way up.
  explicit CardPrint(const cv::Mat& card);

  /// What speaks for it beside the print.
  enum class Doubt {
    kItCame,    ///< nothing
    kItStayed,  ///< it was seen without a gap where the other one was: only clearly other print counts
  };

  /// The same side of the same card, whichever way up and however lit. Another name, number and address are
  /// other print, though logo and layout are the same.
  bool IsSameAs(const CardPrint& other, Doubt doubt = Doubt::kItCame) const;

  /// Laid upon each other the way that fits best.
  PrintMatch MatchOn(const CardPrint& other) const;

 private:
  /// Print as it lies one way up.
  struct Way {
    cv::Mat detail;  ///< 32FC1, kPrintSize: what is thin; light and shade are taken away
    cv::Mat hidden;  ///< 8UC1, 255 under glare
    cv::Mat white;   ///< 8UC1, 255 where all around is as bright as the camera sees: print may be under it
  };

  std::vector<Way>
      ways_;  ///< as given and turned by 180 degrees; of nearly square cards by quarter turns too
};

/// A few pixels of what lies inside of the corners, without its lightness and contrast (32FC1). Much cheaper
/// than a CardPrint: tells whether something changed there, not whose card it is.
cv::Mat RoughLook(const Image& frame, const Quad& corners);
/// The correlation of two looks, -1 to 1.
double LookLikeness(const cv::Mat& a, const cv::Mat& b);

}  // namespace kith::capture
