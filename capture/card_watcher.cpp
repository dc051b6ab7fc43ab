// SPDX-License-Identifier: Apache-2.0
#include "capture/card_watcher.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "capture/back_finder.h"
#include "capture/card_finder.h"
#include "capture/card_print.h"
#include "capture/card_tracker.h"
#include "capture/card_verifier.h"
#include "capture/corner_refiner.h"
#include "capture/hint_filter.h"
#include "capture/quad.h"
#include "capture/recent_cards.h"
#include "capture/rectify.h"
#include "capture/sightings.h"
#include "capture/turn_over.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr auto kGoneAfter = 400ms;      // one missed frame isn't a card taken away
constexpr auto kNobodyLooked = 1000ms;  // between two calls: the time in between doesn't count
constexpr auto kGlareForgiven = 2500ms;
constexpr auto kFocusFound = 1000ms;  // by then it won't become sharper
// A card is asked again soon, for hands and shadows move, or the outline was that of a panel; what isn't a
// card is left alone for longer and longer.
constexpr auto kFirstRefusedFor = 400ms, kLastRefusedFor = 3200ms;
constexpr auto kLooksClosely = 1000ms;    // once it is asked again
constexpr auto kTogetherFor = 2500ms;     // after the first of two cards that were held up together
constexpr double kStaysNear = 0.06;       // of its diagonal: so far the first of them may move meanwhile
constexpr double kAlikeInSize = 1.5;      // so many times as large a second card may be, or the first
constexpr double kSureOutline = 0.9;      // of what covers the background: so it counts whatever is inside
constexpr double kLeastLongSide = 420;    // pixels: below, letters of 2 mm have fewer than 10
constexpr double kLeastLight = 45;        // grey level of the brightest on the card; see Light
constexpr double kLeastSharpness = 0.33;  // as a blur of 2.3 pixels (deviation) leaves it; see Sharpness
constexpr double kGoodSharpness = 0.55;   // of 1.3 pixels: below, the camera may still look for its focus
constexpr double kLeastCardOdds = 0.8;    // log odds, unless it may be the back of one; see CardEvidence
constexpr double kHysteresis = 1.04;      // a hint that is shown asks for a little more than what is needed

double LongSide(const Quad& quad) {
  return std::max(Distance(quad[0], quad[1]), Distance(quad[3], quad[2]));
}

bool IsWhole(const Quad& quad, const Image& frame) {
  constexpr double kMargin = 2;  // pixels
  return std::ranges::all_of(quad, [&](const Point& p) {
    return p.x > kMargin && p.y > kMargin && p.x < frame.width() - kMargin && p.y < frame.height() - kMargin;
  });
}

/// How far its middle is from the frame's, the larger the nearer: people hold the card that they mean there.
double Remoteness(const Quad& quad, const Image& frame) {
  return Distance(Centre(quad), {frame.width() / 2.0, frame.height() / 2.0}) - Diagonal(quad) / 2;
}

/// `card`: cut out where it was seen.
double CardOdds(const Sightings::Sighting& sighting, const cv::Mat& card) {
  const SeenCard& seen = sighting.seen;
  const Image& picture = seen.foreground.empty() ? sighting.frame : seen.foreground;
  return VerifyCard(picture, seen.corners, card).LogOdds(seen.confidence);
}

/// `best` is one of the sightings, `card` is cut out of it. The noise of the camera makes more or less of a
/// card of the same thing: where that may decide, two frames do.
bool IsLikelyACard(const Sightings& sightings, const Sightings::Sighting& best, const cv::Mat& card) {
  constexpr double kSure = kLeastCardOdds + 1.5;
  const double odds = CardOdds(best, card);
  if (odds < kLeastCardOdds) return false;
  if (odds > kSure) return true;
  const bool is_last = best.at == sightings.last().at;
  const Sightings::Sighting& other = is_last ? sightings.first() : sightings.last();
  const Image again = RectifyGray(other.frame, other.seen.corners);
  return (odds + CardOdds(other, imaging::ViewAsMat(again))) / 2 >= kLeastCardOdds;
}

}  // namespace

/// The state machine. A class of its own, so that OpenCV stays out of the header.
class CardWatcher::Gate {
 public:
  Observation Observe(const Image& frame, Instant at, Wanted wanted);

 private:
  /// Where the card lies that was captured, recognized or refused, and what it looks like there.
  struct Rest {
    Quad corners;
    cv::Mat look;
    std::optional<Instant> refused_until = {};  ///< what is printed there isn't a card's
  };

  /// Two cards that are held up together, the first of which was captured.
  struct Pair {
    Instant since;
    Quad first;  ///< where it is
  };

  Instant WatchTime(Instant at);
  Observation Look(const Image& frame, Instant at, Wanted wanted);
  Hint ObserveNothing(Instant at);
  Hint ObserveCard(const Image& frame, const SeenCard& seen, Instant at, Wanted wanted,
                   std::optional<CapturedCard>& captured);
  std::vector<SeenCard> Find(const Image& frame, Instant at);
  const SeenCard& Chosen(const std::vector<SeenCard>& cards, const Image& frame) const;
  bool IsResting(const Image& frame, Instant at);
  Observation ObserveRest(Instant at);
  void WatchOther(const Image& frame, const std::vector<SeenCard>& cards, const Quad& first, Instant at);
  bool AwaitsOther(Instant at, Wanted wanted) const;
  std::optional<CapturedCard> TakeOther(Instant at);
  Hint Judge(Instant at, Wanted wanted, std::optional<CapturedCard>& captured);
  Hint Take(const Sightings::Sighting& best, Instant at, Wanted wanted,
            std::optional<CapturedCard>& captured);

  CardTracker tracker_;
  Sightings sightings_;
  Sightings other_;  // of a second card that is held up beside the first
  std::optional<Pair> pair_;
  std::optional<Rest> rest_;
  std::chrono::milliseconds refused_for_ = kFirstRefusedFor;  // the next time
  bool stayed_ = false;           // what was captured or recognized last was seen without a gap since
  bool back_may_follow_ = false;  // what was captured last is a front
  RecentCards recent_;
  TurnOver turn_over_;
  std::optional<Instant> no_back_at_;  // when a back was last looked for in vain
  HintFilter hints_;
  std::optional<Instant> soft_since_;     // nothing but a little blur is in the way
  std::optional<Instant> shining_since_;  // nothing but glare is in the way
  std::optional<Instant> last_seen_;
  std::optional<Instant> last_look_;
  std::chrono::milliseconds not_watched_{};
};

Instant CardWatcher::Gate::WatchTime(Instant at) {
  if (last_look_ && at - *last_look_ > kNobodyLooked) not_watched_ += at - *last_look_;
  last_look_ = at;
  return at - not_watched_;
}

/// What isn't much like a card inside counts only where a back is awaited, for many show nothing but a sign.
std::vector<SeenCard> CardWatcher::Gate::Find(const Image& frame, Instant at) {
  const std::optional<Quad> front = back_may_follow_ ? turn_over_.Awaited(at) : std::nullopt;
  const auto is_awaited = [&](const Quad& corners) { return front && Contains(*front, Centre(corners)); };
  std::vector<SeenCard> cards;
  for (const FoundCard& card : tracker_.Find(frame, at)) {
    const bool likely = card.likeness > FinderOptions::kAvoidsOthers ||
                        (!card.foreground.empty() && card.confidence > kSureOutline);
    if (likely || is_awaited(card.corners))
      cards.push_back({card.corners, card.confidence, !likely, card.foreground});
  }
  if (!front || std::ranges::any_of(cards, is_awaited, &SeenCard::corners)) return cards;
  if (no_back_at_ && at - *no_back_at_ < CardTracker::kPause) return cards;
  if (const std::optional<Quad> back = FindBack(frame, *front)) {
    cards.push_back({*back, 0, true});
  } else {
    no_back_at_ = at;
  }
  return cards;
}

const SeenCard& CardWatcher::Gate::Chosen(const std::vector<SeenCard>& cards, const Image& frame) const {
  const Quad* watched = !sightings_.empty() ? &sightings_.last().seen.corners
                        : pair_             ? &pair_->first
                                            : nullptr;
  // What reaches out of the frame is mostly a sheet that lies there.
  constexpr double kNotWhole = 1e6;
  const auto badness = [&](const SeenCard& card) {
    return (watched ? CornerError(card.corners, *watched) : Remoteness(card.corners, frame)) +
           (IsWhole(card.corners, frame) ? 0 : kNotWhole);
  };
  return *std::ranges::min_element(cards, {}, badness);
}

/// What is seen at its place decides, not where the finder would see an outline this time. A hand trembles
/// and drifts, so its place is where its sides are now.
bool CardWatcher::Gate::IsResting(const Image& frame, Instant at) {
  constexpr double kReach = 1.0 / 160;  // of the frame's width
  if (!rest_ || at > rest_->refused_until.value_or(at)) return false;
  if (LookLikeness(RoughLook(frame, rest_->corners), rest_->look) > kSameLook) return true;
  const Quad moved = RefineCorners(imaging::ViewAsMat(frame), rest_->corners, kReach * frame.width()).corners;
  if (!IsConvex(moved) || LookLikeness(RoughLook(frame, moved), rest_->look) <= kSameLook) return false;
  rest_->corners = moved;
  return true;
}

/// Nothing need be looked for: the card that was taken is still there.
Observation CardWatcher::Gate::ObserveRest(Instant at) {
  if (rest_->refused_until) return {std::nullopt, Hint::kShowCard, std::nullopt};
  last_seen_ = at;
  recent_.StillThere(at);
  if (back_may_follow_) turn_over_.Front(rest_->corners, at);
  return {rest_->corners, Hint::kGot, std::nullopt};
}

Hint CardWatcher::Gate::ObserveNothing(Instant at) {
  if (last_seen_ && at - *last_seen_ < kGoneAfter) return hints_.shown();
  sightings_.Clear();
  stayed_ = false;
  refused_for_ = kFirstRefusedFor;
  soft_since_.reset();
  shining_since_.reset();
  return Hint::kShowCard;
}

Hint CardWatcher::Gate::Take(const Sightings::Sighting& best, Instant at, Wanted wanted,
                             std::optional<CapturedCard>& captured) {
  Image image = Rectify(best.frame, best.seen.corners);
  const cv::Mat gray = imaging::ToGray(image);
  CardPrint print(gray);
  const Quad& corners = sightings_.last().seen.corners;
  soft_since_.reset();
  shining_since_.reset();
  const bool known = stayed_ ? recent_.RecognizeStaying(print, at) : recent_.Recognize(print, at);
  const bool is_back = !known && back_may_follow_ && turn_over_.WasTurned(corners, at);
  const bool may_be_front = wanted == Wanted::kCards && !best.seen.only_as_back;
  if (!known && !is_back && !may_be_front) return Hint::kHoldStill;
  rest_ = Rest{best.seen.corners, best.look};
  if (!known && !is_back && !IsLikelyACard(sightings_, best, gray)) {
    rest_->refused_until = at + refused_for_;
    tracker_.LookCloselyUntil(at + refused_for_ + kLooksClosely);
    refused_for_ = std::min(2 * refused_for_, kLastRefusedFor);
    return Hint::kShowCard;
  }
  stayed_ = true;
  refused_for_ = kFirstRefusedFor;
  if (known) {
    if (back_may_follow_) turn_over_.Front(corners, at);
    return Hint::kGot;
  }
  recent_.Add(std::move(print), at);
  captured = CapturedCard{std::move(image), best.seen.corners, is_back};
  pair_.reset();
  if (!is_back && !other_.empty() && other_.last().at == at) pair_ = Pair{at, corners};
  back_may_follow_ = !is_back;
  is_back ? turn_over_.Forget() : turn_over_.Front(corners, at);
  return Hint::kGot;
}

/// Only what looks like the only other card that somebody may hold up.
void CardWatcher::Gate::WatchOther(const Image& frame, const std::vector<SeenCard>& cards, const Quad& first,
                                   Instant at) {
  std::vector<SeenCard> others;
  std::ranges::copy_if(cards, std::back_inserter(others), [&](const SeenCard& card) {
    const double size = LongSide(card.corners) / LongSide(first);
    return !card.only_as_back && IsWhole(card.corners, frame) && size < kAlikeInSize &&
           size > 1 / kAlikeInSize && !Overlap(card.corners, first);
  });
  if (others.size() == 1) {
    other_.Add(frame, others.front(), at);
  } else if (!other_.empty() && at - other_.last().at >= kGoneAfter) {
    other_.Clear();
  }
}

bool CardWatcher::Gate::AwaitsOther(Instant at, Wanted wanted) const {
  return pair_ && wanted == Wanted::kCards && at - pair_->since < kTogetherFor;
}

/// What is asked of the first card is asked of it, but nobody is told what to do about it.
std::optional<CapturedCard> CardWatcher::Gate::TakeOther(Instant at) {
  if (other_.empty() || other_.last().at != at || !other_.IsSteady(at)) return std::nullopt;
  if (LongSide(other_.last().seen.corners) < kLeastLongSide) return std::nullopt;
  const Sightings::Sighting& best = other_.Sharpest();
  const bool readable = other_.last().light >= kLeastLight && *best.sharpness >= kLeastSharpness;
  if (!readable || other_.IsShining()) return std::nullopt;
  pair_.reset();
  Image image = Rectify(best.frame, best.seen.corners);
  const cv::Mat gray = imaging::ToGray(image);
  CardPrint print(gray);
  if (recent_.Knows(print) || !IsLikelyACard(other_, best, gray)) return std::nullopt;
  recent_.AddBeside(std::move(print), at);
  back_may_follow_ = false;  // of which of them?
  turn_over_.Forget();
  return CapturedCard{std::move(image), best.seen.corners, false, true};
}

Hint CardWatcher::Gate::Judge(Instant at, Wanted wanted, std::optional<CapturedCard>& captured) {
  const auto needed = [&](double least, Hint hint) {
    return least * (hints_.shown() == hint ? kHysteresis : 1);
  };
  if (LongSide(sightings_.last().seen.corners) < needed(kLeastLongSide, Hint::kCloser)) return Hint::kCloser;
  if (!sightings_.IsSteady(at)) return Hint::kHoldStill;
  const Sightings::Sighting& best = sightings_.Sharpest();
  if (sightings_.last().light < needed(kLeastLight, Hint::kMoreLight)) return Hint::kMoreLight;
  if (*best.sharpness < needed(kLeastSharpness, Hint::kTooBlurry)) return Hint::kTooBlurry;
  if (*best.sharpness < kGoodSharpness || sightings_.IsGettingSharper()) {
    if (!soft_since_) soft_since_ = at;
    if (at - *soft_since_ < kFocusFound) return Hint::kHoldStill;
  }
  if (sightings_.IsShining()) {
    if (!shining_since_) shining_since_ = at;
    if (at - *shining_since_ < kGlareForgiven) return Hint::kTilt;
  }
  return Take(best, at, wanted, captured);
}

Hint CardWatcher::Gate::ObserveCard(const Image& frame, const SeenCard& seen, Instant at, Wanted wanted,
                                    std::optional<CapturedCard>& captured) {
  if (!sightings_.Add(frame, seen, at)) stayed_ = false;
  turn_over_.See(seen.corners, at);
  if (!IsWhole(seen.corners, frame)) return Hint::kWholeCard;
  return Judge(at, wanted, captured);
}

Observation CardWatcher::Gate::Look(const Image& frame, Instant at, Wanted wanted) {
  if (IsResting(frame, at)) {
    Observation observation = ObserveRest(at);
    if (!AwaitsOther(at, wanted)) return observation;
    WatchOther(frame, Find(frame, at), rest_->corners, at);
    observation.card = TakeOther(at);
    return observation;
  }
  if (rest_) {
    // Moved, or another one was laid upon it: what is seen from here on decides.
    rest_.reset();
    sightings_.Clear();
  }
  const std::vector<SeenCard> cards = Find(frame, at);
  if (cards.empty()) {
    turn_over_.See(std::nullopt, at);
    pair_.reset();
    return {std::nullopt, ObserveNothing(at), std::nullopt};
  }
  last_seen_ = at;
  const SeenCard& chosen = Chosen(cards, frame);
  Observation observation{chosen.corners, Hint::kHoldStill, std::nullopt};
  WatchOther(frame, cards, chosen.corners, at);
  observation.hint = ObserveCard(frame, chosen, at, wanted, observation.card);
  if (observation.card || !AwaitsOther(at, wanted)) return observation;
  if (CornerError(chosen.corners, pair_->first) > kStaysNear) {
    pair_.reset();
    return observation;
  }
  pair_->first = chosen.corners;
  observation.card = TakeOther(at);
  return observation;
}

Observation CardWatcher::Gate::Observe(const Image& frame, Instant at, Wanted wanted) {
  if (wanted == Wanted::kOnlyBack && !rest_ && !turn_over_.HasFront()) return {};
  at = WatchTime(at);
  Observation observation = Look(frame, at, wanted);
  observation.hint = hints_.Show(observation.hint, at);
  return observation;
}

CardWatcher::CardWatcher() : gate_(std::make_unique<Gate>()) {}

CardWatcher::~CardWatcher() = default;

Observation CardWatcher::Observe(const Image& frame, Instant at, Wanted wanted) {
  return gate_->Observe(frame, at, wanted);
}

}  // namespace kith::capture
