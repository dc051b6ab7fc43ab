// SPDX-License-Identifier: Apache-2.0
#include "capture/quad_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numbers>

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

/// A point in fixed point, so that going along a side takes whole numbers only.
struct FixedPoint {
  static constexpr int kOne = 1 << 16;

  int x = 0, y = 0;

  static FixedPoint Of(double x, double y) { return {cvRound(x * kOne), cvRound(y * kOne)}; }
  FixedPoint operator+(const FixedPoint& other) const { return {x + other.x, y + other.y}; }
};

/// The pixel that the point is in, as an index into each continuous plane; -1 if it is outside.
int PixelAt(const WorkPicture& work, const FixedPoint& point) {
  const int x = point.x >> 16, y = point.y >> 16;
  const bool inside = static_cast<unsigned>(x) < static_cast<unsigned>(work.edges.cols) &&
                      static_cast<unsigned>(y) < static_cast<unsigned>(work.edges.rows);
  return inside ? y * work.edges.cols + x : -1;
}

/// What is looked at beside each point of a side.
struct Offsets {
  explicit Offsets(const Line& side) {
    constexpr std::array<int, 5> kAcross = {0, 1, -1, 2, -2};  // pixels from the point that an edge may be
    for (std::size_t i = 0; i < across.size(); ++i)
      across[i] = FixedPoint::Of(kAcross[i] * side.a, kAcross[i] * side.b);
    for (std::size_t i = 0; i < kStrip.size(); ++i) {
      inside[i] = FixedPoint::Of(-kStrip[i] * side.a, -kStrip[i] * side.b);
      outside[i] = FixedPoint::Of(kStrip[i] * side.a, kStrip[i] * side.b);
    }
  }

  std::array<FixedPoint, 5> across;
  std::array<FixedPoint, kStrip.size()> inside, outside;
};

/// How steep the steepest edge is that runs along the side within two pixels of the point, as the sum of both
/// parts of the gradient; -1 if there is none.
int Edge(const WorkPicture& work, const FixedPoint& point, const Offsets& offsets, const AlongSide& along) {
  int steepest = -1;
  for (const FixedPoint& offset : offsets.across) {
    const int at = PixelAt(work, point + offset);
    if (at < 0 || !along(work.direction.data[at])) continue;
    const int steep = std::abs(work.dx.ptr<short>()[at]) + std::abs(work.dy.ptr<short>()[at]);
    steepest = std::max(steepest, steep);
  }
  return steepest;
}

/// How much the steepness of an edge counts: in proportion to it, but for the noise.
double Steepness(int steep) {
  constexpr int kMost = 2 * 4 * 255;  // both parts of the steepest gradient
  constexpr double kNoise = 20;       // of a gradient
  static const auto kTable = [] {
    std::array<double, kMost + 1> table;
    for (int i = 0; i <= kMost; ++i)
      table[static_cast<std::size_t>(i)] = std::log1p(i / kNoise);
    return table;
  }();
  return kTable[static_cast<std::size_t>(std::min(steep, kMost))];
}

struct Strip {
  std::array<int, 3> lab{};  ///< sums
  int off_table = 0;         ///< how many of its samples, those in the shade left out
  int shaded = 0;            ///< how many of its samples may be a shadow on the table
  int count = 0;
};

/// A few pixels on one side of a point.
Strip Sample(const WorkPicture& work, const FixedPoint& point,
             const std::array<FixedPoint, kStrip.size()>& offsets) {
  Strip strip;
  for (const FixedPoint& offset : offsets) {
    const int at = PixelAt(work, point + offset);
    if (at < 0) continue;
    for (std::size_t c = 0; c < 3; ++c)
      strip.lab[c] += work.planes[c].data[at];
    const int off_table = work.off_table.data[at] > kOffTable ? 1 : 0;
    const int shaded = work.shade.data[at] != 0 ? off_table : 0;
    strip.shaded += shaded;
    strip.off_table += off_table - shaded;
    ++strip.count;
  }
  return strip;
}

/// One over the count: divisions take longer than all the rest.
double Share(const Strip& strip) {
  static_assert(kStrip.size() == 2);
  return strip.count == 2 ? 0.5 : 1;
}

bool Differ(const Strip& a, const Strip& b, double distance) {
  double square = 0;
  for (std::size_t c = 0; c < 3; ++c) {
    const double difference = a.lab[c] * Share(a) - b.lab[c] * Share(b);
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
      const double value = strip.lab[c] * Share(strip);
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
    const Line side = LineThrough(from, to);
    const AlongSide along(side);
    const Offsets offsets(side);
    const double length = Distance(from, to);
    const int count = std::max(8, static_cast<int>(length / step_));
    Along& sums = sides_[index];
    int edges = 0;
    double steepness = 0;
    for (int i = 0; i < count; ++i) {
      const double t = kTrim + (1 - 2 * kTrim) * (i + 0.5) / count;
      const auto point = FixedPoint::Of(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y));
      if (const int steep = Edge(work_, point, offsets, along); steep >= 0) {
        ++edges;
        steepness += Steepness(steep);
      }
      WeighStrips(point, offsets, 1.0 / count, sums);
    }
    sums.edge = double(edges) / count;
    steepness_ += steepness / (4.0 * count);
    const Point ahead{(to.x - from.x) / length, (to.y - from.y) / length};
    overrun_ += Overrun(from, {-ahead.x, -ahead.y}, offsets, along, length) / 8;
    overrun_ += Overrun(to, ahead, offsets, along, length) / 8;
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
  void WeighStrips(const FixedPoint& point, const Offsets& offsets, double weight, Along& sums) {
    const Strip inside = Sample(work_, point, offsets.inside);
    const Strip outside = Sample(work_, point, offsets.outside);
    if (inside.count == 0 || outside.count == 0) return;
    inside_.Add(inside);
    outside_.Add(outside);
    if (Differ(inside, outside, differs_)) {
      sums.contrast += weight;
      (inside.lab[0] * outside.count > outside.lab[0] * inside.count ? lighter_ : darker_) += weight;
    }
    // A shadow lies beside a card rather than inside of its outline; but a dark card may look like one.
    sums.table_outside += (1 - (outside.off_table + 0.05 * outside.shaded) * Share(outside)) * weight;
    sums.card_inside += (inside.off_table + 0.35 * inside.shaded) * Share(inside) * weight;
  }

  /// The share of the way beyond a corner that has an edge in the side's direction: a card's side ends there,
  /// but a line that goes on belongs to something larger.
  double Overrun(const Point& corner, const Point& ahead, const Offsets& offsets, const AlongSide& along,
                 double length) const {
    constexpr double kFrom = 6;      // pixels: the edge's own width
    constexpr double kShare = 0.12;  // of the side's length
    constexpr double kLeast = 12;    // pixels
    const double way = std::max(kLeast, kShare * length);
    const int count = std::max(3, static_cast<int>(way / step_));
    int edges = 0;
    for (int i = 0; i < count; ++i) {
      const double distance = kFrom + way * (i + 0.5) / count;
      const auto point = FixedPoint::Of(corner.x + distance * ahead.x, corner.y + distance * ahead.y);
      edges += Edge(work_, point, offsets, along) >= 0 ? 1 : 0;
    }
    return double(edges) / count;
  }

  const WorkPicture& work_;
  double step_;
  double differs_;
  std::array<Along, 4> sides_{};
  Spread inside_, outside_;
  double overrun_ = 0, steepness_ = 0, lighter_ = 0, darker_ = 0;
};

/// The pixels of a row, from `first` to before `last`, whose centres are inside of a quad.
struct Span {
  int first, last;
};

Span SpanOf(const std::array<Line, 4>& sides, int y, int width) {
  double left = 0, right = width;
  for (const Line& side : sides) {
    const double rest = side.c - side.b * (y + 0.5);
    if (std::abs(side.a) < 1e-6) {
      if (rest < 0) return {0, 0};
    } else if (side.a > 0) {
      right = std::min(right, rest / side.a);
    } else {
      left = std::max(left, rest / side.a);
    }
  }
  return {cvRound(left), cvRound(right)};
}

double DetailInside(const WorkPicture& work, const Quad& quad) {
  constexpr double kRim = 6;  // pixels: the quad's own edge
  std::array<Line, 4> sides;
  for (std::size_t i = 0; i < 4; ++i) {
    sides[i] = LineThrough(quad[i], quad[(i + 1) % 4]);
    sides[i].c -= kRim;
  }
  const auto [top, bottom] = std::ranges::minmax(quad, {}, &Point::y);
  const int first = std::max(0, cvFloor(top.y)), last = std::min(work.size().height, cvCeil(bottom.y));
  int inside = 0, edges = 0;
  for (int y = first; y < last; ++y) {
    const Span span = SpanOf(sides, y, work.size().width);
    if (span.last <= span.first) continue;
    inside += span.last - span.first;
    const auto* before = work.edges_before.ptr<std::uint16_t>(y);
    edges += before[span.last] - before[span.first];
  }
  return inside == 0 ? 0 : double(edges) / inside;
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
  evidence.aspect = AspectRatio(quad);
  evidence.area = Area(quad) / size.area();
}

/// Nothing convinces more than such sides.
Evidence BestSides() {
  Evidence best;
  best.edge = best.weakest_edge = best.weaker_edge = 1;
  best.contrast = best.weakest_contrast = best.polarity = 1;
  best.inside_spread = 255;
  best.table_outside = best.card_inside = 1;
  return best;
}

}  // namespace

double TableTrust(const WorkPicture& work) {
  const double explained = std::clamp((work.table_share - 0.55) / 0.35, 0.0, 1.0);
  const double plain = std::clamp((18 - work.table_noise) / 12, 0.0, 1.0);
  return explained * plain;
}

Evidence Weigh(const WorkPicture& work, const Quad& quad, double step, double least_confidence) {
  const double trust = TableTrust(work);
  Evidence best = BestSides();
  WeighShape(quad, work.size(), best);
  if (best.MostConfidence(trust) < least_confidence) return Evidence{};
  Scale scale(work, step);
  for (std::size_t i = 0; i < 4; ++i)
    scale.WeighSide(quad[i], quad[(i + 1) % 4], i);
  Evidence evidence = scale.Result();
  WeighShape(quad, work.size(), evidence);
  if (evidence.MostConfidence(trust) < least_confidence) return evidence;
  evidence.detail = DetailInside(work, quad);
  return evidence;
}

}  // namespace kith::capture
