// SPDX-License-Identifier: Apache-2.0
#include "capture/card_watcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/card_finder.h"
#include "capture/quad.h"
#include "capture/rectify.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr auto kSteadyFor = 500ms;
constexpr auto kGoneAfter = 400ms;        // one missed frame isn't a card taken away
constexpr double kMostMotion = 0.015;     // of the card's diagonal, over the whole of kSteadyFor
constexpr double kJump = 0.06;            // further than this it is being moved, or another card
constexpr double kLeastLongSide = 420;    // pixels: below, letters of 2 mm have fewer than 10
constexpr double kLeastLight = 45;        // mean grey level of the brighter half of the card
constexpr double kLeastSharpness = 0.25;  // as a blur of four pixels leaves it; see Sharpness
constexpr double kSameCard = 0.80;        // see CardWatcher::Likeness

double LongSide(const Quad& quad) {
  return std::max(Distance(quad[0], quad[1]), Distance(quad[3], quad[2]));
}

/// How steep the steepest edges of the print are for their height: the gradient over two pixels as a share of
/// the whole range of lightness. Blur lowers it, dim light doesn't.
double Sharpness(const cv::Mat& whole) {
  // Without the card's own edge, which may be a clean line beside blurred print.
  const int margin = std::min(whole.cols, whole.rows) / 12;
  const cv::Mat gray =
      whole(cv::Rect(margin, margin, whole.cols - 2 * margin, whole.rows - 2 * margin)).clone();
  cv::Mat dx, dy, magnitude;
  cv::Sobel(gray, dx, CV_32F, 1, 0, 3, 0.25);
  cv::Sobel(gray, dy, CV_32F, 0, 1, 3, 0.25);
  cv::magnitude(dx, dy, magnitude);
  const auto quantile = [](const cv::Mat& mat, double share) {
    std::vector<float> values;
    mat.reshape(1, 1).convertTo(values, CV_32F);
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, at);
    return double(*at);
  };
  return quantile(magnitude, 0.995) / std::max(20.0, quantile(gray, 0.99) - quantile(gray, 0.005));
}

double Light(const cv::Mat& gray) {
  const double mean = cv::mean(gray)[0];
  return cv::mean(gray, gray >= mean)[0];
}

}  // namespace

CardWatcher::Descriptor CardWatcher::Describe(const Image& card) {
  cv::Mat small, floats;
  cv::resize(imaging::ToGray(card), small, {16, 9}, 0, 0, cv::INTER_AREA);
  small.convertTo(floats, CV_32F);
  cv::Scalar mean, deviation;
  cv::meanStdDev(floats, mean, deviation);
  floats = (floats - mean[0]) / std::max(2.0, deviation[0]);
  Descriptor descriptor{};
  std::copy(floats.begin<float>(), floats.end<float>(), descriptor.begin());
  return descriptor;
}

double CardWatcher::Likeness(const Descriptor& a, const Descriptor& b) {
  double upright = 0, turned = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    upright += a[i] * b[i];
    turned += a[i] * b[b.size() - 1 - i];
  }
  return std::max(upright, turned) / static_cast<double>(a.size());
}

void CardWatcher::Forget() {
  sightings_.clear();
  captured_.reset();
}

Observation CardWatcher::ObserveNothing(Instant at) {
  if (!last_seen_ || at - *last_seen_ >= kGoneAfter) Forget();
  return {std::nullopt, captured_ ? Hint::kGot : Hint::kShowCard, std::nullopt};
}

bool CardWatcher::IsSteady(Instant at) const {
  if (sightings_.empty() || at - sightings_.front().at < kSteadyFor) return false;
  return std::ranges::all_of(sightings_, [&](const Sighting& sighting) {
    return CornerError(sighting.corners, sightings_.back().corners) < kMostMotion;
  });
}

Observation CardWatcher::Observe(const Image& frame, Instant at) {
  const std::vector<FoundCard> cards = FindCards(frame, {.may_be_whole_picture = false});
  if (cards.empty()) return ObserveNothing(at);
  const Quad corners = cards.front().corners;
  last_seen_ = at;
  if (!sightings_.empty() && CornerError(corners, sightings_.back().corners) > kJump) sightings_.clear();
  const Image card = Rectify(frame, corners);
  const cv::Mat gray = imaging::ToGray(card);
  sightings_.push_back({at, corners, Sharpness(gray), frame});
  // One sighting older than the span stays, so that the span is known to be covered.
  while (sightings_.size() > 1 && at - sightings_[1].at >= kSteadyFor)
    sightings_.pop_front();

  Observation observation{corners, Hint::kHoldStill, std::nullopt};
  const Descriptor descriptor = Describe(card);
  if (captured_ && Likeness(*captured_, descriptor) > kSameCard) {
    observation.hint = Hint::kGot;
    return observation;
  }
  if (LongSide(corners) < kLeastLongSide) {
    observation.hint = Hint::kCloser;
  } else if (Light(gray) < kLeastLight) {
    observation.hint = Hint::kMoreLight;
  } else if (IsSteady(at)) {
    const auto sharpest = std::ranges::max_element(sightings_, {}, &Sighting::sharpness);
    if (sharpest->sharpness < kLeastSharpness) {
      observation.hint = Hint::kTooBlurry;
    } else {
      observation.hint = Hint::kGot;
      observation.card = Rectify(sharpest->frame, sharpest->corners);
      captured_ = descriptor;
    }
  }
  return observation;
}

}  // namespace kith::capture
