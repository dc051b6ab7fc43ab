// SPDX-License-Identifier: Apache-2.0
#include "capture/back_finder.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "capture/corner_refiner.h"
#include "capture/quad.h"
#include "capture/quad_candidates.h"
#include "capture/quad_evidence.h"
#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

constexpr double kLeastOdds = -3;  // as a logarithm: a confidence of 0.05
constexpr double kForSteepness = 4;
constexpr double kNear = 0.2;        // of the diagonal, between centres
constexpr double kOtherSize = 0.12;  // people turn it in their hand
constexpr double kOtherAspect = 0.08;
constexpr double kTurned = 20;  // degrees

bool MayBeBackOf(const Quad& quad, const Quad& front) {
  return Distance(Centre(quad), Centre(front)) < kNear * Diagonal(front) &&
         std::abs(Diagonal(quad) / Diagonal(front) - 1) < kOtherSize &&
         std::abs(AspectRatio(quad) / AspectRatio(front) - 1) < kOtherAspect &&
         AngleBetween(LineThrough(quad[0], quad[1]), LineThrough(front[0], front[1])) < kTurned;
}

}  // namespace

std::optional<Quad> FindBack(const Image& frame, const Quad& front) {
  constexpr double kStep = 2;     // pixels between samples
  constexpr double kReach = 2.0;  // pixels of the work picture
  if (frame.empty()) return std::nullopt;
  const WorkPicture work = MakeWorkPicture(frame);
  const double trust = TableTrust(work);
  const Quad expected = InOrder(Scaled(front, 1 / work.scale));
  const double smallest = 0.5 * Area(expected) / work.size().area();
  std::vector<Quad> quads = QuadsFromRegions(work, smallest);
  const std::vector<Quad> from_lines = QuadsFromLines(FindLines(work), work.size(), smallest);
  quads.insert(quads.end(), from_lines.begin(), from_lines.end());
  double best = -1e9;
  std::optional<Quad> found;
  for (const Quad& any : quads) {
    const Quad quad = InOrder(any);
    if (!MayBeBackOf(quad, expected)) continue;
    const Evidence evidence = Weigh(work, quad, kStep);
    const double confidence = evidence.Confidence(trust);
    const double odds = std::log(confidence / (1 - confidence));
    // Of nearly equal ones the one with the steepest sides: a grain of the table is softer than a card.
    if (odds < kLeastOdds || odds + kForSteepness * evidence.steepness < best) continue;
    best = odds + kForSteepness * evidence.steepness;
    found = quad;
  }
  if (!found) return std::nullopt;
  return InOrder(
      RefineCorners(imaging::ViewAsMat(frame), Scaled(*found, work.scale), std::max(3.0, kReach * work.scale))
          .corners);
}

}  // namespace kith::capture
