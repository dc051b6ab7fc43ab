// SPDX-License-Identifier: Apache-2.0
#include "capture/card_finder.h"

#include <algorithm>
#include <cmath>

#include "capture/corner_refiner.h"
#include "capture/quad_candidates.h"
#include "capture/quad_evidence.h"
#include "capture/rectify.h"
#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// Below this a quad is a coincidence of edges.
constexpr double kLeastConfidence = 0.62;
/// A quad that takes more than this is the edge of a scan, or a frame printed on it.
constexpr double kMostArea = 0.93;
constexpr std::size_t kMostCards = 8;

struct Candidate {
  Quad quad;
  Evidence evidence;
  double confidence = 0;
};

Point Centre(const Quad& quad) {
  Point centre;
  for (const Point& corner : quad) {
    centre.x += corner.x / 4;
    centre.y += corner.y / 4;
  }
  return centre;
}

bool Overlap(const Quad& a, const Quad& b) {
  return Contains(a, Centre(b)) || Contains(b, Centre(a));
}

std::vector<Candidate> WeighAll(const WorkPicture& work, const FinderOptions& options) {
  std::vector<Quad> quads = QuadsFromRegions(work, options.smallest_area);
  const std::vector<Quad> from_lines = QuadsFromLines(work, options.smallest_area);
  quads.insert(quads.end(), from_lines.begin(), from_lines.end());
  const double trust = TableTrust(work);
  std::vector<Candidate> candidates;
  for (const Quad& quad : quads) {
    const Evidence evidence = Weigh(work, quad);
    if (evidence.area > kMostArea) continue;
    candidates.push_back({quad, evidence, evidence.Confidence(trust)});
  }
  std::ranges::sort(candidates, std::greater<>(), &Candidate::confidence);
  return candidates;
}

/// The best of each place.
std::vector<Candidate> Distinct(const std::vector<Candidate>& candidates) {
  std::vector<Candidate> distinct;
  for (const Candidate& candidate : candidates) {
    if (candidate.confidence < kLeastConfidence || distinct.size() == kMostCards) break;
    const bool taken = std::ranges::any_of(
        distinct, [&](const Candidate& better) { return Overlap(better.quad, candidate.quad); });
    if (!taken) distinct.push_back(candidate);
  }
  return distinct;
}

Quad AtFullSize(const cv::Mat& frame, const WorkPicture& work, const Quad& quad) {
  constexpr double kReach = 2.0;  // pixels of the work picture
  return RefineCorners(frame, Scaled(quad, work.scale), std::max(3.0, kReach * work.scale));
}

}  // namespace

std::vector<FoundCard> FindCards(const Image& frame, const FinderOptions& options) {
  if (frame.empty()) return {};
  const WorkPicture work = MakeWorkPicture(frame);
  std::vector<FoundCard> found;
  for (const Candidate& candidate : Distinct(WeighAll(work, options))) {
    found.push_back(
        {InOrder(AtFullSize(imaging::ViewAsMat(frame), work, candidate.quad)), candidate.confidence, false});
  }
  if (found.empty() && options.may_be_whole_picture) found.push_back({WholePicture(frame), 0.5, true});
  return found;
}

}  // namespace kith::capture
