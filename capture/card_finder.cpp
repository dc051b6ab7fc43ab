// SPDX-License-Identifier: Apache-2.0
#include "capture/card_finder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "capture/card_likeness.h"
#include "capture/corner_refiner.h"
#include "capture/quad_candidates.h"
#include "capture/quad_evidence.h"
#include "capture/rectify.h"
#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// Below this a quad is a coincidence of edges.
constexpr double kLeastConfidence = 0.5;
/// A quad that takes more than this is the edge of a scan, or a frame printed on it.
constexpr double kMostArea = 0.93;
/// Log odds; keeps 99 of 100 cards and a third of the other things that have a card's outline.
constexpr double kLeastLikeness = -2.2;
constexpr std::size_t kMostCards = 24;

struct Candidate {
  Quad quad;
  Evidence evidence;
  double confidence = 0;
};

bool Overlap(const Quad& a, const Quad& b) {
  return Contains(a, Centre(b)) || Contains(b, Centre(a));
}

std::vector<Candidate> WeighAll(const WorkPicture& work, const std::vector<Quad>& quads, double step) {
  const double trust = TableTrust(work);
  std::vector<Candidate> candidates;
  for (const Quad& quad : quads) {
    const Evidence evidence = Weigh(work, quad, step);
    if (evidence.area > kMostArea) continue;
    candidates.push_back({quad, evidence, evidence.Confidence(trust)});
  }
  std::ranges::sort(candidates, std::greater<>(), &Candidate::confidence);
  return candidates;
}

bool NearlySame(const Quad& a, const Quad& b) {
  constexpr double kNear = 2.5;  // pixels; the refinement of the corners reaches that far
  for (std::size_t i = 0; i < 4; ++i) {
    if (std::abs(a[i].x - b[i].x) > kNear || std::abs(a[i].y - b[i].y) > kNear) return false;
  }
  return true;
}

/// The candidates worth a close look, best first.
std::vector<Candidate> Candidates(const WorkPicture& work, const FinderOptions& options) {
  constexpr double kCoarse = 6, kFine = 2;  // pixels between samples
  constexpr double kMayRise = 0.4;          // the confidence, with a close look
  constexpr std::size_t kMostClose = 150;
  std::vector<Quad> quads = QuadsFromRegions(work, options.smallest_area);
  const std::vector<Quad> from_lines = QuadsFromLines(work, options.smallest_area);
  quads.insert(quads.end(), from_lines.begin(), from_lines.end());
  for (Quad& quad : quads)
    quad = InOrder(quad);
  std::vector<Quad> promising;
  for (const Candidate& candidate : WeighAll(work, quads, kCoarse)) {
    if (candidate.confidence < kLeastConfidence - kMayRise || promising.size() == kMostClose) break;
    const auto same = [&](const Quad& quad) { return NearlySame(quad, candidate.quad); };
    if (std::ranges::none_of(promising, same)) promising.push_back(candidate.quad);
  }
  return WeighAll(work, promising, kFine);
}

double LogOdds(double confidence) {
  return std::log(confidence / (1 - confidence));
}

/// A shadow beside a card has an edge of its own, and so has a line printed along the card's: of the quads
/// that lie nearly where `best` does and convince nearly as much, the one with the steepest edges.
const Candidate& Steepest(const std::vector<Candidate>& candidates, const Candidate& best) {
  constexpr double kNear = 0.035;     // mean distance of corners, of the diagonal
  constexpr double kMayBeLess = 1.5;  // log odds
  constexpr double kSteeper = 0.05;   // 5 % of the gradient
  const Candidate* steepest = &best;
  for (const Candidate& candidate : candidates) {
    if (LogOdds(candidate.confidence) < LogOdds(best.confidence) - kMayBeLess) break;
    if (candidate.evidence.steepness > steepest->evidence.steepness + kSteeper &&
        CornerError(candidate.quad, best.quad) < kNear) {
      steepest = &candidate;
    }
  }
  return *steepest;
}

/// The best of each place. `candidates`: best first.
std::vector<Candidate> Distinct(const std::vector<Candidate>& candidates) {
  std::vector<Candidate> distinct;
  for (const Candidate& candidate : candidates) {
    if (candidate.confidence < kLeastConfidence || distinct.size() == kMostCards) break;
    const bool taken = std::ranges::any_of(
        distinct, [&](const Candidate& better) { return Overlap(better.quad, candidate.quad); });
    if (!taken) distinct.push_back(Steepest(candidates, candidate));
  }
  return distinct;
}

/// The share of the picture outside of the cards that is edge.
double DetailOutside(const WorkPicture& work, const std::vector<Candidate>& cards) {
  constexpr double kMargin = 8;  // pixels: shadows and the cards' own edges
  cv::Mat outside = work.edges.clone();
  double area = work.size().area();
  for (const Candidate& card : cards) {
    const Quad around = Grown(card.quad, kMargin);
    std::array<cv::Point, 4> polygon;
    std::ranges::transform(around, polygon.begin(),
                           [](const Point& p) { return cv::Point(cvRound(p.x), cvRound(p.y)); });
    cv::fillConvexPoly(outside, polygon, 0);
    area -= Area(around);
  }
  return cv::countNonZero(outside) / std::max(1.0, area);
}

/// How far the quad is turned against the picture, degrees.
double TurnedBy(const Quad& quad) {
  double turned = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Line side = LineThrough(quad[i], quad[(i + 1) % 4]);
    turned = std::max(turned, std::min(AngleBetween(side, {1, 0, 0}), AngleBetween(side, {0, 1, 0})));
  }
  return turned;
}

/// Whether the picture is a card image itself and the candidates are logos, panels and frames printed on it.
/// Bounds from 60 scanned and designed cards, 40 made ones and 68 photographs: panels on scans reach a
/// confidence of 0.73, most cards on tables 0.77 or more; logos that do are on paper as white as scanners
/// make it, or smaller than any card in the photographs, with print around them.
bool IsWholePicture(const WorkPicture& work, const std::vector<Candidate>& candidates) {
  constexpr double kSure = 0.75;
  constexpr double kFills = 0.70;
  constexpr double kAligned = 2;  // degrees
  constexpr double kLogo = 0.10;
  constexpr double kPrinted = 0.015;
  constexpr double kPaper = 245;  // lightness that scanners give to white, and cameras don't
  if (candidates.empty()) return true;
  const Candidate& best = candidates.front();
  if (best.confidence < kSure) return true;
  if (best.evidence.area > kFills) return TurnedBy(best.quad) < kAligned;
  const bool may_be_logo = best.evidence.area < kLogo || work.table_light > kPaper;
  return may_be_logo && DetailOutside(work, candidates) > kPrinted;
}

Quad AtFullSize(const cv::Mat& frame, const WorkPicture& work, const Quad& quad) {
  constexpr double kReach = 2.0;  // pixels of the work picture
  return RefineCorners(frame, Scaled(quad, work.scale), std::max(3.0, kReach * work.scale));
}

}  // namespace

std::vector<FoundCard> FindCards(const Image& frame, const FinderOptions& options) {
  if (frame.empty()) return {};
  const WorkPicture work = MakeWorkPicture(frame);
  const std::vector<Candidate> candidates = Distinct(Candidates(work, options));
  if (options.may_be_whole_picture && IsWholePicture(work, candidates))
    return {{WholePicture(frame), 1, true}};
  std::vector<FoundCard> found;
  const cv::Mat full = imaging::ViewAsMat(frame);
  for (const Candidate& candidate : candidates) {
    const Quad corners = InOrder(AtFullSize(full, work, candidate.quad));
    if (LookInside(full, corners).LogOdds(candidate.confidence) > kLeastLikeness)
      found.push_back({corners, candidate.confidence, false});
  }
  return found;
}

}  // namespace kith::capture
