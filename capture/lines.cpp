// SPDX-License-Identifier: Apache-2.0
#include "capture/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include <opencv2/core/hal/intrin.hpp>

namespace kith::capture {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr int kBridge = 2;  // pixels: edges are dashed where they cross pixel rows

/// Edge points of one direction of gradient, coordinate by coordinate so that several are compared at once.
struct EdgePoints {
  std::vector<float> x, y;
  std::vector<std::uint8_t> votes;  ///< whether the point still does
};

/// By the direction of the gradient, so that a line looks only at those that could lie on it.
using EdgesByDirection = std::array<EdgePoints, kDirections>;

EdgesByDirection CollectEdges(const WorkPicture& work) {
  EdgesByDirection edges;
  for (const cv::Point& point : work.edge_points) {
    EdgePoints& points = edges[work.direction.at<std::uint8_t>(point) - 1U];
    points.x.push_back(static_cast<float>(point.x) + 0.5F);
    points.y.push_back(static_cast<float>(point.y) + 0.5F);
  }
  for (EdgePoints& points : edges)
    points.votes.assign(points.x.size(), 1);
  return edges;
}

/// Hough's votes for lines, each edge point only for those that its gradient agrees with (O'Gorman and
/// Clowes, 1976): clean peaks for a fraction of the votes.
class LineVotes {
 public:
  explicit LineVotes(cv::Size size)
      : offset_(std::hypot(size.width, size.height)),
        votes_(kAngles, cvCeil(2 * offset_ / kStep) + 3, CV_16SC1, cv::Scalar(0)) {
    for (int i = 0; i < kAngles; ++i) {
      const double theta = i * kPi / kAngles;
      At(i).cosine = cvRound(std::cos(theta) / kStep * kUnit);
      At(i).sine = cvRound(std::sin(theta) / kStep * kUnit);
      At(i).votes = votes_.ptr<short>(i);
      At(i).shift = cvRound((offset_ + (std::cos(theta) + std::sin(theta)) / 2) / kStep * kUnit);
    }
  }

  /// `x`, `y`: of the pixel; `sign`: 1, or -1 to take the vote back.
  void Add(int x, int y, int direction, int sign) {
    const int centre = cvRound((direction + 0.5) * kAngles / kDirections);
    for (int i = centre - kSpread; i <= centre + kSpread; ++i) {
      Angle& at = At(i < kAngles ? i + (i < 0 ? kAngles : 0) : i - kAngles);
      const auto rho = static_cast<unsigned>(x * at.cosine + y * at.sine + at.shift) / (kUnit / kVote);
      const int upper = static_cast<int>(rho % kVote);
      auto* bins = at.votes + rho / kVote;
      bins[0] = static_cast<short>(bins[0] + sign * (int{kVote} - upper));
      bins[1] = static_cast<short>(bins[1] + sign * upper);
      at.stale = true;
    }
  }

  /// The line with the most votes, and how many.
  std::pair<Line, double> Best() {
    int best = 0;
    for (int angle = 0; angle < kAngles; ++angle) {
      Angle& at = At(angle);
      if (at.stale) at.most_votes = MostVotes(angle);
      at.stale = false;
      if (at.most_votes > At(best).most_votes) best = angle;
    }
    const auto* row = votes_.ptr<short>(best);
    const auto peak = std::find(row, row + votes_.cols, At(best).most_votes) - row;
    const double theta = best * kPi / kAngles;
    return {{std::cos(theta), std::sin(theta), static_cast<double>(peak) * kStep - offset_},
            double(At(best).most_votes) / kVote};
  }

 private:
  static constexpr int kAngles = 180;
  static constexpr int kSpread = 7;     // bins of angle to each side: faint edges have noisy gradients
  static constexpr double kStep = 2.0;  // pixels a bin of distance
  /// What a point gives to the two bins that it lies between. A bin of two pixels by the diagonal of the
  /// picture can't overflow.
  static constexpr unsigned kVote = 16;
  static constexpr unsigned kUnit = 1 << 14;  // of fixed-point numbers of bins

  struct Angle {
    int cosine = 0, sine = 0, shift = 0;  ///< bins a pixel, and of the pixel (0, 0), times kUnit
    short* votes = nullptr;               ///< by bin
    short most_votes = 0;
    bool stale = true;  ///< they have to be looked for again
  };

  Angle& At(int angle) { return angles_[static_cast<std::size_t>(angle)]; }

  /// Not std::max_element, which doesn't look at several at once.
  short MostVotes(int angle) const {
    const auto* row = votes_.ptr<short>(angle);
    short most = 0;
    for (int i = 0; i < votes_.cols; ++i)
      most = std::max(most, row[i]);
    return most;
  }

  double offset_;
  cv::Mat votes_;
  std::array<Angle, kAngles> angles_{};
};

/// Calls `visit(points, index, direction)` for the edge points within `kNear` of the line whose gradient is
/// within `most_turned` directions, three degrees each, of its normal.
template <typename Visit>
void ForPointsOn(const Line& line, EdgesByDirection& edges, int most_turned, const Visit& visit) {
  constexpr float kNear = 2.5;
  constexpr std::size_t kLanes = cv::v_float32x4::nlanes;
  const auto a = static_cast<float>(line.a), b = static_cast<float>(line.b), c = static_cast<float>(line.c);
  const cv::v_float32x4 all_a = cv::v_setall_f32(a), all_b = cv::v_setall_f32(b), all_c = cv::v_setall_f32(c);
  const cv::v_float32x4 all_near = cv::v_setall_f32(kNear);
  double normal = std::atan2(line.b, line.a);
  if (normal < 0) normal += kPi;
  const int middle = static_cast<int>(normal * kDirections / kPi);
  for (int i = middle - most_turned; i <= middle + most_turned; ++i) {
    const int direction = (i + kDirections) % kDirections;
    EdgePoints& points = edges[static_cast<std::size_t>(direction)];
    const auto is_near = [&](std::size_t at) {
      return std::abs(a * points.x[at] + b * points.y[at] - c) < kNear;
    };
    std::size_t at = 0;
    for (; at + kLanes <= points.x.size(); at += kLanes) {
      const cv::v_float32x4 distance =
          all_a * cv::v_load(&points.x[at]) + all_b * cv::v_load(&points.y[at]) - all_c;
      if (!cv::v_check_any(cv::v_abs(distance) < all_near)) continue;
      for (std::size_t lane = at; lane < at + kLanes; ++lane) {
        if (is_near(lane)) visit(points, lane, direction);
      }
    }
    for (; at < points.x.size(); ++at) {
      if (is_near(at)) visit(points, at, direction);
    }
  }
}

}  // namespace

SupportedLine::SupportedLine(const Line& line, cv::Size size)
    : line_(line), reach_(cvCeil(std::hypot(size.width, size.height))) {
  covered_.assign(static_cast<std::size_t>(2 * reach_ + 1), 0);
}

int SupportedLine::Position(const Point& point) const {
  return std::clamp(cvRound(line_.a * point.y - line_.b * point.x) + reach_, 0, 2 * reach_);
}

double SupportedLine::Support(int from, int to) const {
  const auto [low, high] = std::minmax(from, to);
  if (high <= low) return 0;
  return double(covered_[static_cast<std::size_t>(high)] - covered_[static_cast<std::size_t>(low)]) /
         (high - low);
}

Point SupportedLine::At(int position) const {
  const double along = position - reach_;
  return {line_.c * line_.a - along * line_.b, line_.c * line_.b + along * line_.a};
}

std::vector<int> SupportedLine::EndsBetween(int from, int to) const {
  const auto [low, high] = std::minmax(from, to);
  std::vector<int> ends;
  for (const int end : to > from ? ends_ : begins_) {
    if (end >= low && end <= high) ends.push_back(end);
  }
  return ends;
}

void SupportedLine::Cover(int position) {
  const int first = std::max(0, position - kBridge), last = std::min(2 * reach_, position + kBridge);
  std::fill(covered_.begin() + first, covered_.begin() + last + 1, 1);
}

void SupportedLine::Finish() {
  constexpr int kGap = 10;  // pixels: less is a part of an edge that is hardly seen
  int last = -1;
  for (int position = 0; position <= 2 * reach_; ++position) {
    if (covered_[static_cast<std::size_t>(position)] == 0) continue;
    if (last < 0 || position - last > kGap) {
      if (last >= 0) ends_.push_back(last - kBridge);
      begins_.push_back(position + kBridge);
    }
    last = position;
  }
  if (last >= 0) ends_.push_back(last - kBridge);
  for (std::size_t i = 1; i < covered_.size(); ++i)
    covered_[i] += covered_[i - 1];
}

std::vector<SupportedLine> FindLines(const WorkPicture& work) {
  constexpr std::size_t kMostLines = 90;  // a sheet of text beside the card has most of them
  // A line takes the votes of its own points only: those of lines that it crosses at a small angle, as a
  // sheet's cross a card's, are needed there.
  constexpr int kTakes = 3, kCounts = 6;  // directions
  constexpr double kTolerance = 1.5;      // pixels: edges of one side lie that near to a line, bowed ones too
  EdgesByDirection edges = CollectEdges(work);
  LineVotes votes(work.size());
  for (int direction = 0; direction < kDirections; ++direction) {
    const EdgePoints& points = edges[static_cast<std::size_t>(direction)];
    for (std::size_t i = 0; i < points.x.size(); ++i)
      votes.Add(static_cast<int>(points.x[i]), static_cast<int>(points.y[i]), direction, 1);
  }
  const double fewest = 0.04 * std::max(work.size().width, work.size().height);
  std::vector<SupportedLine> lines;
  std::vector<Point> on_line;
  for (std::size_t attempt = 0; attempt < 2 * kMostLines && lines.size() < kMostLines; ++attempt) {
    auto [line, count] = votes.Best();
    if (count < fewest) break;
    on_line.clear();
    ForPointsOn(line, edges, kTakes, [&](EdgePoints& points, std::size_t i, int direction) {
      on_line.push_back({points.x[i], points.y[i]});
      if (points.votes[i] != 0)
        votes.Add(static_cast<int>(points.x[i]), static_cast<int>(points.y[i]), direction, -1);
      points.votes[i] = 0;
    });
    if (on_line.size() < 2) continue;
    SupportedLine supported(FitLine(on_line, line, kTolerance), work.size());
    ForPointsOn(supported.line(), edges, kCounts, [&](const EdgePoints& points, std::size_t i, int) {
      supported.Cover(supported.Position({points.x[i], points.y[i]}));
    });
    supported.Finish();
    lines.push_back(std::move(supported));
  }
  return lines;
}

}  // namespace kith::capture
