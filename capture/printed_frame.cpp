// SPDX-License-Identifier: Apache-2.0
#include "capture/printed_frame.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kith::capture {
namespace {

constexpr double kWidest = 0.055;  // of the card's diagonal: 6 mm

/// How far within `outer` both ends of each side of `inner` are, as a share of the diagonal.
std::array<double, 8> MarginsOf(const Quad& inner, const Quad& outer) {
  const double diagonal = Diagonal(outer);
  std::array<double, 8> margins{};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t next = (i + 1) % 4;
    const Line side = LineThrough(outer[i], outer[next]);
    margins[2 * i] = -side.DistanceTo(inner[i]) / diagonal;
    margins[2 * i + 1] = -side.DistanceTo(inner[next]) / diagonal;
  }
  return margins;
}

}  // namespace

bool MayBeFrameOf(const Quad& frame, const Quad& card) {
  constexpr double kNarrowest = 0.018;   // 2 mm: less may be the width of a shadow
  constexpr double kMostTimesAsFar = 2;  // perspective, and a card cut askew
  const auto [least, most] = std::ranges::minmax(MarginsOf(frame, card));
  return least > kNarrowest && most < kWidest && most < kMostTimesAsFar * least;
}

bool LiesCloselyIn(const Quad& inner, const Quad& outer) {
  constexpr double kOnSide = 0.01;  // as exact as quads are before they are refined
  const auto [least, most] = std::ranges::minmax(MarginsOf(inner, outer));
  return least > -kOnSide && most < kWidest;
}

}  // namespace kith::capture
