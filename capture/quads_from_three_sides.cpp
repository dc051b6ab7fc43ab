// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <opencv2/core/matx.hpp>

#include "capture/quad_candidates.h"

namespace kith::capture {
namespace {

/// The lengths that two opposite sides of a card may have, as a share of the side between them: cards
/// are 1.55 (85x55 mm) to 1.75 (89x51 mm) times as long as wide; 8 % more and less, for the focal length
/// isn't known. Square ones are too rare to look for.
struct Lengths {
  double least, most;
};
constexpr std::array<Lengths, 2> kLengths = {Lengths{0.53, 0.70}, Lengths{1.43, 1.88}};

/// A camera in the middle of the picture. Its focal length isn't known: one between a webcam's and a phone's.
class Eye {
 public:
  explicit Eye(cv::Size size)
      : x_(size.width / 2.0), y_(size.height / 2.0), focal_(1.2 * std::max(size.width, size.height)) {}

  cv::Vec3d Ray(const Point& p) const { return {(p.x - x_) / focal_, (p.y - y_) / focal_, 1}; }

  /// Of the plane through the eye in which the line lies.
  cv::Vec3d Normal(const Line& line) const {
    return {line.a * focal_, line.b * focal_, line.a * x_ + line.b * y_ - line.c};
  }

  /// nullopt if it is behind the eye, or nearly.
  std::optional<Point> See(const cv::Vec3d& p) const {
    constexpr double kNearest = 0.2;  // of the distance of the side that is known
    if (p[2] < kNearest) return std::nullopt;
    return Point{x_ + focal_ * p[0] / p[2], y_ + focal_ * p[1] / p[2]};
  }

 private:
  double x_, y_, focal_;
};

/// Three sides of a rectangle in space: one, and two that begin at its ends and may be of any length. The
/// first end is at the distance 1 from the eye, as Ray() has it.
struct OpenSides {
  Point first, second;            ///< the ends, as seen
  cv::Vec3d at_first, at_second;  ///< … in space, on their rays
  cv::Vec3d along;                ///< the direction of the two, as long as the one

  std::optional<Quad> ClosedAfter(double length, const Eye& eye) const {
    const auto first_end = eye.See(at_first + length * along);
    const auto second_end = eye.See(at_second + length * along);
    if (!first_end || !second_end) return std::nullopt;
    Quad quad = {first, *first_end, *second_end, second};
    return quad;
  }
};

/// `first` and `second`: where `across` meets the two of `opposite`. These are parallel in space, so their
/// direction is that in which the planes through the eye and each of them meet.
std::optional<OpenSides> InSpace(const Eye& eye, const std::array<Line, 2>& opposite, const Line& across,
                                 const Point& first, const Point& second) {
  cv::Vec3d along = eye.Normal(opposite[0]).cross(eye.Normal(opposite[1]));
  if (cv::norm(along) < 1e-9) return std::nullopt;
  along /= cv::norm(along);
  cv::Vec3d side = eye.Normal(across).cross(along);  // at right angles to them
  side /= cv::norm(side);
  // The second end is where its ray comes nearest to the side that begins at the first one.
  const cv::Vec3d from = eye.Ray(first), ray = eye.Ray(second);
  const double slant = ray.dot(side), determinant = ray.dot(ray) - slant * slant;
  if (std::abs(determinant) < 1e-12) return std::nullopt;
  const double width = (slant * ray.dot(from) - ray.dot(ray) * side.dot(from)) / determinant;
  return OpenSides{first, second, from, from + width * side, std::abs(width) * along};
}

class ThreeSideSearch {
 public:
  ThreeSideSearch(const WorkPicture& work, const std::vector<SupportedLine>& lines, double smallest)
      : work_(work), lines_(lines), smallest_(smallest), eye_(work.size()) {}

  std::vector<Quad> Run() {
    constexpr double kMostConverging = 25;  // degrees
    constexpr std::size_t kMost = 150;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (std::size_t j = i + 1; j < lines_.size(); ++j) {
        if (AngleBetween(lines_[i].line(), lines_[j].line()) > kMostConverging) continue;
        for (const SupportedLine& across : lines_)
          Join(lines_[i], lines_[j], across);
      }
    }
    const std::size_t kept = std::min(kMost, found_.size());
    std::ranges::partial_sort(found_, found_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>(),
                              &Found::rank);
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < kept; ++i)
      Close(found_[i], quads);
    return quads;
  }

 private:
  /// Three sides, and how long two of them may be.
  struct Found {
    OpenSides sides;
    Lengths lengths;
    double rank;
  };

  bool IsInPicture(const Point& p) const {
    constexpr double kMargin = 0.02;
    const cv::Size size = work_.size();
    return std::abs(p.x / size.width - 0.5) < 0.5 + kMargin &&
           std::abs(p.y / size.height - 0.5) < 0.5 + kMargin;
  }

  /// Notes the cards that may have parts of these lines as sides, to either side of `across`.
  void Join(const SupportedLine& one, const SupportedLine& other, const SupportedLine& across) {
    constexpr double kLeastAcross = 0.5, kLeastWidth = 30;  // of the side; pixels
    if (AngleBetween(one.line(), across.line()) < kSharpestCorner ||
        AngleBetween(other.line(), across.line()) < kSharpestCorner) {
      return;
    }
    const auto first = Intersect(one.line(), across.line()), second = Intersect(other.line(), across.line());
    if (!first || !second || !IsInPicture(*first) || !IsInPicture(*second)) return;
    if (Distance(*first, *second) < kLeastWidth) return;
    const double support = across.Support(across.Position(*first), across.Position(*second));
    if (support < kLeastAcross) return;
    auto sides = InSpace(eye_, {one.line(), other.line()}, across.line(), *first, *second);
    if (!sides) return;
    for (int way = 0; way < 2; ++way, sides->along *= -1) {
      for (const Lengths& lengths : kLengths)
        Note(*sides, lengths, one, other, support);
    }
  }

  void Note(const OpenSides& sides, const Lengths& lengths, const SupportedLine& one,
            const SupportedLine& other, double support) {
    constexpr double kLeastSupport = 0.4, kLeastOfAll = 2.2;  // of a side; of the three
    constexpr double kLargeAs = 0.8;                          // longer ones enclose more
    const auto quad = sides.ClosedAfter(lengths.least, eye_);
    if (!quad) return;
    const double of_one = one.Support(one.Position((*quad)[0]), one.Position((*quad)[1]));
    const double of_other = other.Support(other.Position((*quad)[3]), other.Position((*quad)[2]));
    const double sum = support + of_one + of_other, area = std::abs(Area(*quad));
    if (of_one < kLeastSupport || of_other < kLeastSupport || sum < kLeastOfAll) return;
    if (area < kLargeAs * smallest_) return;
    found_.push_back({sides, lengths, sum * std::pow(area / work_.size().area(), 0.15)});
  }

  /// How much the mean colours to both sides of a line differ: where no single pixel shows an edge, all of
  /// them together may.
  double Step(const Point& from, const Point& to) const {
    constexpr int kSamples = 24;
    constexpr double kTrim = 0.06, kBeside = 2.5;  // of the length; pixels
    const Line line = LineThrough(from, to);
    const cv::Rect picture({}, work_.size());
    cv::Vec3d sum;
    int count = 0;
    for (int i = 0; i < kSamples; ++i) {
      const double t = kTrim + (1 - 2 * kTrim) * (i + 0.5) / kSamples;
      const double x = from.x + t * (to.x - from.x), y = from.y + t * (to.y - from.y);
      const cv::Point outside(cvFloor(x + kBeside * line.a), cvFloor(y + kBeside * line.b));
      const cv::Point inside(cvFloor(x - kBeside * line.a), cvFloor(y - kBeside * line.b));
      if (!picture.contains(outside) || !picture.contains(inside)) continue;
      ++count;
      for (int c = 0; c < 3; ++c) {
        const cv::Mat& plane = work_.planes[static_cast<std::size_t>(c)];
        sum[c] += plane.at<std::uint8_t>(outside) - plane.at<std::uint8_t>(inside);
      }
    }
    return count < kSamples / 2 ? 0 : cv::norm(sum) / count;
  }

  /// Adds the quads whose fourth side is where the colour changes most.
  void Close(const Found& found, std::vector<Quad>& quads) const {
    constexpr double kLeastStep = 2;  // grey levels
    constexpr std::size_t kMostEach = 3;
    const auto shortest = found.sides.ClosedAfter(found.lengths.least, eye_);
    const auto longest = found.sides.ClosedAfter(found.lengths.most, eye_);
    if (!shortest || !longest) return;
    const int count = std::clamp(static_cast<int>(Distance((*shortest)[1], (*longest)[1])), 4, 200);
    std::vector<std::pair<double, Quad>> closed;
    for (int i = 0; i <= count; ++i) {
      const double more = (found.lengths.most - found.lengths.least) * i / count;
      const auto quad = found.sides.ClosedAfter(found.lengths.least + more, eye_);
      if (!quad) return;
      closed.emplace_back(Step((*quad)[1], (*quad)[2]), *quad);
    }
    std::vector<std::pair<double, Quad>> peaks;
    for (std::size_t i = 1; i + 1 < closed.size(); ++i) {
      const double step = closed[i].first;
      if (step >= kLeastStep && step >= closed[i - 1].first && step > closed[i + 1].first)
        peaks.push_back(closed[i]);
    }
    std::ranges::sort(peaks, std::greater<>(), &std::pair<double, Quad>::first);
    for (std::size_t i = 0; i < std::min(kMostEach, peaks.size()); ++i) {
      Quad quad = peaks[i].second;
      if (Area(quad) < 0) std::ranges::reverse(quad);
      if (IsCardLike(quad, smallest_)) quads.push_back(quad);
    }
  }

  const WorkPicture& work_;
  const std::vector<SupportedLine>& lines_;
  double smallest_;
  Eye eye_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Quad> QuadsFromThreeSides(const WorkPicture& work, const std::vector<SupportedLine>& lines,
                                      double smallest_area) {
  return ThreeSideSearch(work, lines, smallest_area * work.size().area()).Run();
}

}  // namespace kith::capture
