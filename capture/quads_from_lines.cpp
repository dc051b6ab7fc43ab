// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "capture/quad_candidates.h"

namespace kith::capture {
namespace {

/// Where two lines cross, and how far along each of them that is.
struct Crossing {
  bool usable = false;
  Point at;
  int along_first = 0, along_second = 0;
};

/// All crossings of lines that could be the corners of a card in the picture.
class Crossings {
 public:
  Crossings(const std::vector<SupportedLine>& lines, cv::Size size) : count_(lines.size()) {
    const double margin_x = 0.02 * size.width, margin_y = 0.02 * size.height;
    crossings_.resize(count_ * count_);
    for (std::size_t i = 0; i < count_; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (AngleBetween(lines[i].line(), lines[j].line()) < kSharpestCorner) continue;
        const auto at = Intersect(lines[i].line(), lines[j].line());
        if (!at || at->x < -margin_x || at->y < -margin_y || at->x > size.width + margin_x ||
            at->y > size.height + margin_y) {
          continue;
        }
        const int along_i = lines[i].Position(*at), along_j = lines[j].Position(*at);
        crossings_[i * count_ + j] = {true, *at, along_i, along_j};
        crossings_[j * count_ + i] = {true, *at, along_j, along_i};
      }
    }
  }

  const Crossing& Of(std::size_t first, std::size_t second) const {
    return crossings_[first * count_ + second];
  }

 private:
  std::size_t count_;
  std::vector<Crossing> crossings_;
};

bool MayBeOpposite(const Line& first, const Line& second, double least_gap, const Point& middle) {
  constexpr double kMostConverging = 25;  // degrees: a card that leans by 45 and is close to the camera
  if (AngleBetween(first, second) > kMostConverging) return false;
  const double same_way = first.a * second.a + first.b * second.b > 0 ? 1 : -1;
  return std::abs(first.DistanceTo(middle) - same_way * second.DistanceTo(middle)) > least_gap;
}

constexpr double kLeastSupport = 0.22;  // of a side: the rest may be under a hand

/// A line across two others, and where it meets them.
struct End {
  std::size_t line;
  double support;  ///< of its way between the two
  const Crossing *first, *second;
};

/// Where a side that begins at a corner may end.
struct Ending {
  Point at;
  double support;  ///< of the side
};

constexpr double kLeastOfThree = 0.65;  // support of each side if the fourth isn't seen

/// `across`: how long the side is that it begins at.
std::vector<Ending> EndingsOf(const SupportedLine& line, int from, int way, double across) {
  constexpr double kLeast = 1.4, kMost = 1.9;  // long sides of cards over short ones, as seen
  std::vector<Ending> endings;
  for (const auto& [least, most] : {std::pair(1 / kMost, 1 / kLeast), std::pair(kLeast, kMost)}) {
    for (const int end :
         line.EndsBetween(from + way * cvRound(least * across), from + way * cvRound(most * across))) {
      const double support = line.Support(from, end);
      if (support >= kLeastOfThree) endings.push_back({line.At(end), support});
    }
  }
  return endings;
}

struct RankedQuad {
  Quad quad;
  double rank;
};

class QuadSearch {
 public:
  QuadSearch(const std::vector<SupportedLine>& lines, cv::Size size, double smallest)
      : lines_(lines), crossings_(lines, size), size_(size), smallest_(smallest) {}

  std::vector<Quad> OfFourSides() {
    constexpr std::size_t kMost = 300;
    return BestBetweenOpposites(&QuadSearch::EncloseBetween, kMost);
  }

  std::vector<Quad> OfThreeSides() {
    constexpr std::size_t kMost = 60;
    return BestBetweenOpposites(&QuadSearch::CompleteBetween, kMost);
  }

 private:
  std::vector<Quad> BestBetweenOpposites(void (QuadSearch::*search)(std::size_t, std::size_t),
                                         std::size_t most) {
    const double least_gap = 0.5 * std::sqrt(smallest_);
    const Point middle{size_.width / 2.0, size_.height / 2.0};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (std::size_t j = i + 1; j < lines_.size(); ++j) {
        if (MayBeOpposite(lines_[i].line(), lines_[j].line(), least_gap, middle)) (this->*search)(i, j);
      }
    }
    const std::size_t kept = std::min(most, found_.size());
    std::ranges::partial_sort(found_, found_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>(),
                              &RankedQuad::rank);
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < kept; ++i)
      quads.push_back(found_[i].quad);
    return quads;
  }

  /// The quads that have lines i and j as opposite sides; those with an end before i were found from there.
  void EncloseBetween(std::size_t i, std::size_t j) {
    ends_.clear();
    for (std::size_t k = i + 1; k < lines_.size(); ++k) {
      const Crossing &first = crossings_.Of(i, k), &second = crossings_.Of(j, k);
      if (!first.usable || !second.usable) continue;
      const double support = lines_[k].Support(first.along_second, second.along_second);
      if (support >= kLeastSupport) ends_.push_back({k, support, &first, &second});
    }
    for (std::size_t a = 0; a < ends_.size(); ++a) {
      for (std::size_t b = a + 1; b < ends_.size(); ++b)
        Enclose(i, j, ends_[a], ends_[b]);
    }
  }

  void Enclose(std::size_t i, std::size_t j, const End& a, const End& b) {
    constexpr double kLeastOfAll = 2.0;  // sides
    const double of_first = lines_[i].Support(a.first->along_first, b.first->along_first);
    if (of_first < kLeastSupport) return;
    const double of_second = lines_[j].Support(a.second->along_first, b.second->along_first);
    const double sum = a.support + b.support + of_first + of_second;
    if (of_second < kLeastSupport || sum < kLeastOfAll) return;
    const double weakest = std::min({a.support, b.support, of_first, of_second});
    Add({a.first->at, b.first->at, b.second->at, a.second->at}, sum / 4 + 0.5 * weakest);
  }

  /// The quads that have lines i and j as opposite sides, and that begin at a third side and end where both
  /// of them do: what is there may be under a hand, or look as what it lies on.
  void CompleteBetween(std::size_t i, std::size_t j) {
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      const Crossing &first = crossings_.Of(i, k), &second = crossings_.Of(j, k);
      if (!first.usable || !second.usable) continue;
      const double support = lines_[k].Support(first.along_second, second.along_second);
      if (support < kLeastOfThree) continue;
      Complete(i, j, {k, support, &first, &second}, 1);
      Complete(i, j, {k, support, &first, &second}, -1);
    }
  }

  void Complete(std::size_t i, std::size_t j, const End& begin, int way) {
    constexpr double kLeastOfAll = 2.1;  // sides
    const Line &first = lines_[i].line(), &second = lines_[j].line();
    const double across = Distance(begin.first->at, begin.second->at);
    const std::vector<Ending> of_first = EndingsOf(lines_[i], begin.first->along_first, way, across);
    if (of_first.empty()) return;
    const int same_way = first.a * second.a + first.b * second.b > 0 ? way : -way;
    for (const Ending& b : EndingsOf(lines_[j], begin.second->along_first, same_way, across)) {
      for (const Ending& a : of_first) {
        const double sum = begin.support + a.support + b.support;
        if (sum >= kLeastOfAll) Add({begin.first->at, a.at, b.at, begin.second->at}, sum / 4);
      }
    }
  }

  void Add(Quad quad, double support) {
    if (Area(quad) < 0) std::ranges::reverse(quad);
    if (!IsCardLike(quad, smallest_)) return;
    found_.push_back({quad, support * std::pow(Area(quad) / size_.area(), 0.15)});
  }

  const std::vector<SupportedLine>& lines_;
  Crossings crossings_;
  cv::Size size_;
  double smallest_;
  std::vector<End> ends_;
  std::vector<RankedQuad> found_;
};

}  // namespace

std::vector<Quad> QuadsFromLines(const std::vector<SupportedLine>& lines, cv::Size size,
                                 double smallest_area) {
  return QuadSearch(lines, size, smallest_area * size.area()).OfFourSides();
}

std::vector<Quad> QuadsOfThreeSides(const std::vector<SupportedLine>& lines, cv::Size size,
                                    double smallest_area) {
  return QuadSearch(lines, size, smallest_area * size.area()).OfThreeSides();
}

}  // namespace kith::capture
