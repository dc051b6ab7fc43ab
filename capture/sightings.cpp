// SPDX-License-Identifier: Apache-2.0
#include "capture/sightings.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "capture/card_print.h"
#include "capture/glare.h"
#include "capture/print_quality.h"
#include "capture/rectify.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr auto kSteadyFor = 300ms;
constexpr double kMostMotion = 0.012;   // of the card's diagonal, over the whole of kSteadyFor
constexpr double kMostlySteady = 0.75;  // of the sightings: a finger makes a corner jump now and then
constexpr double kJump = 0.06;          // further than this it is being moved, or another card
constexpr double kSharper = 1.06;       // than at the begin of the span: the focus still moves
constexpr double kMostGlare = 0.004;    // of the card; see FindGlare

}  // namespace

bool Sightings::Add(const Image& frame, const SeenCard& seen, Instant at) {
  const bool jumped =
      !sightings_.empty() && CornerError(seen.corners, sightings_.back().seen.corners) > kJump;
  if (jumped) sightings_.clear();
  sightings_.push_back({at, seen, frame, RoughLook(frame, seen.corners)});
  // One sighting older than the span stays, so that the span is known to be covered.
  while (sightings_.size() > 1 && at - sightings_[1].at >= kSteadyFor)
    sightings_.pop_front();
  return !jumped;
}

bool Sightings::IsAsLast(const Sighting& sighting) const {
  const Sighting& last = sightings_.back();
  return CornerError(sighting.seen.corners, last.seen.corners) < kMostMotion &&
         LookLikeness(sighting.look, last.look) > kSameLook;
}

bool Sightings::IsSteady(Instant at) const {
  if (sightings_.empty() || at - sightings_.front().at < kSteadyFor) return false;
  const auto steady =
      std::ranges::count_if(sightings_, [&](const Sighting& sighting) { return IsAsLast(sighting); });
  return static_cast<double>(steady) >= kMostlySteady * static_cast<double>(sightings_.size());
}

const Sightings::Sighting& Sightings::Sharpest() {
  for (Sighting& sighting : sightings_) {
    if (sighting.sharpness) continue;
    const Image image = RectifyGray(sighting.frame, sighting.seen.corners);
    const cv::Mat card = imaging::ViewAsMat(image);
    sighting.sharpness = Sharpness(card);
    sighting.light = Light(card);
    sighting.shines = FindGlare(card).over_print > kMostGlare;
  }
  return *std::ranges::max_element(sightings_, {}, [&](const Sighting& sighting) {
    return IsAsLast(sighting) ? *sighting.sharpness + (sighting.shines ? 0 : 1) : 0;
  });
}

bool Sightings::IsShining() const {
  return std::ranges::count_if(sightings_, &Sighting::shines) > 1;
}

bool Sightings::IsGettingSharper() const {
  if (sightings_.size() < 4) return false;
  const auto half = sightings_.begin() + static_cast<std::ptrdiff_t>(sightings_.size() / 2);
  const double before = *std::ranges::max_element(sightings_.begin(), half, {}, [](const Sighting& s) {
                           return *s.sharpness;
                         })->sharpness;
  return std::min(*sightings_.back().sharpness, *std::prev(sightings_.end(), 2)->sharpness) >
         kSharper * before;
}

}  // namespace kith::capture
