// SPDX-License-Identifier: Apache-2.0
#include "capture/background.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/card_finder.h"
#include "capture/picture_change.h"
#include "capture/reduced.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

using namespace std::chrono_literals;

constexpr int kSide = 640;  // of the pictures that are compared
constexpr double kSmallestShare = FinderOptions().smallest_area;
constexpr double kLargestShare = 0.85;  // of the picture, that a card and the arm that holds it cover

/// In colour, at most kSide pixels long; may share the frame's pixels.
cv::Mat SmallPicture(const Image& frame) {
  const cv::Mat full = imaging::ViewAsMat(frame);
  const double scale = std::max(1.0, double(std::max(full.cols, full.rows)) / kSide);
  return imaging::ToColour(Reduced(full, scale));
}

float Median(std::vector<float>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// What is as large as a card at least, without holes.
cv::Mat LargeParts(const cv::Mat& mask) {
  constexpr int kSpeck = 5;  // pixels
  cv::Mat opened;
  cv::morphologyEx(mask, opened, cv::MORPH_OPEN, cv::Mat::ones(kSpeck, kSpeck, CV_8U));
  std::vector<std::vector<cv::Point>> outlines, large;
  cv::findContours(opened, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  std::ranges::copy_if(outlines, std::back_inserter(large), [&](const std::vector<cv::Point>& outline) {
    return cv::contourArea(outline) > kSmallestShare * static_cast<double>(mask.total());
  });
  cv::Mat parts = cv::Mat::zeros(mask.size(), CV_8U);
  cv::drawContours(parts, large, -1, 255, cv::FILLED);
  return parts;
}

double ShareOf(const cv::Mat& mask) {
  return static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(mask.total());
}

int Unlikeness(const cv::Vec3b& a, const cv::Vec3b& b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

/// Of a few colours that a card's edge is seldom of, the one that is least like what is along the border of
/// the foreground.
cv::Scalar UnlikeBorderOf(const cv::Mat& foreground, const cv::Mat& small) {
  static const std::array<cv::Vec3b, 5> kColours = {
      {{0, 0, 0}, {255, 255, 255}, {0, 200, 0}, {200, 0, 200}, {255, 0, 0}}};
  constexpr int kBorder = 9;  // pixels
  constexpr int kStep = 3;
  cv::Mat inner;
  cv::erode(foreground, inner, cv::Mat::ones(kBorder, kBorder, CV_8U));
  std::array<std::vector<int>, 5> distances;
  for (int y = 0; y < small.rows; y += kStep) {
    for (int x = 0; x < small.cols; x += kStep) {
      if (foreground.at<std::uint8_t>(y, x) == inner.at<std::uint8_t>(y, x)) continue;
      const auto& pixel = small.at<cv::Vec3b>(y, x);
      for (std::size_t i = 0; i < kColours.size(); ++i)
        distances[i].push_back(Unlikeness(pixel, kColours[i]));
    }
  }
  const auto tenth = [](std::vector<int>& all) {
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 10);
    std::ranges::nth_element(all, at);
    return *at;
  };
  const auto best = std::ranges::max_element(distances, {}, tenth);
  const cv::Vec3b& colour = kColours[static_cast<std::size_t>(best - distances.begin())];
  return {double(colour[0]), double(colour[1]), double(colour[2])};
}

cv::Mat Around(const cv::Mat& change) {
  constexpr int kWindow = 15;
  cv::Mat around;
  cv::boxFilter(change, around, CV_32F, {kWindow, kWindow});
  return around;
}

/// Something that moves between the first two frames mustn't be taken for noise.
template <typename Value>
cv::Mat FirstNoise(const cv::Mat& change) {
  constexpr int kStep = 7;
  constexpr double kMostOfMedian = 3;
  std::vector<float> some;
  for (int y = 0; y < change.rows; y += kStep) {
    for (int x = 0; x < change.cols; x += kStep)
      some.push_back(change.ptr<Value>(y)[x]);
  }
  return cv::min(Around(change), kMostOfMedian * Median(some));
}

Image PaintedOver(const Image& frame, const cv::Mat& foreground, const cv::Scalar& colour) {
  constexpr PixelFormat kFormat = PixelFormat::kBgr24;
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(frame.width()) *
                                   static_cast<std::size_t>(frame.height() * BytesPerPixel(kFormat)));
  cv::Mat painted(frame.height(), frame.width(), CV_8UC3, pixels.data());
  imaging::ToColour(imaging::ViewAsMat(frame)).copyTo(painted);
  cv::Mat background;
  cv::resize(foreground, background, painted.size(), 0, 0, cv::INTER_LINEAR);
  cv::threshold(background, background, 127, 255, cv::THRESH_BINARY_INV);
  painted.setTo(colour, background);
  return Image(frame.width(), frame.height(), kFormat, std::move(pixels));
}

}  // namespace

class Background::Model {
 public:
  void Learn(const Image& frame, Instant at) {
    constexpr auto kEvery = 80ms, kEveryOnceKnown = 500ms;
    constexpr int kLeastSide = 64;  // pixels: on smaller frames no card could be read
    if (std::min(frame.width(), frame.height()) < kLeastSide) return;
    if (learned_ > 0 && at - learned_at_ < (learned_ < kRemembered ? kEvery : kEveryOnceKnown)) return;
    learned_at_ = at;
    const cv::Mat small = SmallPicture(frame);
    if (small.size() != shown_.picture.size()) return Start(small);
    const Change change = ChangeSince(shown_, small);
    if (learned_ == 1) {
      fine_noise_ = FirstNoise<std::uint16_t>(change.fine);
      coarse_noise_ = FirstNoise<float>(change.coarse);
      SetThresholds();
    }
    const cv::Mat covered = LargeParts(HasChanged(change));
    const double share = ShareOf(covered);
    if (share > kLargestShare || HasSettled(small, share > 0, at)) return Start(small);
    ++learned_;
    LearnWhereNot(covered, small, change);
  }

  std::optional<Image> ForegroundOf(const Image& frame) const {
    if (learned_ < 2 || frame.empty()) return std::nullopt;
    const cv::Mat small = SmallPicture(frame);
    if (small.size() != shown_.picture.size()) return std::nullopt;
    const cv::Mat foreground = LargeParts(HasChanged(ChangeSince(shown_, small)));
    const double share = ShareOf(foreground);
    if (share < kSmallestShare || share > kLargestShare) return std::nullopt;
    return PaintedOver(frame, foreground, UnlikeBorderOf(foreground, small));
  }

 private:
  static constexpr int kRemembered = 16;  // frames, or so

  void Start(const cv::Mat& small) {
    small.convertTo(mean_, CV_32F);
    shown_ = Remember(small);
    learned_ = 1;
    settling_.reset();
  }

  void LearnWhereNot(const cv::Mat& covered, const cv::Mat& small, const Change& change) {
    constexpr int kRememberedLonger = 256;  // while something is there: a part of it may hardly show
    constexpr int kMargin = 9;              // pixels that what covers it is made wider by
    const bool is_empty = cv::countNonZero(covered) == 0;
    const double rate = 1.0 / (is_empty ? std::min(learned_, kRemembered) : kRememberedLonger);
    cv::Mat same, coarse_same;
    cv::dilate(covered, same, cv::Mat::ones(kMargin, kMargin, CV_8U));
    cv::bitwise_not(same, same);
    cv::resize(same, coarse_same, change.coarse.size(), 0, 0, cv::INTER_NEAREST);
    cv::accumulateWeighted(small, mean_, rate, same);
    cv::accumulateWeighted(Around(change.fine), fine_noise_, rate, same);
    cv::accumulateWeighted(Around(change.coarse), coarse_noise_, rate, coarse_same);
    shown_ = Remember(mean_);
    SetThresholds();
  }

  void SetThresholds() {
    constexpr double kOfFineNoise = 2, kLeastFineNoise = 7;        // one and a half grey levels a channel
    constexpr double kOfCoarseNoise = 4, kLeastCoarseNoise = 0.5;  // four tenths of a level
    cv::Mat(kOfFineNoise * cv::max(fine_noise_, kLeastFineNoise)).convertTo(fine_threshold_, CV_16U);
    coarse_threshold_ = kOfCoarseNoise * cv::max(coarse_noise_, kLeastCoarseNoise);
  }

  /// 8UC1, 255 where it has: in either way. `noisy`: how many times as noisy as against the mean it is.
  cv::Mat HasChanged(const Change& change, double noisy = 1) const {
    constexpr int kFineSpread = 3, kCoarseSpread = 5;  // pixels: as far as both spread what has changed
    cv::Mat fine, coarse;
    cv::compare(change.fine, noisy * fine_threshold_, fine, cv::CMP_GT);
    cv::compare(change.coarse, noisy * coarse_threshold_, coarse, cv::CMP_GT);
    cv::erode(fine, fine, cv::Mat::ones(kFineSpread, kFineSpread, CV_8U));
    cv::erode(coarse, coarse, cv::Mat::ones(kCoarseSpread, kCoarseSpread, CV_8U));
    cv::resize(coarse, coarse, fine.size(), 0, 0, cv::INTER_LINEAR);
    cv::threshold(coarse, coarse, 127, 255, cv::THRESH_BINARY);
    cv::bitwise_or(fine, coarse, fine);
    return fine;
  }

  /// Whether what covers the background has been still for long.
  bool HasSettled(const cv::Mat& small, bool covered, Instant at) {
    if (!covered) {
      settling_.reset();
      return false;
    }
    constexpr double kOfTwoFrames = 2;
    const bool still =
        settling_ && ShareOf(LargeParts(HasChanged(ChangeSince(*settling_, small), kOfTwoFrames))) == 0;
    if (still) return at - settling_since_ >= kSettles;
    settling_ = Remember(small);
    settling_since_ = at;
    return false;
  }

  cv::Mat mean_;                               ///< 32FC3
  Remembered shown_;                           ///< the same
  cv::Mat fine_noise_, coarse_noise_;          ///< 32FC1: what ChangeSince gives where nothing has changed
  cv::Mat fine_threshold_, coarse_threshold_;  ///< as Change: what it gives where something has
  std::optional<Remembered> settling_;         ///< with what covers the background
  Instant settling_since_{}, learned_at_{};
  int learned_ = 0;  ///< frames since the start
};

Background::Background() : model_(std::make_unique<Model>()) {}

Background::~Background() = default;

void Background::Learn(const Image& frame, Instant at) {
  model_->Learn(frame, at);
}

std::optional<Image> Background::ForegroundOf(const Image& frame) const {
  return model_->ForegroundOf(frame);
}

}  // namespace kith::capture
