// SPDX-License-Identifier: Apache-2.0
#include "capture/demo_source.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numbers>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/picture_source.h"
#include "core/language.h"
#include "imaging/mat.h"

namespace kith::capture {
namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 720;
// Frames of one card's visit, out of kDemoFramesPerCard; the rest is the empty table.
constexpr std::int64_t kArrives = 30;
constexpr std::int64_t kHeldUntil = 80;
constexpr std::int64_t kGone = 104;
constexpr double kCardShare = 0.52;  // of the frame's width (a landscape card) or height (a portrait one)

/// 0 to 1 with no jerk at the ends.
double Ease(double t) {
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
}

/// A number from -1 to 1 that differs from visit to visit, the same on every machine.
double Vary(std::int64_t visit, int salt) {
  std::uint64_t bits =
      static_cast<std::uint64_t>(visit) * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(salt);
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<double>((bits ^ (bits >> 31)) >> 11) / static_cast<double>(1ULL << 52) - 1.0;
}

/// How the card is held at a frame.
struct Pose {
  double x = 0, y = 0;  ///< centre
  double angle = 0;     ///< radians, clockwise
  double scale = 1;
  double tilt = 0;  ///< how much nearer the lower edge is than the upper one
};

Pose PoseAt(std::int64_t frame_index) {
  const std::int64_t visit = frame_index / kDemoFramesPerCard;
  const auto phase = static_cast<double>(frame_index % kDemoFramesPerCard);
  const double from_side = Vary(visit, 1) < 0 ? -1 : 1;
  const double away = 1 - Ease(phase / kArrives) + Ease((phase - kHeldUntil) / (kGone - kHeldUntil));
  const double tremble = 0.6;  // pixels, of a hand that holds still
  return {
      kWidth * (0.5 + 0.05 * Vary(visit, 2)) + from_side * away * kWidth + tremble * std::sin(phase * 0.9),
      kHeight * (0.5 + 0.04 * Vary(visit, 3)) + away * kHeight * 0.4 + tremble * std::cos(phase * 0.7),
      0.12 * Vary(visit, 4) + 0.5 * away * from_side, 1 + 0.05 * Vary(visit, 5) + 0.2 * away,
      0.05 + 0.03 * Vary(visit, 6)};
}

cv::Mat MakeTable() {
  cv::RNG random(20);
  cv::Mat grain(kHeight, kWidth / 8, CV_32FC1);
  random.fill(grain, cv::RNG::NORMAL, 0.0, 9.0);
  cv::resize(grain, grain, {kWidth, kHeight}, 0, 0, cv::INTER_CUBIC);
  cv::GaussianBlur(grain, grain, {0, 0}, 14, 0.8);
  cv::Mat table(kHeight, kWidth, CV_8UC3);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const double light = 1.08 - 0.16 * x / kWidth - 0.08 * y / kHeight;
      const float value = 4.0F * grain.at<float>(y, x);
      table.at<cv::Vec3b>(y, x) = {cv::saturate_cast<std::uint8_t>((74 + 0.7F * value) * light),
                                   cv::saturate_cast<std::uint8_t>((102 + value) * light),
                                   cv::saturate_cast<std::uint8_t>((136 + value) * light)};
    }
  }
  return table;
}

const cv::Mat& Table() {
  static const cv::Mat table = MakeTable();
  return table;
}

const Image& CardAt(std::span<const Image> cards, std::int64_t frame_index) {
  const auto visit = static_cast<std::size_t>(frame_index / kDemoFramesPerCard);
  return cards[visit % cards.size()];
}

std::array<cv::Point2f, 4> PixelCentresOf(const Quad& quad) {
  std::array<cv::Point2f, 4> points;
  std::ranges::transform(quad, points.begin(), [](const Point& p) {
    return cv::Point2f(static_cast<float>(p.x - 0.5), static_cast<float>(p.y - 0.5));
  });
  return points;
}

/// The part of a frame that a card with those corners and its shadow take.
cv::Rect PartTaken(const Quad& corners, const cv::Size& frame) {
  constexpr int kShadow = 24;  // how far it falls, rounded up
  const std::array<cv::Point2f, 4> points = PixelCentresOf(corners);
  const cv::Rect card = cv::boundingRect(std::vector<cv::Point2f>(points.begin(), points.end()));
  return (card + cv::Size(2 * kShadow, 2 * kShadow) - cv::Point(kShadow, kShadow)) & cv::Rect({}, frame);
}

/// The card over the picture, with a soft shadow below it.
void Place(const cv::Mat& card, const Quad& corners, cv::Mat& picture) {
  const cv::Rect part = PartTaken(corners, picture.size());
  if (part.empty()) return;
  cv::Mat frame = picture(part);
  const Quad whole = {Point{0, 0}, Point{double(card.cols), 0}, Point{double(card.cols), double(card.rows)},
                      Point{0, double(card.rows)}};
  std::array<cv::Point2f, 4> there = PixelCentresOf(corners);
  for (cv::Point2f& corner : there)
    corner -= cv::Point2f(part.tl());
  const cv::Mat frame_from_card = cv::getPerspectiveTransform(PixelCentresOf(whole).data(), there.data());
  cv::Mat mask, warped, shadow;
  cv::warpPerspective(cv::Mat(card.size(), CV_8UC1, cv::Scalar(255)), mask, frame_from_card, frame.size(),
                      cv::INTER_LINEAR);
  cv::warpPerspective(card, warped, frame_from_card, frame.size(), cv::INTER_AREA, cv::BORDER_REPLICATE);
  const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, 5, 0, 1, 9);
  cv::warpAffine(mask, shadow, shift, frame.size());
  cv::blur(shadow, shadow, {21, 21});
  cv::Mat light;
  shadow.convertTo(light, CV_8U, -0.30, 255);
  cv::cvtColor(light, light, cv::COLOR_GRAY2BGR);
  cv::multiply(frame, light, frame, 1.0 / 255);
  cv::Mat alpha, behind;
  cv::cvtColor(mask, alpha, cv::COLOR_GRAY2BGR);
  cv::bitwise_not(alpha, behind);
  cv::multiply(frame, behind, frame, 1.0 / 255);
  cv::multiply(warped, alpha, warped, 1.0 / 255);
  cv::add(frame, warped, frame);
}

class DemoSource final : public FrameSource {
 public:
  DemoSource(std::vector<Image> cards, double fps) : cards_(std::move(cards)), fps_(fps) {}

  Result<Frame> Next(std::stop_token stop) override {
    const auto now = std::chrono::steady_clock::now();
    if (index_ == 0) begin_ = now;
    const auto due = begin_ + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                  std::chrono::duration<double>(static_cast<double>(index_) / fps_));
    std::mutex unshared;
    std::unique_lock lock(unshared);
    std::condition_variable_any().wait_until(lock, stop, due, [] { return false; });
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Stopped."};
    // As a camera does: a caller that was slow misses frames instead of seeing the past.
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin_;
    index_ = std::max(index_, static_cast<std::int64_t>(elapsed.count() * fps_));
    return Frame{DrawDemoFrame(cards_, index_++), kName};
  }
  bool IsLive() const override { return true; }
  std::string Description() const override { return std::string(Tr(kName)); }

 private:
  /// What is kept of a card as where it is from says it in English.
  static constexpr const char* kName = TrLater("Demo camera");

  const std::vector<Image> cards_;
  const double fps_;
  std::chrono::steady_clock::time_point begin_;
  std::int64_t index_ = 0;
};

/// Card images are drawn at about 700 px; larger ones would only cost time, and flicker.
Image ScaleForDemo(const Image& card) {
  constexpr double kEnough = 1000;
  const double scale = kEnough / std::max(card.width(), card.height());
  if (scale >= 1) return card;
  cv::Mat scaled;
  cv::resize(imaging::ViewAsMat(card), scaled, {}, scale, scale, cv::INTER_AREA);
  return imaging::ToImage(scaled);
}

}  // namespace

bool DemoCardIsHeld(std::int64_t frame_index) {
  const std::int64_t phase = frame_index % kDemoFramesPerCard;
  return phase >= kArrives && phase < kHeldUntil;
}

Quad DemoCardCorners(const Image& card, std::int64_t frame_index) {
  const Pose pose = PoseAt(frame_index);
  const bool landscape = card.width() >= card.height();
  const double scale = pose.scale * (landscape ? kCardShare * kWidth / card.width()
                                               : 1.4 * kCardShare * kHeight / card.height());
  const double half_width = scale * card.width() / 2;
  const double half_height = scale * card.height() / 2;
  const auto place = [&](double side, double end) {
    const double nearness = 1 + end * pose.tilt;
    const double x = side * half_width * nearness;
    const double y = end * half_height * (1 + 0.5 * end * pose.tilt);
    return Point{pose.x + x * std::cos(pose.angle) - y * std::sin(pose.angle),
                 pose.y + x * std::sin(pose.angle) + y * std::cos(pose.angle)};
  };
  return {place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)};
}

Image DrawDemoFrame(std::span<const Image> cards, std::int64_t frame_index) {
  cv::Mat frame = Table().clone();
  if (frame_index % kDemoFramesPerCard < kGone) {
    const Image& card = CardAt(cards, frame_index);
    Place(imaging::ViewAsMat(card), DemoCardCorners(card, frame_index), frame);
  }
  return imaging::ToImage(frame);
}

Result<std::unique_ptr<FrameSource>> OpenDemo(const std::filesystem::path& folder, double fps) {
  auto pictures = OpenPictures(folder);
  if (!pictures) return pictures.error();
  std::vector<Image> cards;
  for (;;) {
    Result<Frame> frame = (*pictures)->Next({});
    if (!frame && frame.error().code == ErrorCode::kEndOfStream) break;
    if (!frame) return frame.error();
    cards.push_back(ScaleForDemo(frame->image));
  }
  if (cards.empty()) {
    return Error{
        ErrorCode::kNotFound,
        Filled(Tr("{0}: there are no card pictures for the demo. Install Kith again."), {folder.string()})};
  }
  return std::unique_ptr<FrameSource>(std::make_unique<DemoSource>(std::move(cards), fps > 0 ? fps : 30));
}

}  // namespace kith::capture
