// SPDX-License-Identifier: Apache-2.0
#include "capture/card_tracker.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "capture/background.h"
#include "capture/card_print.h"
#include "capture/corner_refiner.h"
#include "capture/quad.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;
using Sizes = FinderOptions::Sizes;
using Support = std::array<double, 4>;

constexpr auto kGap = 150ms;   // between two frames: after a longer one nothing is foreseen
constexpr auto kCalm = 500ms;  // without a card: then it is an empty table
// Of a side's way that has an edge: one that has less lies on the grain of the table, or a finger, and drifts
// away with it.
constexpr double kLeastSupport = 0.5;
constexpr double kSameCard = 0.1;         // mean distance of corners, of the diagonal
constexpr std::size_t kMostFollowed = 4;  // more, laid out on a table, aren't followed

/// A card that is followed.
struct Track {
  FoundCard card;                 ///< as it was found or followed to; corners may be in another order
  std::array<Point, 4> motion{};  ///< of the corners, pixels a millisecond
  Support support{};              ///< of its sides, when it was found
  cv::Mat look;                   ///< what was inside of it, when it was found; see RoughLook
  Instant last_found{};           ///< by a search
};

double Wide(const cv::Mat& frame) {
  constexpr double kReach = 1.0 / 160;  // of the frame's width: what a hand moves otherwise than foreseen
  return std::max(4.0, kReach * frame.cols);
}

/// The reach that the finder refines with.
double Narrow(const cv::Mat& frame) {
  constexpr double kReach = 1.0 / 320;
  return std::max(3.0, kReach * frame.cols);
}

/// The corners of `card` begun at the one that is nearest to the first of `before`.
Quad NumberedAs(const Quad& before, const Quad& card) {
  Quad best = card, turned = card;
  double least = std::numeric_limits<double>::infinity();
  for (int shift = 0; shift < 4; ++shift) {
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i)
      sum += Distance(before[i], turned[i]);
    if (sum < least) {
      least = sum;
      best = turned;
    }
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
  }
  return best;
}

std::array<Point, 4> MotionOf(const Quad& before, const Quad& now, std::chrono::milliseconds time) {
  std::array<Point, 4> motion;
  const auto elapsed = static_cast<double>(std::max<std::int64_t>(1, time.count()));
  for (std::size_t i = 0; i < 4; ++i)
    motion[i] = {(now[i].x - before[i].x) / elapsed, (now[i].y - before[i].y) / elapsed};
  return motion;
}

/// Where the card should be after that time.
Quad Moved(const Track& track, std::chrono::milliseconds time) {
  Quad moved = track.card.corners;
  for (std::size_t i = 0; i < 4; ++i) {
    moved[i].x += track.motion[i].x * static_cast<double>(time.count());
    moved[i].y += track.motion[i].y * static_cast<double>(time.count());
  }
  return moved;
}

/// Where a side is out of the frame nothing tells where.
bool IsOutside(const Quad& corners, const cv::Mat& frame) {
  const double most = Wide(frame);
  return std::ranges::any_of(corners, [&](const Point& p) {
    return p.x < -most || p.y < -most || p.x > frame.cols + most || p.y > frame.rows + most;
  });
}

/// The side that isn't seen, under a hand or as light as what it lies on, if the other three are.
std::optional<std::size_t> UnseenSide(const Support& support) {
  constexpr double kUnseen = 0.35;  // chance gives a side that lies on nothing a fifth or so
  const auto weakest = std::ranges::min_element(support);
  const auto seen = std::ranges::count_if(support, [](double share) { return share >= kLeastSupport; });
  if (*weakest > kUnseen || seen != 3) return std::nullopt;
  return static_cast<std::size_t>(weakest - support.begin());
}

/// The corners, with the unseen side where it was `before`, as seen from the others: it finds some edge
/// nearby, a line of the print or of a finger, and would drift away with it.
Quad WithUnseenSide(const Quad& before, Quad corners, std::size_t unseen) {
  const std::size_t begin = unseen, end = (unseen + 1) % 4, next = (unseen + 2) % 4, last = (unseen + 3) % 4;
  const double grown =
      Distance(corners[next], corners[last]) / std::max(1.0, Distance(before[next], before[last]));
  for (const auto& [from, to] : {std::pair(last, begin), std::pair(next, end)}) {
    const double longer =
        grown * Distance(before[from], before[to]) / std::max(1.0, Distance(corners[from], corners[to]));
    corners[to] = {corners[from].x + longer * (corners[to].x - corners[from].x),
                   corners[from].y + longer * (corners[to].y - corners[from].y)};
  }
  return corners;
}

/// Where the card is in this frame; nullopt if that isn't certain.
std::optional<Track> Followed(const Track& track, const Image& image, std::chrono::milliseconds time) {
  constexpr double kLeastOfFound = 0.6;  // of what it was when found
  constexpr double kSameLook = 0.85;     // another print, or a hand over it, is less alike
  constexpr double kMostGrown = 1.25;    // of the area, from frame to frame
  const cv::Mat frame = imaging::ViewAsMat(image);
  const std::optional<std::size_t> unseen = UnseenSide(track.support);
  const auto refined = [&](const Quad& near, double reach) {
    RefinedQuad quad = RefineCorners(frame, near, reach);
    if (unseen) quad.corners = WithUnseenSide(track.card.corners, quad.corners, *unseen);
    return quad;
  };
  const RefinedQuad wide = refined(Moved(track, time), Wide(frame));
  for (std::size_t i = 0; i < 4; ++i) {
    if (i != unseen && wide.support[i] < std::max(kLeastSupport, kLeastOfFound * track.support[i]))
      return std::nullopt;
  }
  Track followed = track;
  followed.card.corners = refined(wide.corners, Narrow(frame)).corners;
  followed.card.foreground = {};
  const double grown = Area(followed.card.corners) / std::max(1.0, Area(track.card.corners));
  if (!IsConvex(followed.card.corners) || grown > kMostGrown || grown * kMostGrown < 1) return std::nullopt;
  if (IsOutside(followed.card.corners, frame)) return std::nullopt;
  if (LookLikeness(RoughLook(image, followed.card.corners), track.look) < kSameLook) return std::nullopt;
  followed.motion = MotionOf(track.card.corners, followed.card.corners, time);
  return followed;
}

/// A few fields of the picture, in colour, each the mean of some of its pixels.
cv::Mat Glimpse(const Image& frame) {
  const cv::Size fields(32, 18), pixels(160, 90);
  cv::Mat some, glimpse;
  cv::resize(imaging::ViewAsMat(frame), some, pixels, 0, 0, cv::INTER_NEAREST);
  cv::resize(some, glimpse, fields, 0, 0, cv::INTER_AREA);
  return glimpse;
}

bool HasChanged(const cv::Mat& glimpse, const cv::Mat& before) {
  constexpr double kNoise = 6;  // grey levels that a field changes by itself
  return glimpse.type() != before.type() || cv::norm(glimpse, before, cv::NORM_INF) > kNoise;
}

/// Whether every one of the cards was found in the frame, too.
bool AreAmong(const std::vector<FoundCard>& cards, const std::vector<FoundCard>& found) {
  return std::ranges::all_of(cards, [&](const FoundCard& card) {
    return std::ranges::any_of(
        found, [&](const FoundCard& its) { return CornerError(card.corners, its.corners) < kSameCard; });
  });
}

/// What covers the background in a card's shape. What is printed on it says little: glare may hide it.
std::vector<FoundCard> FindIn(const Image& foreground, const Image& frame) {
  constexpr double kWhateverIsInside = -6;  // log odds
  const cv::Mat picture = imaging::ViewAsMat(frame);
  std::vector<FoundCard> found =
      FindCards(foreground, FinderOptions::OfCamera(Sizes::kSmall, kWhateverIsInside));
  for (FoundCard& card : found) {
    card.foreground = foreground;
    // The frame is more exact where it shows the edges, too.
    const RefinedQuad refined = RefineCorners(picture, card.corners, Narrow(picture));
    if (std::ranges::min(refined.support) >= kLeastSupport) card.corners = refined.corners;
  }
  return found;
}

}  // namespace

class CardTracker::Tracks {
 public:
  std::vector<FoundCard> Find(const Image& frame, Instant at) {
    const auto time = last_ ? at - *last_ : kGap;
    last_ = at;
    if (time >= kGap || frame.width() != width_ || frame.height() != height_) {
      tracks_.clear();
    } else if (tracks_.empty() && IsStillEmpty(frame, at)) {
      return {};
    }
    std::vector<Known> known = Follow(frame, time);
    if (known.empty() || at - searched_ >= kSearchAgain || !std::ranges::all_of(known, &Known::IsFollowed))
      return Search(frame, at, time, known);
    std::ranges::transform(known, tracks_.begin(), [](Known& card) { return *std::move(card.now); });
    return Cards();
  }

  void LookCloselyUntil(Instant at) { closely_until_ = at; }

  int searches() const { return searches_; }

 private:
  /// A card of the frame before.
  struct Known {
    Track before;
    std::optional<Track> now;  ///< if it could be followed

    bool IsFollowed() const { return now.has_value(); }
  };

  std::vector<FoundCard> Cards() const {
    std::vector<FoundCard> cards;
    for (const Track& track : tracks_) {
      cards.push_back(track.card);
      cards.back().corners = InOrder(track.card.corners);
    }
    return cards;
  }

  std::vector<Known> Follow(const Image& frame, std::chrono::milliseconds time) const {
    std::vector<Known> known;
    for (const Track& track : tracks_)
      known.push_back({track, Followed(track, frame, time)});
    return known;
  }

  bool IsStillEmpty(const Image& frame, Instant at) const {
    if (at - searched_ < kPause) return true;
    if (at - seen_ < kCalm) return false;
    return at - searched_ < kLookAgain && !HasChanged(Glimpse(frame), glimpse_);
  }

  std::vector<FoundCard> Search(const Image& frame, Instant at, std::chrono::milliseconds time,
                                const std::vector<Known>& known) {
    const std::vector<FoundCard> found = LookAt(frame, at);
    ++searches_;
    searched_ = at;
    width_ = frame.width();
    height_ = frame.height();
    tracks_.clear();
    if (found.size() > kMostFollowed) {
      seen_ = at;
      return found;
    }
    for (const FoundCard& card : found)
      tracks_.push_back(Begin(card, known, frame, time, at));
    KeepOverlooked(known, at);
    if (tracks_.empty()) {
      glimpse_ = Glimpse(frame);
      background_.Learn(frame, at);
    } else {
      seen_ = at;
    }
    return Cards();
  }

  /// In the frame, where that finds nothing in its foreground, and from then on in the foreground as long as
  /// the frame doesn't show what was found there.
  std::vector<FoundCard> LookAt(const Image& frame, Instant at) {
    constexpr auto kHiddenFor = 500ms;  // what the frame doesn't show: then it is asked again
    const bool is_hidden = at < hidden_until_;
    if (is_hidden || foreground_next_) {
      foreground_next_ = false;
      if (LookInForeground(frame)) return in_foreground_;
      if (!is_hidden) return {};
    }
    std::vector<FoundCard> found = LookAtFrame(frame, at);
    if (in_foreground_.empty() || AreAmong(in_foreground_, found)) {
      in_foreground_.clear();
      return found;
    }
    if (!LookInForeground(frame)) return found;
    hidden_until_ = at + kHiddenFor;
    return in_foreground_;
  }

  /// Where one size finds nothing, the next look is at another, and where that finds nothing either, or what
  /// hardly convinces, in the foreground.
  std::vector<FoundCard> LookAtFrame(const Image& frame, Instant at) {
    constexpr double kHardly = 0.4;  // of the confidence
    if (at < closely_until_) sizes_ = Sizes::kUsual;
    std::vector<FoundCard> found = FindCards(frame, FinderOptions::OfCamera(sizes_));
    foreground_next_ = found.empty() ? sizes_ == Sizes::kUsual : found.front().confidence < kHardly;
    sizes_ = found.empty() && sizes_ == Sizes::kSmall ? Sizes::kUsual : Sizes::kSmall;
    return found;
  }

  /// False if nothing is found there.
  bool LookInForeground(const Image& frame) {
    const std::optional<Image> foreground = background_.ForegroundOf(frame);
    in_foreground_ = foreground ? FindIn(*foreground, frame) : std::vector<FoundCard>();
    return !in_foreground_.empty();
  }

  /// What one search overlooks and still has its edges and its look is followed for a moment longer.
  void KeepOverlooked(const std::vector<Known>& known, Instant at) {
    for (const Known& card : known) {
      if (!card.now || at - card.now->last_found >= kOverlooked) continue;
      const auto lies_there = [&](const Track& track) {
        return Overlap(track.card.corners, card.now->card.corners);
      };
      if (std::ranges::none_of(tracks_, lies_there)) tracks_.push_back(*card.now);
    }
  }

  /// What is known of its motion goes on with it.
  static Track Begin(const FoundCard& card, const std::vector<Known>& known, const Image& image,
                     std::chrono::milliseconds time, Instant at) {
    const cv::Mat frame = imaging::ViewAsMat(image);
    Track track{card, {}, RefineCorners(frame, card.corners, Wide(frame)).support, {}, at};
    for (const auto& [last, now] : known) {
      if (CornerError(card.corners, last.card.corners) > kSameCard) continue;
      // Where a side isn't seen, noise decides where it is found: what convinced most is kept.
      if (now && UnseenSide(track.support) && now->card.confidence >= card.confidence) {
        Track kept = *now;
        kept.last_found = at;
        return kept;
      }
      track.card.corners = NumberedAs(last.card.corners, card.corners);
      track.motion = MotionOf(last.card.corners, track.card.corners, time);
    }
    track.look = RoughLook(image, track.card.corners);
    return track;
  }

  std::vector<Track> tracks_;
  cv::Mat glimpse_;  ///< of the last frame without a card that was searched
  std::optional<Instant> last_;
  Instant searched_{}, seen_{}, closely_until_{};
  int width_ = 0, height_ = 0;
  int searches_ = 0;
  Background background_;
  Sizes sizes_ = Sizes::kSmall;  ///< that are searched next
  bool foreground_next_ = false;
  std::vector<FoundCard> in_foreground_;  ///< found there since a look at the frame showed the same
  Instant hidden_until_{};
};

CardTracker::CardTracker() : tracks_(std::make_unique<Tracks>()) {}

CardTracker::~CardTracker() = default;

std::vector<FoundCard> CardTracker::Find(const Image& frame, Instant at) {
  return tracks_->Find(frame, at);
}

void CardTracker::LookCloselyUntil(Instant at) {
  tracks_->LookCloselyUntil(at);
}

int CardTracker::searches() const {
  return tracks_->searches();
}

}  // namespace kith::capture
