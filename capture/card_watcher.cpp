// SPDX-License-Identifier: Apache-2.0
#include "capture/card_watcher.h"

#include <algorithm>
#include <chrono>
#include <deque>
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
#include "capture/glare.h"
#include "capture/hint_filter.h"
#include "capture/print_quality.h"
#include "capture/quad.h"
#include "capture/recent_cards.h"
#include "capture/rectify.h"
#include "capture/turn_over.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr auto kSteadyFor = 300ms;
constexpr auto kGoneAfter = 400ms;      // one missed frame isn't a card taken away
constexpr auto kNobodyLooked = 1000ms;  // between two calls: the time in between doesn't count
constexpr auto kGlareForgiven = 2500ms;
constexpr auto kFocusFound = 1000ms;      // by then it won't become sharper
constexpr auto kRefusedFor = 1500ms;      // then it is asked again: hands and shadows move
constexpr double kMostMotion = 0.012;     // of the card's diagonal, over the whole of kSteadyFor
constexpr double kMostlySteady = 0.75;    // of the sightings: a finger makes a corner jump now and then
constexpr double kJump = 0.06;            // further than this it is being moved, or another card
constexpr double kLeastLongSide = 420;    // pixels: below, letters of 2 mm have fewer than 10
constexpr double kLeastLight = 45;        // grey level of the brightest on the card; see Light
constexpr double kLeastSharpness = 0.33;  // as a blur of 2.3 pixels (deviation) leaves it; see Sharpness
constexpr double kGoodSharpness = 0.55;   // of 1.3 pixels: below, the camera may still look for its focus
constexpr double kSharper = 1.06;         // than at the begin of the span: the focus still moves
constexpr double kMostGlare = 0.004;      // of the card; see FindGlare
constexpr double kLeastOdds = -0.4;  // of it being a card, unless it may be the back of one; see CardEvidence
constexpr double kHysteresis = 1.04;  // a hint that is shown asks for a little more than what is needed

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

/// Two looks at a card that lies still are at least this alike, whatever the noise.
constexpr double kSameLook = 0.93;

}  // namespace

/// The state machine. A class of its own, so that OpenCV stays out of the header.
class CardWatcher::Gate {
 public:
  Observation Observe(const Image& frame, Instant at, Wanted wanted);

 private:
  struct Seen {
    Quad corners;
    double confidence = 0;      ///< FoundCard::confidence
    bool only_as_back = false;  ///< nothing but that a front was there says that it is a card
  };
  struct Sighting {
    Instant at;
    Quad corners;
    double confidence;
    bool only_as_back;
    Image frame;
    cv::Mat look;                          ///< see RoughLook
    std::optional<double> sharpness = {};  ///< once it was measured
    double light = 0;                      ///< measured with the sharpness
    bool shines = false;                   ///< glare over print, measured with the sharpness
  };
  /// Where the card lies that was captured, recognized or refused, and what it looks like there.
  struct Rest {
    Quad corners;
    cv::Mat look;
    std::optional<Instant> refused = {};  ///< since when: what is printed there isn't a card's
  };

  Instant WatchTime(Instant at);
  Observation Look(const Image& frame, Instant at, Wanted wanted);
  Hint ObserveNothing(Instant at);
  Hint ObserveCard(const Image& frame, const Seen& seen, Instant at, Wanted wanted,
                   std::optional<CapturedCard>& captured);
  std::vector<Seen> Find(const Image& frame, Instant at);
  const Seen& Chosen(const std::vector<Seen>& cards, const Image& frame) const;
  void AddSighting(const Image& frame, const Seen& seen, Instant at);
  bool IsAsLast(const Sighting& sighting) const;
  bool IsSteady(Instant at) const;
  bool IsResting(const Image& frame, Instant at);
  Observation ObserveRest(Instant at);
  const Sighting& Sharpest();
  bool IsGettingSharper() const;
  bool IsShining() const;
  Hint Judge(Instant at, Wanted wanted, std::optional<CapturedCard>& captured);
  Hint Take(const Sighting& best, Instant at, Wanted wanted, std::optional<CapturedCard>& captured);

  CardTracker tracker_;
  std::deque<Sighting> sightings_;  // the last ones without a jump
  std::optional<Rest> rest_;
  bool stayed_ = false;           // what was captured or recognized last was seen without a gap since
  bool back_may_follow_ = false;  // what was captured last is a front
  RecentCards recent_;
  TurnOver turn_over_;
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
std::vector<CardWatcher::Gate::Seen> CardWatcher::Gate::Find(const Image& frame, Instant at) {
  const std::optional<Quad> front = back_may_follow_ ? turn_over_.Awaited(at) : std::nullopt;
  const auto is_awaited = [&](const Quad& corners) { return front && Contains(*front, Centre(corners)); };
  std::vector<Seen> cards;
  for (const FoundCard& card : tracker_.Find(frame, at)) {
    const bool likely = card.likeness > FinderOptions::kAvoidsOthers;
    if (likely || is_awaited(card.corners)) cards.push_back({card.corners, card.confidence, !likely});
  }
  if (!front || std::ranges::any_of(cards, is_awaited, &Seen::corners)) return cards;
  if (const std::optional<Quad> back = FindBack(frame, *front)) cards.push_back({*back, 0, true});
  return cards;
}

const CardWatcher::Gate::Seen& CardWatcher::Gate::Chosen(const std::vector<Seen>& cards,
                                                         const Image& frame) const {
  const Quad* watched = sightings_.empty() ? nullptr : &sightings_.back().corners;
  // What reaches out of the frame is mostly a sheet that lies there.
  constexpr double kNotWhole = 1e6;
  const auto badness = [&](const Seen& card) {
    return (watched ? CornerError(card.corners, *watched) : Remoteness(card.corners, frame)) +
           (IsWhole(card.corners, frame) ? 0 : kNotWhole);
  };
  return *std::ranges::min_element(cards, {}, badness);
}

void CardWatcher::Gate::AddSighting(const Image& frame, const Seen& seen, Instant at) {
  const Quad& corners = seen.corners;
  if (!sightings_.empty() && CornerError(corners, sightings_.back().corners) > kJump) {
    sightings_.clear();
    stayed_ = false;
  }
  sightings_.push_back({at, corners, seen.confidence, seen.only_as_back, frame, RoughLook(frame, corners)});
  // One sighting older than the span stays, so that the span is known to be covered.
  while (sightings_.size() > 1 && at - sightings_[1].at >= kSteadyFor)
    sightings_.pop_front();
}

bool CardWatcher::Gate::IsAsLast(const Sighting& sighting) const {
  const Sighting& last = sightings_.back();
  return CornerError(sighting.corners, last.corners) < kMostMotion &&
         LookLikeness(sighting.look, last.look) > kSameLook;
}

bool CardWatcher::Gate::IsSteady(Instant at) const {
  if (sightings_.empty() || at - sightings_.front().at < kSteadyFor) return false;
  const auto steady =
      std::ranges::count_if(sightings_, [&](const Sighting& sighting) { return IsAsLast(sighting); });
  return static_cast<double>(steady) >= kMostlySteady * static_cast<double>(sightings_.size());
}

/// What is seen at its place decides, not where the finder would see an outline this time. A hand trembles
/// and drifts, so its place is where its sides are now.
bool CardWatcher::Gate::IsResting(const Image& frame, Instant at) {
  constexpr double kReach = 1.0 / 160;  // of the frame's width
  if (!rest_ || (rest_->refused && at - *rest_->refused > kRefusedFor)) return false;
  if (LookLikeness(RoughLook(frame, rest_->corners), rest_->look) > kSameLook) return true;
  const Quad moved = RefineCorners(imaging::ViewAsMat(frame), rest_->corners, kReach * frame.width()).corners;
  if (!IsConvex(moved) || LookLikeness(RoughLook(frame, moved), rest_->look) <= kSameLook) return false;
  rest_->corners = moved;
  return true;
}

/// Nothing need be looked for: the card that was taken is still there.
Observation CardWatcher::Gate::ObserveRest(Instant at) {
  if (rest_->refused) return {std::nullopt, Hint::kShowCard, std::nullopt};
  last_seen_ = at;
  recent_.StillThere(at);
  if (back_may_follow_) turn_over_.Front(rest_->corners, at);
  return {rest_->corners, Hint::kGot, std::nullopt};
}

const CardWatcher::Gate::Sighting& CardWatcher::Gate::Sharpest() {
  for (Sighting& sighting : sightings_) {
    if (sighting.sharpness) continue;
    const Image image = RectifyGray(sighting.frame, sighting.corners);
    const cv::Mat card = imaging::ViewAsMat(image);
    sighting.sharpness = Sharpness(card);
    sighting.light = Light(card);
    sighting.shines = FindGlare(card).over_print > kMostGlare;
  }
  // One without glare, if there is any.
  return *std::ranges::max_element(sightings_, {}, [&](const Sighting& sighting) {
    return IsAsLast(sighting) ? *sighting.sharpness + (sighting.shines ? 0 : 1) : 0;
  });
}

/// More than once: a single frame may be told wrongly, the more so the fainter the glare.
bool CardWatcher::Gate::IsShining() const {
  return std::ranges::count_if(sightings_, &Sighting::shines) > 1;
}

/// Asked after Sharpest, which measures: whether both of the last two are sharper than all of the first half.
bool CardWatcher::Gate::IsGettingSharper() const {
  if (sightings_.size() < 4) return false;
  const auto half = sightings_.begin() + static_cast<std::ptrdiff_t>(sightings_.size() / 2);
  const double before = *std::ranges::max_element(sightings_.begin(), half, {}, [](const Sighting& s) {
                           return *s.sharpness;
                         })->sharpness;
  return std::min(*sightings_.back().sharpness, *std::prev(sightings_.end(), 2)->sharpness) >
         kSharper * before;
}

Hint CardWatcher::Gate::ObserveNothing(Instant at) {
  if (last_seen_ && at - *last_seen_ < kGoneAfter) return hints_.shown();
  sightings_.clear();
  stayed_ = false;
  soft_since_.reset();
  shining_since_.reset();
  return Hint::kShowCard;
}

Hint CardWatcher::Gate::Take(const Sighting& best, Instant at, Wanted wanted,
                             std::optional<CapturedCard>& captured) {
  Image image = Rectify(best.frame, best.corners);
  const cv::Mat gray = imaging::ToGray(image);
  CardPrint print(gray);
  const Quad& corners = sightings_.back().corners;
  soft_since_.reset();
  shining_since_.reset();
  const bool known = stayed_ ? recent_.RecognizeStaying(print, at) : recent_.Recognize(print, at);
  const bool is_back = !known && back_may_follow_ && turn_over_.WasTurned(corners, at);
  const bool may_be_front = wanted == Wanted::kCards && !best.only_as_back;
  if (!known && !is_back && !may_be_front) return Hint::kHoldStill;
  rest_ = Rest{best.corners, best.look};
  if (!known && !is_back &&
      VerifyCard(best.frame, best.corners, gray).LogOdds(best.confidence) < kLeastOdds) {
    rest_->refused = at;
    return Hint::kShowCard;
  }
  stayed_ = true;
  if (known) {
    if (back_may_follow_) turn_over_.Front(corners, at);
    return Hint::kGot;
  }
  recent_.Add(std::move(print), at);
  captured = CapturedCard{std::move(image), is_back};
  back_may_follow_ = !is_back;
  is_back ? turn_over_.Forget() : turn_over_.Front(corners, at);
  return Hint::kGot;
}

Hint CardWatcher::Gate::Judge(Instant at, Wanted wanted, std::optional<CapturedCard>& captured) {
  const auto needed = [&](double least, Hint hint) {
    return least * (hints_.shown() == hint ? kHysteresis : 1);
  };
  if (LongSide(sightings_.back().corners) < needed(kLeastLongSide, Hint::kCloser)) return Hint::kCloser;
  if (!IsSteady(at)) return Hint::kHoldStill;
  const Sighting& best = Sharpest();
  if (sightings_.back().light < needed(kLeastLight, Hint::kMoreLight)) return Hint::kMoreLight;
  if (*best.sharpness < needed(kLeastSharpness, Hint::kTooBlurry)) return Hint::kTooBlurry;
  if (*best.sharpness < kGoodSharpness || IsGettingSharper()) {
    if (!soft_since_) soft_since_ = at;
    if (at - *soft_since_ < kFocusFound) return Hint::kHoldStill;
  }
  if (IsShining()) {
    if (!shining_since_) shining_since_ = at;
    if (at - *shining_since_ < kGlareForgiven) return Hint::kTilt;
  }
  return Take(best, at, wanted, captured);
}

Hint CardWatcher::Gate::ObserveCard(const Image& frame, const Seen& seen, Instant at, Wanted wanted,
                                    std::optional<CapturedCard>& captured) {
  AddSighting(frame, seen, at);
  turn_over_.See(seen.corners, at);
  if (!IsWhole(seen.corners, frame)) return Hint::kWholeCard;
  return Judge(at, wanted, captured);
}

Observation CardWatcher::Gate::Look(const Image& frame, Instant at, Wanted wanted) {
  if (IsResting(frame, at)) return ObserveRest(at);
  if (rest_) {
    // Moved, or another one was laid upon it: what is seen from here on decides.
    rest_.reset();
    sightings_.clear();
  }
  const std::vector<Seen> cards = Find(frame, at);
  if (cards.empty()) {
    turn_over_.See(std::nullopt, at);
    return {std::nullopt, ObserveNothing(at), std::nullopt};
  }
  last_seen_ = at;
  const Seen& chosen = Chosen(cards, frame);
  Observation observation{chosen.corners, Hint::kHoldStill, std::nullopt};
  observation.hint = ObserveCard(frame, chosen, at, wanted, observation.card);
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
