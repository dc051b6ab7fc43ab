// SPDX-License-Identifier: Apache-2.0
#include "capture/card_finder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "capture/card_likeness.h"
#include "capture/corner_refiner.h"
#include "capture/printed_frame.h"
#include "capture/quad_candidates.h"
#include "capture/quad_evidence.h"
#include "capture/rectify.h"
#include "capture/work_picture.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

/// An outline that convinces less is a coincidence of edges, whatever is inside of it.
constexpr double kLeastConfidence = 0.12;
/// A quad that takes more than this is the edge of a scan, or a frame printed on it.
constexpr double kMostArea = 0.93;
constexpr std::size_t kMostCards = 24;

/// What an outline and its inside must convince by at least.
struct Least {
  double likeness = 0;  ///< log odds, as FinderOptions::least_likeness
  double confidence = kLeastConfidence;
};

struct Candidate {
  Quad quad;
  double confidence = 0;
  double close_odds = 0;
  double exactness = 0;
};

/// In the order of `by`, the best first. Those that convince less than `least` may be left out.
std::vector<Candidate> WeighAll(const WorkPicture& work, const std::vector<Quad>& quads, double step,
                                double Candidate::*by, double least = 0) {
  const double trust = TableTrust(work);
  std::vector<Candidate> candidates;
  for (const Quad& quad : quads) {
    const Evidence evidence = Weigh(work, quad, step, least);
    const double confidence = evidence.Confidence(trust);
    if (evidence.area > kMostArea || confidence < least) continue;
    candidates.push_back({quad, confidence, evidence.CloseOdds(trust), evidence.Exactness(trust)});
  }
  std::ranges::sort(candidates, std::greater<>(), by);
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
std::vector<Candidate> Candidates(const WorkPicture& work, std::vector<Quad> quads, double least_confidence) {
  constexpr double kCoarse = 6, kFine = 2;  // pixels between samples
  constexpr double kMayRise = 0.09;         // the confidence, with a close look
  constexpr std::size_t kMostClose = 150;
  for (Quad& quad : quads)
    quad = InOrder(quad);
  std::vector<Quad> promising;
  for (const Candidate& candidate :
       WeighAll(work, quads, kCoarse, &Candidate::confidence, least_confidence - kMayRise)) {
    if (promising.size() == kMostClose) break;
    const auto same = [&](const Quad& quad) { return NearlySame(quad, candidate.quad); };
    if (std::ranges::none_of(promising, same)) promising.push_back(candidate.quad);
  }
  return WeighAll(work, promising, kFine, &Candidate::close_odds);
}

/// Of the quads that lie nearly where `best` does, and aren't much less likely, the most exact.
const Candidate& MostExact(const std::vector<Candidate>& candidates, const Candidate& best) {
  // Mean distance of corners, of the diagonal. At 0.03 more of what isn't a card is taken for one, and panels
  // of cards for the card.
  constexpr double kNear = 0.025;
  constexpr double kMayBeLess = 3;  // log odds
  const Candidate* exact = &best;
  for (const Candidate& candidate : candidates) {
    if (candidate.close_odds < best.close_odds - kMayBeLess) break;
    if (candidate.exactness > exact->exactness && CornerError(candidate.quad, best.quad) < kNear)
      exact = &candidate;
  }
  return *exact;
}

struct FramedCard {
  const Candidate *card, *frame;
};

/// The card with a frame printed on it whose edges and the frame's the sides of `chosen` are, if there is
/// one.
std::optional<FramedCard> FramedBy(const std::vector<Candidate>& candidates, const Candidate& chosen) {
  constexpr double kMayBeLess = 1.5;  // log odds
  for (const Candidate& card : candidates) {
    if (card.close_odds < chosen.close_odds - kMayBeLess) break;
    if (card.confidence < kLeastConfidence || !LiesCloselyIn(chosen.quad, card.quad)) continue;
    const auto frame = std::ranges::find_if(candidates, [&](const Candidate& inner) {
      return inner.confidence >= kLeastConfidence && MayBeFrameOf(inner.quad, card.quad) &&
             LiesCloselyIn(inner.quad, chosen.quad);
    });
    if (frame != candidates.end()) return FramedCard{&card, &*frame};
  }
  return std::nullopt;
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

/// Log odds that the picture is a card image, by what is on it.
double LikenessOfWhole(const Image& frame) {
  constexpr double kOutlineOfPicture = 0;  // log odds: nothing is known of it
  return LookInside(imaging::ViewAsMat(frame), WholePicture(frame)).LogOdds(kOutlineOfPicture);
}

/// Whether the picture is a card image itself, and what was found is a panel, a logo or a frame printed on
/// it, or the paper's own edge: then the whole looks more like a card inside than what was found, or what was
/// found is nearly all of it. So for 60 of 60 real scans and designs and 220 of 220 made ones, and for 1 of
/// 1,000 photographs.
bool IsWholePicture(const Image& frame, const std::vector<FoundCard>& found) {
  constexpr double kNearlyAll = 0.85;  // what is cut off then may be print
  constexpr double kFills = 0.60;
  constexpr double kSure = 0.75;  // a card on a table that fills the picture convinces more
  constexpr double kAligned = 2;  // degrees
  if (found.empty()) return true;
  const Quad& best = found.front().corners;
  const double share = Area(best) / Area(WholePicture(frame));
  if (share > kNearlyAll) return true;
  if (share > kFills) return TurnedBy(best) < kAligned || found.front().confidence < kSure;
  return LikenessOfWhole(frame) > found.front().likeness;
}

/// Whether a picture in which nothing was found at one size is a card image beyond doubt: 166 of 178 scans,
/// real and made, are, and none of 6 such photographs among 950 (whose log odds are at most -0.6).
bool IsClearlyWholePicture(const Image& frame) {
  constexpr double kClear = 1;  // log odds
  return LikenessOfWhole(frame) > kClear;
}

/// Looks inside of the outlines, best first, and takes those that look like a card there.
class Chooser {
 public:
  Chooser(const cv::Mat& frame, const WorkPicture& work, const Least& least)
      : frame_(frame), work_(work), least_(least) {}

  std::vector<FoundCard> Choose(const std::vector<Candidate>& candidates) {
    constexpr std::size_t kMostRejected = 6;  // what isn't a card at the first looks seldom shows one later
    for (const Candidate& candidate : candidates) {
      if (found_.size() == kMostCards) break;
      if (candidate.confidence < least_.confidence || IsKnown(candidate.quad)) continue;
      const Candidate& exact = MostExact(candidates, candidate);
      const std::optional<FramedCard> framed = FramedBy(candidates, exact);
      const Quad corners = AtFullSize(framed ? framed->card->quad : exact.quad);
      double likeness = LookInside(frame_, corners).LogOdds(candidate.close_odds);
      if (framed) likeness = std::max(likeness, LikenessWithin(*framed->frame, candidate.close_odds));
      if (likeness > least_.likeness) {
        taken_.push_back(candidate.quad);
        found_.push_back({corners, candidate.confidence, likeness, false});
      } else {
        rejected_.push_back(candidate.quad);
        if (rejected_.size() == kMostRejected) break;
      }
    }
    return std::move(found_);
  }

 private:
  /// Of a card that was taken, or much like what was rejected. A card may lie on a sheet that was rejected.
  bool IsKnown(const Quad& quad) const {
    constexpr double kSame = 0.06;  // mean distance of corners, of the diagonal
    return std::ranges::any_of(taken_, [&](const Quad& taken) { return Overlap(taken, quad); }) ||
           std::ranges::any_of(rejected_,
                               [&](const Quad& rejected) { return CornerError(quad, rejected) < kSame; });
  }

  Quad AtFullSize(const Quad& quad) const {
    constexpr double kReach = 2.0;  // pixels of the work picture
    return InOrder(
        RefineCorners(frame_, Scaled(quad, work_.scale), std::max(3.0, kReach * work_.scale)).corners);
  }

  /// The frame's lines run together with the rows of text: what is within them looks more like a card.
  double LikenessWithin(const Candidate& frame, double close_odds) const {
    return LookInside(frame_, AtFullSize(frame.quad)).LogOdds(close_odds);
  }

  const cv::Mat& frame_;
  const WorkPicture& work_;
  Least least_;
  std::vector<FoundCard> found_;
  std::vector<Quad> taken_, rejected_;
};

/// A frame at one size, with the outlines that are in it. The frame must outlive it.
class Search {
 public:
  /// `side`: of the work picture.
  Search(const Image& frame, int side, double smallest_area)
      : frame_(imaging::ViewAsMat(frame)),
        side_(side),
        smallest_area_(smallest_area),
        work_(MakeWorkPicture(frame, side)),
        lines_(FindLines(work_)),
        quads_(QuadsFromRegions(work_, smallest_area)) {
    const std::vector<Quad> from_lines = QuadsFromLines(lines_, work_.size(), smallest_area);
    quads_.insert(quads_.end(), from_lines.begin(), from_lines.end());
  }

  int side() const { return side_; }

  /// A card of which three sides are seen must look more like one inside, and is looked for only where none
  /// is found otherwise, or one that hardly convinces.
  std::vector<FoundCard> Find(const Least& least) const {
    constexpr double kHardly = 0.4;             // of the confidence
    constexpr double kLeastOfThreeSides = 0.5;  // log odds
    constexpr double kMuchMore = 2;             // log odds
    std::vector<FoundCard> found = Choose(quads_, least);
    if (found.size() > 1 || (found.size() == 1 && found.front().confidence >= kHardly)) return found;
    const double exceeds = found.empty() ? least.likeness : found.front().likeness + kMuchMore;
    std::vector<FoundCard> of_three = Choose(QuadsOfThreeSides(lines_, work_.size(), smallest_area_),
                                             {.likeness = std::max(kLeastOfThreeSides, exceeds)});
    return of_three.empty() ? found : of_three;
  }

 private:
  std::vector<FoundCard> Choose(const std::vector<Quad>& quads, const Least& least) const {
    return Chooser(frame_, work_, least).Choose(Candidates(work_, quads, least.confidence));
  }

  cv::Mat frame_;
  int side_;
  double smallest_area_;
  WorkPicture work_;
  std::vector<SupportedLine> lines_;
  std::vector<Quad> quads_;
};

struct SizeFinds {
  int side = 0;  ///< of the work picture
  std::vector<FoundCard> cards;
};

/// What was found at one size, and at how many others nearly the same.
struct Opinion {
  FoundCard card;
  int side = 0;
  int agreeing = 0;

  double Weight() const {
    constexpr double kOfEach = 0.1;
    constexpr double kOfTwiceTheSize = 0.1;  // the larger the picture, the more exact
    return card.confidence + kOfEach * agreeing + kOfTwiceTheSize * std::log2(side);
  }
};

std::vector<Opinion> OpinionsOf(const std::vector<SizeFinds>& sizes) {
  constexpr double kSame = 0.015;  // mean distance of corners, of the diagonal
  std::vector<Opinion> opinions;
  for (const SizeFinds& size : sizes) {
    for (const FoundCard& card : size.cards) {
      const auto agrees = [&](const SizeFinds& other) {
        return other.side != size.side && std::ranges::any_of(other.cards, [&](const FoundCard& its) {
                 return CornerError(card.corners, its.corners) < kSame;
               });
      };
      opinions.push_back({card, size.side, static_cast<int>(std::ranges::count_if(sizes, agrees))});
    }
  }
  std::ranges::stable_sort(opinions, std::greater<>(), &Opinion::Weight);
  return opinions;
}

/// Of outlines that overlap the one that convinces most and that most sizes agree on; what one size alone
/// found must look more like a card inside. tools/finder/README.md says what this was chosen on.
std::vector<FoundCard> Joined(const std::vector<SizeFinds>& sizes) {
  constexpr double kLeastAlone = 0.5;  // log odds
  std::vector<FoundCard> joined;
  for (const Opinion& opinion : OpinionsOf(sizes)) {
    const FoundCard& card = opinion.card;
    const auto overlaps = [&](const FoundCard& taken) { return Overlap(taken.corners, card.corners); };
    if (opinion.agreeing == 0 && card.likeness < kLeastAlone) continue;
    if (joined.size() < kMostCards && std::ranges::none_of(joined, overlaps)) joined.push_back(card);
  }
  return joined;
}

std::vector<FoundCard> FindTogether(const std::vector<Search>& searches, const Least& least,
                                    std::vector<FoundCard> found_by_first) {
  std::vector<SizeFinds> sizes = {{searches.front().side(), std::move(found_by_first)}};
  for (auto search = searches.begin() + 1; search != searches.end(); ++search)
    sizes.push_back({search->side(), search->Find(least)});
  return Joined(sizes);
}

/// An edge that drowns in grain at one size stands out at another. What several sizes agree on is a card even
/// if its outline convinces little and little print is seen inside.
std::vector<FoundCard> FindAtOtherSizesToo(const Image& frame, Search first, std::vector<FoundCard> found,
                                           const FinderOptions& options) {
  constexpr std::array kOtherSides = {kSmallWorkSide, 540, 896};
  constexpr Least kWhereAgreed = {.likeness = -3, .confidence = 0.05};
  std::vector<Search> searches = {std::move(first)};
  for (const int side : kOtherSides)
    searches.emplace_back(frame, side, options.smallest_area);
  found = FindTogether(searches, {.likeness = options.least_likeness}, std::move(found));
  return found.empty() ? FindTogether(searches, kWhereAgreed, searches.front().Find(kWhereAgreed)) : found;
}

}  // namespace

std::vector<FoundCard> FindCards(const Image& frame, const FinderOptions& options) {
  if (frame.empty()) return {};
  const bool small = options.sizes == FinderOptions::Sizes::kSmall;
  Search first(frame, small ? kSmallWorkSide : kWorkSide, options.smallest_area);
  std::vector<FoundCard> found = first.Find({.likeness = options.least_likeness});
  const auto is_whole = [&] { return options.may_be_whole_picture && IsWholePicture(frame, found); };
  bool whole = is_whole();
  const bool settled = whole && (!found.empty() || IsClearlyWholePicture(frame));
  if (options.sizes == FinderOptions::Sizes::kAll && !settled) {
    found = FindAtOtherSizesToo(frame, std::move(first), std::move(found), options);
    whole = is_whole();
  }
  if (whole) return {{WholePicture(frame), 1, 0, true}};
  return found;
}

}  // namespace kith::capture
