// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "capture/quad_candidates.h"

namespace kith::capture {
namespace {

constexpr double kPi = std::numbers::pi;

struct EdgePoint {
  float x, y;
  float angle;  ///< of the gradient, 0 to pi
  float weight;
};

std::vector<EdgePoint> EdgePoints(const WorkPicture& work) {
  std::vector<EdgePoint> points;
  for (int y = 0; y < work.edges.rows; ++y) {
    const auto* row = work.edges.ptr<std::uint8_t>(y);
    for (int x = 0; x < work.edges.cols; ++x) {
      if (row[x] == 0) continue;
      double angle = std::atan2(work.dy.at<short>(y, x), work.dx.at<short>(y, x));
      if (angle < 0) angle += kPi;
      if (angle >= kPi) angle -= kPi;
      points.push_back(
          {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, static_cast<float>(angle), 1});
    }
  }
  return points;
}

double AngleDifference(double a, double b) {
  const double difference = std::abs(a - b);
  return std::min(difference, kPi - difference);
}

/// Hough's votes for lines, each edge point only for those that its gradient agrees with (O'Gorman and
/// Clowes, 1976): clean peaks for a fraction of the votes.
class LineVotes {
 public:
  explicit LineVotes(cv::Size size)
      : offset_(std::hypot(size.width, size.height)),
        votes_(kAngles, cvCeil(2 * offset_ / kStep) + 3, CV_32FC1, cv::Scalar(0)) {}

  void Add(const EdgePoint& point, float weight) {
    const int centre = cvRound(point.angle / kPi * kAngles);
    for (int i = centre - kSpread; i <= centre + kSpread; ++i) {
      const int angle = (i + kAngles) % kAngles;
      const double theta = angle * kPi / kAngles;
      const double rho = (point.x * std::cos(theta) + point.y * std::sin(theta) + offset_) / kStep;
      const int bin = cvFloor(rho);
      const auto fraction = static_cast<float>(rho - bin);
      auto* row = votes_.ptr<float>(angle);
      row[bin] += weight * (1 - fraction);
      row[bin + 1] += weight * fraction;
    }
  }

  /// The line with the most votes, and how many.
  std::pair<Line, double> Best() const {
    double most = 0;
    cv::Point at;
    cv::minMaxLoc(votes_, nullptr, &most, nullptr, &at);
    const double theta = at.y * kPi / kAngles;
    return {{std::cos(theta), std::sin(theta), at.x * kStep - offset_}, most};
  }

 private:
  static constexpr int kAngles = 180;
  static constexpr int kSpread = 3;     // bins of angle to each side
  static constexpr double kStep = 2.0;  // pixels a bin of distance

  double offset_;
  cv::Mat votes_;
};

/// A line and where along it there are edge points.
class SupportedLine {
 public:
  SupportedLine(const Line& line, cv::Size size)
      : line_(line), reach_(cvCeil(std::hypot(size.width, size.height))) {
    covered_.assign(static_cast<std::size_t>(2 * reach_ + 1), 0);
  }

  const Line& line() const { return line_; }
  void Cover(const EdgePoint& point) {
    constexpr int kBridge = 2;  // edges are dashed where they cross pixel rows
    const int at = Position({point.x, point.y});
    for (int i = std::max(0, at - kBridge); i <= std::min(2 * reach_, at + kBridge); ++i) {
      covered_[static_cast<std::size_t>(i)] = 1;
    }
  }
  void Finish() {
    for (std::size_t i = 1; i < covered_.size(); ++i)
      covered_[i] += covered_[i - 1];
  }
  /// The share of the way between two points of the line that has an edge.
  double Support(const Point& from, const Point& to) const {
    const auto [low, high] = std::minmax({Position(from), Position(to)});
    if (high <= low) return 0;
    return double(covered_[static_cast<std::size_t>(high)] - covered_[static_cast<std::size_t>(low)]) /
           (high - low);
  }

 private:
  int Position(const Point& point) const {
    return std::clamp(cvRound(line_.a * point.y - line_.b * point.x) + reach_, 0, 2 * reach_);
  }

  Line line_;
  int reach_;
  std::vector<int> covered_;
};

/// Least squares through the points (total, not vertical).
Line FitLine(const std::vector<cv::Point2f>& points) {
  cv::Vec4f fit;
  cv::fitLine(points, fit, cv::DIST_HUBER, 0, 0.01, 0.01);
  return {fit[1], -fit[0], double(fit[1]) * fit[2] - double(fit[0]) * fit[3]};
}

bool LiesOn(const EdgePoint& point, const Line& line, double line_angle, double tolerance) {
  constexpr double kMostTurned = 12 * kPi / 180;
  return std::abs(line.DistanceTo({point.x, point.y})) < tolerance &&
         AngleDifference(point.angle, line_angle) < kMostTurned;
}

double NormalAngle(const Line& line) {
  double angle = std::atan2(line.b, line.a);
  if (angle < 0) angle += kPi;
  return angle >= kPi ? angle - kPi : angle;
}

std::vector<SupportedLine> FindLines(const WorkPicture& work) {
  constexpr std::size_t kMostLines = 44;
  constexpr double kNear = 2.5;
  std::vector<EdgePoint> points = EdgePoints(work);
  LineVotes votes(work.size());
  for (const EdgePoint& point : points)
    votes.Add(point, point.weight);
  const double fewest = 0.04 * std::max(work.size().width, work.size().height);
  std::vector<SupportedLine> lines;
  for (std::size_t attempt = 0; attempt < 2 * kMostLines && lines.size() < kMostLines; ++attempt) {
    auto [line, count] = votes.Best();
    if (count < fewest) break;
    std::vector<cv::Point2f> on_line;
    for (EdgePoint& point : points) {
      if (!LiesOn(point, line, NormalAngle(line), kNear)) continue;
      on_line.emplace_back(point.x, point.y);
      if (point.weight > 0) votes.Add(point, -point.weight);
      point.weight = 0;
    }
    if (on_line.size() < 2) continue;
    line = FitLine(on_line);
    SupportedLine supported(line, work.size());
    const double angle = NormalAngle(line);
    for (const EdgePoint& point : points) {
      if (LiesOn(point, line, angle, kNear)) supported.Cover(point);
    }
    supported.Finish();
    lines.push_back(std::move(supported));
  }
  return lines;
}

struct LinePair {
  std::size_t first, second;
};

std::vector<LinePair> OppositeSides(const std::vector<SupportedLine>& lines, double least_gap,
                                    cv::Point2d centre) {
  constexpr double kMostConverging = 22;  // degrees: as tilted as a card can be read
  std::vector<LinePair> pairs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (AngleBetween(lines[i].line(), lines[j].line()) > kMostConverging) continue;
      const double same_way = lines[i].line().a * lines[j].line().a + lines[i].line().b * lines[j].line().b;
      const Point middle{centre.x, centre.y};
      const double gap = std::abs(lines[i].line().DistanceTo(middle) -
                                  (same_way > 0 ? 1 : -1) * lines[j].line().DistanceTo(middle));
      if (gap > least_gap) pairs.push_back({i, j});
    }
  }
  return pairs;
}

struct Ranked {
  Quad quad;
  double rank;
};

/// The quad that four lines enclose, if it could be a card.
std::optional<Ranked> Enclose(const std::vector<SupportedLine>& lines, const LinePair& sides,
                              const LinePair& ends, cv::Size size, double smallest) {
  const std::array<const SupportedLine*, 4> around = {&lines[sides.first], &lines[ends.first],
                                                      &lines[sides.second], &lines[ends.second]};
  Quad quad;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto corner = Intersect(around[i]->line(), around[(i + 1) % 4]->line());
    if (!corner) return std::nullopt;
    const double margin_x = 0.02 * size.width, margin_y = 0.02 * size.height;
    if (corner->x < -margin_x || corner->y < -margin_y || corner->x > size.width + margin_x ||
        corner->y > size.height + margin_y) {
      return std::nullopt;
    }
    quad[i] = *corner;
  }
  double weakest = 1, sum = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const double support = around[i]->Support(quad[(i + 3) % 4], quad[i]);
    weakest = std::min(weakest, support);
    sum += support;
    if (weakest < 0.22) return std::nullopt;
  }
  if (sum < 2.0) return std::nullopt;
  if (Area(quad) < 0) std::ranges::reverse(quad);
  if (Area(quad) < smallest || !IsConvex(quad)) return std::nullopt;
  const auto [narrowest, widest] = AngleRange(quad);
  if (AspectRatio(quad) > 2.6 || narrowest < 50 || widest > 130) return std::nullopt;
  return Ranked{quad, (sum / 4 + 0.5 * weakest) * std::pow(Area(quad) / (size.width * size.height), 0.15)};
}

}  // namespace

std::vector<Quad> QuadsFromLines(const WorkPicture& work, double smallest_area) {
  constexpr std::size_t kMost = 120;
  const cv::Size size = work.size();
  const double smallest = smallest_area * size.area();
  const std::vector<SupportedLine> lines = FindLines(work);
  const std::vector<LinePair> pairs =
      OppositeSides(lines, 0.5 * std::sqrt(smallest), {size.width / 2.0, size.height / 2.0});
  std::vector<Ranked> found;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (std::size_t j = i + 1; j < pairs.size(); ++j) {
      if (AngleBetween(lines[pairs[i].first].line(), lines[pairs[j].first].line()) < 45) continue;
      if (auto quad = Enclose(lines, pairs[i], pairs[j], size, smallest)) found.push_back(*quad);
    }
  }
  const std::size_t kept = std::min(kMost, found.size());
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>(),
                            &Ranked::rank);
  std::vector<Quad> quads;
  for (std::size_t i = 0; i < kept; ++i)
    quads.push_back(found[i].quad);
  return quads;
}

}  // namespace kith::capture
