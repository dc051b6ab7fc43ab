// SPDX-License-Identifier: Apache-2.0
#include "capture/turn_over.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "capture/quad.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr auto kLongest = 4000ms;    // from the last sight of the front to the back lying still
constexpr auto kEdgeOn = 700ms;      // a card that leans by more than 50 degrees isn't found
constexpr double kSamePlace = 0.28;  // of the diagonal, between centres
constexpr double kNarrower = 0.92;   // shorter across than it was: leans by 23 degrees or more
constexpr double kOneEndNearer = 1.05;
constexpr double kSideKept = 0.22;     // of the side that it is turned about
constexpr double kAnotherSize = 0.25;  // of the diagonal
constexpr double kStays = 0.03;        // of the diagonal
constexpr double kSameSize = 0.18;

/// Side i and the one opposite to it.
struct Sides {
  double first = 0, second = 0;

  double mean() const { return (first + second) / 2; }
  double ratio() const { return std::max(first, second) / std::max(1e-9, std::min(first, second)); }
};

Sides SidesOf(const Quad& quad, std::size_t i) {
  return {Distance(quad[i], quad[(i + 1) % 4]), Distance(quad[(i + 2) % 4], quad[(i + 3) % 4])};
}

/// Turned about the sides `i`: those keep their length but for perspective, the others shorten.
bool LeansAbout(const Quad& quad, const Quad& front, std::size_t i) {
  const Sides kept = SidesOf(quad, i), across = SidesOf(quad, i + 1);
  const double was_kept = SidesOf(front, i).mean(), was_across = SidesOf(front, i + 1).mean();
  return std::abs(kept.mean() / was_kept - 1) < kSideKept && across.mean() < kNarrower * was_across &&
         across.mean() / was_across < 0.95 * kept.mean() / was_kept && kept.ratio() > kOneEndNearer;
}

/// Which side of a quad comes first says nothing: a card that leans may have its long sides the other way.
bool Leans(const Quad& quad, const Quad& front) {
  const Quad other = {quad[1], quad[2], quad[3], quad[0]};
  return LeansAbout(quad, front, 0) || LeansAbout(quad, front, 1) || LeansAbout(other, front, 0) ||
         LeansAbout(other, front, 1);
}

bool IsNear(const Quad& quad, const Quad& front) {
  return Distance(Centre(quad), Centre(front)) <= kSamePlace * Diagonal(front);
}

bool IsAsLarge(const Quad& quad, const Quad& front) {
  return std::abs(Diagonal(quad) / Diagonal(front) - 1) < kSameSize &&
         std::abs(AspectRatio(quad) / AspectRatio(front) - 1) < kSameSize;
}

}  // namespace

void TurnOver::Front(const Quad& corners, Instant at) {
  front_ = FrontSide{at, corners};
  since_ = {};
  since_.near_at = at;
}

void TurnOver::See(const std::optional<Quad>& corners, Instant at) {
  if (!front_) return;
  if (at - front_->at > kLongest) return Forget();
  since_.any_frame = true;
  if (!corners) return;
  if (IsNear(*corners, front_->corners)) {
    if (at - since_.near_at > kEdgeOn) since_.ruled_out = true;
    if (Leans(*corners, front_->corners)) since_.leant = true;
    since_.near_at = at;
  } else if (std::abs(Diagonal(*corners) / Diagonal(front_->corners) - 1) <= kAnotherSize) {
    // A sheet on the table that is seen while the card is edge on has another size or stays where it is.
    if (since_.elsewhere && CornerError(*corners, *since_.elsewhere) > kStays) since_.ruled_out = true;
    since_.elsewhere = corners;
  }
}

void TurnOver::Forget() {
  front_.reset();
  since_ = {};
}

std::optional<Quad> TurnOver::Awaited(Instant at) const {
  if (!front_ || !since_.any_frame || since_.ruled_out || at - since_.near_at > kEdgeOn) return std::nullopt;
  return front_->corners;
}

bool TurnOver::WasTurned(const Quad& corners, Instant at) const {
  return front_ && at - front_->at <= kLongest && IsAsLarge(corners, front_->corners) && since_.leant &&
         !since_.ruled_out;
}

}  // namespace kith::capture
