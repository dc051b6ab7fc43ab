// SPDX-License-Identifier: Apache-2.0
#include "capture/quad_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numbers>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "capture/table_model.h"

namespace kith::capture {
namespace {

constexpr std::array<double, 2> kStrip = {3.5, 5.5};  // pixels from the side: behind the blur of the edge
constexpr int kOffTable = 4 * kPerDeviation;

/// Which directions of WorkPicture::direction are those of an edge along a side.
class AlongSide {
 public:
  explicit AlongSide(const Line& side) {
    constexpr int kMostTurned = 20 * kDirections / 180;  // 20 degrees
    double normal = std::atan2(side.b, side.a);
    if (normal < 0) normal += std::numbers::pi;
    const int middle = static_cast<int>(normal * kDirections / std::numbers::pi);
    for (int i = middle - kMostTurned; i <= middle + kMostTurned; ++i)
      along_[static_cast<std::size_t>(1 + (i + kDirections) % kDirections)] = true;
  }
  bool operator()(std::uint8_t direction) const { return along_[direction]; }

 private:
  std::array<bool, kDirections + 1> along_{};
};

std::optional<cv::Point> PixelAt(cv::Size size, const Point& point, const Line& line, double distance) {
  const double x = point.x + distance * line.a, y = point.y + distance * line.b;
  if (x < 0 || y < 0 || x >= size.width || y >= size.height) return std::nullopt;
  return cv::Point(static_cast<int>(x), static_cast<int>(y));
}

/// How steep the steepest edge is that runs along `side` within two pixels of the point, as the sum of both
/// parts of the gradient; nullopt if there is none.
std::optional<int> Edge(const WorkPicture& work, const Point& point, const Line& side,
                        const AlongSide& along) {
  std::optional<int> steepest;
  for (const int offset : {0, 1, -1, 2, -2}) {
    const auto at = PixelAt(work.size(), point, side, offset);
    if (!at || !along(work.direction.ptr<std::uint8_t>(at->y)[at->x])) continue;
    const int steep = std::abs(work.dx.ptr<short>(at->y)[at->x]) + std::abs(work.dy.ptr<short>(at->y)[at->x]);
    steepest = std::max(steepest.value_or(0), steep);
  }
  return steepest;
}

struct Strip {
  std::array<int, 3> lab{};  ///< sums
  int off_table = 0;         ///< how many of its samples, those in the shade left out
  int shaded = 0;            ///< how many of its samples may be a shadow on the table
  int count = 0;
};

/// A few pixels on one side of a point: `direction` 1 outside, -1 inside.
Strip Sample(const WorkPicture& work, const Point& point, const Line& side, int direction) {
  Strip strip;
  for (const double distance : kStrip) {
    const auto at = PixelAt(work.size(), point, side, direction * distance);
    if (!at) continue;
    for (std::size_t c = 0; c < 3; ++c)
      strip.lab[c] += work.planes[c].ptr<std::uint8_t>(at->y)[at->x];
    if (work.off_table.ptr<std::uint8_t>(at->y)[at->x] > kOffTable)
      (work.shade.ptr<std::uint8_t>(at->y)[at->x] != 0 ? strip.shaded : strip.off_table) += 1;
    ++strip.count;
  }
  return strip;
}

bool Differ(const Strip& a, const Strip& b, double distance) {
  double square = 0;
  for (std::size_t c = 0; c < 3; ++c) {
    const double difference = double(a.lab[c]) / a.count - double(b.lab[c]) / b.count;
    square += difference * difference;
  }
  return square > distance * distance;
}

/// Counts along the sides of a quad.
struct Along {
  double edge = 0, contrast = 0, table_outside = 0, card_inside = 0;
};

/// The mean and spread of a colour along a quad.
class Spread {
 public:
  void Add(const Strip& strip) {
    for (std::size_t c = 0; c < 3; ++c) {
      const double value = double(strip.lab[c]) / strip.count;
      sums_[c] += value;
      squares_[c] += value * value;
    }
    ++count_;
  }
  /// Standard deviation, of the three planes together.
  double Deviation() const {
    if (count_ == 0) return 0;
    double variance = 0;
    for (std::size_t c = 0; c < 3; ++c)
      variance += squares_[c] / count_ - (sums_[c] / count_) * (sums_[c] / count_);
    return std::sqrt(std::max(0.0, variance));
  }

 private:
  std::array<double, 3> sums_{}, squares_{};
  int count_ = 0;
};

/// Weighs one quad: goes along its sides, and a little beyond them.
class Scale {
 public:
  Scale(const WorkPicture& work, double step)
      : work_(work), step_(step), differs_(std::max(7.0, 1.5 * work.table_noise)) {}

  void WeighSide(const Point& from, const Point& to, std::size_t index) {
    constexpr double kTrim = 0.04;  // rounded corners
    constexpr double kNoise = 20;   // of a gradient; steepness counts in proportion to it
    const Line side = LineThrough(from, to);
    const AlongSide along(side);
    const double length = Distance(from, to);
    const int count = std::max(8, static_cast<int>(length / step_));
    Along& sums = sides_[index];
    for (int i = 0; i < count; ++i) {
      const double t = kTrim + (1 - 2 * kTrim) * (i + 0.5) / count;
      const Point point{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
      if (const auto steep = Edge(work_, point, side, along)) {
        sums.edge += 1.0 / count;
        steepness_ += std::log1p(*steep / kNoise) / (4.0 * count);
      }
      WeighStrips(point, side, count, sums);
    }
    const Point ahead{(to.x - from.x) / length, (to.y - from.y) / length};
    overrun_ += Overrun(from, {-ahead.x, -ahead.y}, side, along, length) / 8;
    overrun_ += Overrun(to, ahead, side, along, length) / 8;
  }

  Evidence Result() const {
    Evidence evidence;
    std::array<double, 4> edges{}, contrasts{};
    for (std::size_t i = 0; i < 4; ++i) {
      edges[i] = sides_[i].edge;
      contrasts[i] = sides_[i].contrast;
      evidence.edge += sides_[i].edge / 4;
      evidence.contrast += sides_[i].contrast / 4;
      evidence.table_outside += sides_[i].table_outside / 4;
      evidence.card_inside += sides_[i].card_inside / 4;
    }
    std::ranges::sort(edges);
    evidence.weakest_edge = edges[0];
    evidence.weaker_edge = edges[1];
    evidence.weakest_contrast = std::ranges::min(contrasts);
    evidence.steepness = steepness_;
    evidence.overrun = overrun_;
    evidence.polarity = std::abs(lighter_ - darker_) / std::max(1.0, lighter_ + darker_);
    evidence.inside_spread = inside_.Deviation();
    evidence.outside_spread = outside_.Deviation();
    return evidence;
  }

 private:
  void WeighStrips(const Point& point, const Line& side, int count, Along& sums) {
    const Strip inside = Sample(work_, point, side, -1);
    const Strip outside = Sample(work_, point, side, 1);
    if (inside.count == 0 || outside.count == 0) return;
    inside_.Add(inside);
    outside_.Add(outside);
    if (Differ(inside, outside, differs_)) {
      sums.contrast += 1.0 / count;
      (inside.lab[0] * outside.count > outside.lab[0] * inside.count ? lighter_ : darker_) += 1.0 / count;
    }
    // A shadow lies beside a card rather than inside of its outline; but a dark card may look like one.
    sums.table_outside += (1 - (outside.off_table + 0.05 * outside.shaded) / outside.count) / count;
    sums.card_inside += (inside.off_table + 0.35 * inside.shaded) / inside.count / count;
  }

  /// The share of the way beyond a corner that has an edge in the side's direction: a card's side ends there,
  /// but a line that goes on belongs to something larger.
  double Overrun(const Point& corner, const Point& ahead, const Line& side, const AlongSide& along,
                 double length) const {
    constexpr double kFrom = 6;      // pixels: the edge's own width
    constexpr double kShare = 0.12;  // of the side's length
    constexpr double kLeast = 12;    // pixels
    const double way = std::max(kLeast, kShare * length);
    const int count = std::max(3, static_cast<int>(way / step_));
    double edge = 0;
    for (int i = 0; i < count; ++i) {
      const double distance = kFrom + way * (i + 0.5) / count;
      const Point point{corner.x + distance * ahead.x, corner.y + distance * ahead.y};
      if (Edge(work_, point, side, along)) edge += 1.0 / count;
    }
    return edge;
  }

  const WorkPicture& work_;
  double step_;
  double differs_;
  std::array<Along, 4> sides_{};
  Spread inside_, outside_;
  double overrun_ = 0, steepness_ = 0, lighter_ = 0, darker_ = 0;
};

double DetailInside(const WorkPicture& work, const Quad& quad) {
  const Quad inner = Grown(quad, -6);
  std::array<cv::Point, 4> polygon;
  std::ranges::transform(inner, polygon.begin(),
                         [](const Point& p) { return cv::Point(cvRound(p.x), cvRound(p.y)); });
  const cv::Rect bounds = cv::boundingRect(polygon) & cv::Rect({}, work.size());
  if (bounds.empty()) return 0;
  for (cv::Point& point : polygon)
    point -= bounds.tl();
  cv::Mat mask = cv::Mat::zeros(bounds.size(), CV_8UC1);
  cv::fillConvexPoly(mask, polygon, 255);
  const int inside = cv::countNonZero(mask);
  cv::bitwise_and(mask, work.edges(bounds), mask);
  return inside == 0 ? 0 : double(cv::countNonZero(mask)) / inside;
}

/// How far a shape is from those that cards have, as the logarithm of a ratio: 85x55, 89x51, 90x54, 91x55 mm
/// and squares, which are rare.
double OddShape(double aspect) {
  constexpr double kLeast = 1.48,
                   kMost = 1.82;  // 3 to 4 % more and less, for what the focal length isn't known
  constexpr double kSquare = 1.06, kRare = 0.06;
  if (aspect < kSquare) return kRare;
  if (aspect < kLeast) return std::min(std::log(kLeast / aspect), kRare + std::log(aspect / kSquare));
  return aspect > kMost ? std::log(aspect / kMost) : 0;
}

/// The focal length isn't known, so the benefit of the doubt goes to the quad.
void WeighShape(const Quad& quad, cv::Size size, Evidence& evidence) {
  // Times the longer side of the picture: webcams and phones, and cut out of what those see.
  constexpr std::array<double, 3> kFocals = {0.75, 1.2, 2.5};
  evidence.odd_shape = evidence.skew = 1;
  for (const double focal : kFocals) {
    const Rectangle shape =
        AsRectangle(quad, {size.width / 2.0, size.height / 2.0}, focal * std::max(size.width, size.height));
    evidence.odd_shape = std::min(evidence.odd_shape, OddShape(shape.aspect));
    evidence.skew = std::min(evidence.skew, shape.skew);
  }
}

}  // namespace

double TableTrust(const WorkPicture& work) {
  const double explained = std::clamp((work.table_share - 0.55) / 0.35, 0.0, 1.0);
  const double plain = std::clamp((18 - work.table_noise) / 12, 0.0, 1.0);
  return explained * plain;
}

/// Logistic regression on 84,649 candidates in photographs, tables of cards and pictures without a card that
/// cardpress made; 3,263 of them lie on a card.
double Evidence::Confidence(double table_trust) const {
  double odds = -9.446 + 0.801 * std::log(std::max(area, 1e-3));
  odds += 6.651 * edge + 0.081 * weakest_edge + 0.237 * weaker_edge - 14.083 * overrun;
  odds += 0.851 * contrast + 3.252 * weakest_contrast + 1.200 * polarity;
  odds += 0.353 * std::min(1.0, inside_spread / 40) - 1.939 * std::min(1.0, outside_spread / 40);
  odds += table_trust * (5.288 * table_outside + 1.810 * card_inside - 7.781);
  odds += 7.171 * std::min(1.0, detail / 0.02) - 0.827 * std::min(0.3, detail);
  odds -= 30.338 * std::min(0.4, odd_shape) + 14.133 * std::min(0.3, skew);
  return 1 / (1 + std::exp(-odds));
}

Evidence Weigh(const WorkPicture& work, const Quad& quad, double step) {
  Scale scale(work, step);
  for (std::size_t i = 0; i < 4; ++i)
    scale.WeighSide(quad[i], quad[(i + 1) % 4], i);
  Evidence evidence = scale.Result();
  const cv::Size size = work.size();
  evidence.aspect = AspectRatio(quad);
  WeighShape(quad, size, evidence);
  evidence.detail = DetailInside(work, quad);
  evidence.area = Area(quad) / size.area();
  return evidence;
}

}  // namespace kith::capture
