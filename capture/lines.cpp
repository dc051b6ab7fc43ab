// SPDX-License-Identifier: Apache-2.0
#include "capture/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace kith::capture {
namespace {

constexpr double kPi = std::numbers::pi;

struct EdgePoint {
  float x, y;
  bool votes;
};

/// Edge points by the direction of their gradient, so that a line looks only at those that could lie on it.
struct EdgePoints {
  std::array<std::vector<EdgePoint>, kDirections> along;
};

EdgePoints CollectEdges(const WorkPicture& work) {
  EdgePoints points;
  for (int y = 0; y < work.direction.rows; ++y) {
    const auto* row = work.direction.ptr<std::uint8_t>(y);
    for (int x = 0; x < work.direction.cols; ++x) {
      if (row[x] == 0) continue;
      points.along[row[x] - 1U].push_back({static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F, true});
    }
  }
  return points;
}

/// Hough's votes for lines, each edge point only for those that its gradient agrees with (O'Gorman and
/// Clowes, 1976): clean peaks for a fraction of the votes.
class LineVotes {
 public:
  explicit LineVotes(cv::Size size)
      : offset_(std::hypot(size.width, size.height)),
        votes_(kAngles, cvCeil(2 * offset_ / kStep) + 3, CV_32FC1, cv::Scalar(0)) {
    for (int i = 0; i < kAngles; ++i) {
      const double theta = i * kPi / kAngles;
      At(i).cosine = static_cast<float>(std::cos(theta) / kStep);
      At(i).sine = static_cast<float>(std::sin(theta) / kStep);
    }
  }

  void Add(const EdgePoint& point, int direction, float weight) {
    const int centre = cvRound((direction + 0.5) * kAngles / kDirections);
    const auto shift = static_cast<float>(offset_ / kStep);
    for (int i = centre - kSpread; i <= centre + kSpread; ++i) {
      const int angle = (i + kAngles) % kAngles;
      Angle& at = At(angle);
      const float rho = point.x * at.cosine + point.y * at.sine + shift;
      const int bin = static_cast<int>(rho);
      const float fraction = rho - static_cast<float>(bin);
      auto* row = votes_.ptr<float>(angle);
      row[bin] += weight * (1 - fraction);
      row[bin + 1] += weight * fraction;
      at.stale = true;
    }
  }

  /// The line with the most votes, and how many.
  std::pair<Line, double> Best() {
    int best = 0;
    for (int angle = 0; angle < kAngles; ++angle) {
      Angle& at = At(angle);
      if (at.stale) {
        const auto* row = votes_.ptr<float>(angle);
        const auto* most = std::max_element(row, row + votes_.cols);
        at.most_votes = *most;
        at.peak = static_cast<int>(most - row);
        at.stale = false;
      }
      if (at.most_votes > At(best).most_votes) best = angle;
    }
    const double theta = best * kPi / kAngles;
    return {{std::cos(theta), std::sin(theta), At(best).peak * kStep - offset_}, At(best).most_votes};
  }

 private:
  static constexpr int kAngles = 180;
  static constexpr int kSpread = 7;     // bins of angle to each side: faint edges have noisy gradients
  static constexpr double kStep = 2.0;  // pixels a bin of distance

  struct Angle {
    float cosine = 0, sine = 0;  ///< bins a pixel
    float most_votes = 0;
    int peak = 0;       ///< the bin that has them
    bool stale = true;  ///< the peak has to be looked for again
  };

  Angle& At(int angle) { return angles_[static_cast<std::size_t>(angle)]; }

  double offset_;
  cv::Mat votes_;
  std::array<Angle, kAngles> angles_{};
};

/// Calls `visit(point, direction)` for the edge points within `kNear` of the line whose gradient is within 18
/// degrees of its normal.
template <typename Visit>
void ForPointsOn(const Line& line, EdgePoints& points, const Visit& visit) {
  constexpr float kNear = 2.5;
  constexpr int kMostTurned = 6;  // directions
  const auto a = static_cast<float>(line.a), b = static_cast<float>(line.b), c = static_cast<float>(line.c);
  double normal = std::atan2(line.b, line.a);
  if (normal < 0) normal += kPi;
  const int middle = static_cast<int>(normal * kDirections / kPi);
  for (int i = middle - kMostTurned; i <= middle + kMostTurned; ++i) {
    const int direction = (i + kDirections) % kDirections;
    for (EdgePoint& point : points.along[static_cast<std::size_t>(direction)]) {
      if (std::abs(a * point.x + b * point.y - c) < kNear) visit(point, direction);
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

void SupportedLine::Cover(int position) {
  constexpr int kBridge = 2;  // edges are dashed where they cross pixel rows
  const int first = std::max(0, position - kBridge), last = std::min(2 * reach_, position + kBridge);
  std::fill(covered_.begin() + first, covered_.begin() + last + 1, 1);
}

void SupportedLine::Finish() {
  for (std::size_t i = 1; i < covered_.size(); ++i)
    covered_[i] += covered_[i - 1];
}

std::vector<SupportedLine> FindLines(const WorkPicture& work) {
  constexpr std::size_t kMostLines = 90;  // a sheet of text beside the card has most of them
  constexpr double kTolerance = 1.5;      // pixels: edges of one side lie that near to a line, bowed ones too
  EdgePoints points = CollectEdges(work);
  LineVotes votes(work.size());
  for (int direction = 0; direction < kDirections; ++direction) {
    for (const EdgePoint& point : points.along[static_cast<std::size_t>(direction)])
      votes.Add(point, direction, 1);
  }
  const double fewest = 0.04 * std::max(work.size().width, work.size().height);
  std::vector<SupportedLine> lines;
  std::vector<Point> on_line;
  for (std::size_t attempt = 0; attempt < 2 * kMostLines && lines.size() < kMostLines; ++attempt) {
    auto [line, count] = votes.Best();
    if (count < fewest) break;
    on_line.clear();
    ForPointsOn(line, points, [&](EdgePoint& point, int direction) {
      on_line.push_back({point.x, point.y});
      if (point.votes) votes.Add(point, direction, -1);
      point.votes = false;
    });
    if (on_line.size() < 2) continue;
    SupportedLine supported(FitLine(on_line, line, kTolerance), work.size());
    ForPointsOn(supported.line(), points, [&](EdgePoint& point, int) {
      supported.Cover(supported.Position({point.x, point.y}));
    });
    supported.Finish();
    lines.push_back(std::move(supported));
  }
  return lines;
}

}  // namespace kith::capture
