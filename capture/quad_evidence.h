// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "capture/quad.h"
#include "capture/work_picture.h"

namespace kith::capture {

/// What speaks for a quad being the outline of a card. Shares are 0 to 1, of its circumference unless said.
struct Evidence {
  double edge = 0;              ///< has an edge in its direction
  double weakest_edge = 0;      ///< the same, of the side that has least
  double weaker_edge = 0;       ///< … of the one that has second least
  double steepness = 0;         ///< how steep that edge is, as a logarithm: a shadow's is soft
  double contrast = 0;          ///< where inside and outside differ
  double weakest_contrast = 0;  ///< the same, of the side that has least
  double overrun = 0;           ///< the share of a little way beyond the corners that has an edge, too
  double polarity = 0;          ///< 1 if the inside is lighter everywhere, or darker; 0 if half and half
  double inside_spread = 0;     ///< deviation of the colour along the inside, 0 to 255
  double outside_spread = 0;    ///< … along the outside
  double table_outside = 0;     ///< where the outside looks like the table
  double card_inside = 0;       ///< where the inside doesn't look like the table
  double detail = 0;            ///< share of the inside that is edge: print
  double area = 0;              ///< of the picture
  double aspect = 1;            ///< longer side over shorter one, as seen
  double odd_shape = 0;  ///< how far it is from a card's, perspective undone, as the logarithm of a ratio
  double skew = 0;       ///< how far it is from a rectangle seen at an angle; see Rectangle

  /// What is weighed; `table_trust`: how far the table's colour is known, 0 to 1.
  static constexpr std::size_t kFeatures = 18;
  static const std::array<const char*, kFeatures> kFeatureNames;
  std::array<double, kFeatures> Features(double table_trust) const;

  /// All of it but the steepness in one number, 0 to 1: enough to tell what is worth a close look.
  double Confidence(double table_trust) const;

  /// The most that Confidence may become with another `detail`.
  double MostConfidence(double table_trust) const;

  /// Log odds of it being the outline of a card rather than something beside or around it, or something else,
  /// with as many of either. Tells the edge of a card from that of its shadow and from a line printed along
  /// it.
  double CloseOdds(double table_trust) const;

  /// Log odds of it being the more exact of two outlines of one card, for the difference of theirs: the other
  /// may have a side on the edge of a shadow or on a line printed along the card's.
  double Exactness(double table_trust) const;
};

/// Looks every `step` pixels along the sides. Without all of it, as soon as it is certain that Confidence
/// will be less than `least_confidence`: it is so of what comes back, too.
Evidence Weigh(const WorkPicture& work, const Quad& quad, double step, double least_confidence = 0);

/// How far to believe WorkPicture::distance, 0 to 1.
double TableTrust(const WorkPicture& work);

}  // namespace kith::capture
