// SPDX-License-Identifier: Apache-2.0
#include "capture/connected_parts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace kith::capture {
namespace {

/// Pixels beside each other in a row, from `begin` to before `end`.
struct Run {
  int begin, end;
  std::size_t part;
};

/// A tree of the parts that turned out to be one; the first of them is the root.
class Forest {
 public:
  std::size_t Add(const Run& run, int y) {
    parts_.push_back({cv::Rect(run.begin, y, run.end - run.begin, 1), run.end - run.begin});
    parents_.push_back(parts_.size() - 1);
    return parts_.size() - 1;
  }

  void Extend(std::size_t part, const Run& run, int y) {
    ConnectedPart& root = parts_[Root(part)];
    root.box |= cv::Rect(run.begin, y, run.end - run.begin, 1);
    root.pixels += run.end - run.begin;
  }

  void Unite(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({Root(a), Root(b)});
    if (first == second) return;
    parents_[second] = first;
    parts_[first].box |= parts_[second].box;
    parts_[first].pixels += parts_[second].pixels;
  }

  std::vector<ConnectedPart> Roots() const {
    std::vector<ConnectedPart> roots;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parents_[i] == i) roots.push_back(parts_[i]);
    }
    return roots;
  }

 private:
  std::size_t Root(std::size_t part) {
    while (parents_[part] != part) {
      parents_[part] = parents_[parents_[part]];
      part = parents_[part];
    }
    return part;
  }

  std::vector<ConnectedPart> parts_;
  std::vector<std::size_t> parents_;
};

/// The first pixel from `x` on that is set, or isn't; `width` if there is none.
int NextPixel(const std::uint8_t* row, int x, int width, bool set) {
  constexpr int kAtOnce = 8;
  while (set && x + kAtOnce <= width) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, row + x, kAtOnce);
    if (eight != 0) break;
    x += kAtOnce;
  }
  while (x < width && (row[x] != 0) != set)
    ++x;
  return x;
}

}  // namespace

std::vector<ConnectedPart> ConnectedParts(const cv::Mat& mask) {
  Forest forest;
  std::vector<Run> above, here;
  for (int y = 0; y < mask.rows; ++y) {
    const auto* row = mask.ptr<std::uint8_t>(y);
    here.clear();
    auto touching = above.begin();
    for (int x = NextPixel(row, 0, mask.cols, true); x < mask.cols;) {
      Run run{x, NextPixel(row, x, mask.cols, false), 0};
      while (touching != above.end() && touching->end < run.begin)
        ++touching;
      if (touching == above.end() || touching->begin > run.end) {
        run.part = forest.Add(run, y);
      } else {
        run.part = touching->part;
        forest.Extend(run.part, run, y);
        // The last one may touch the next run, too.
        for (auto more = touching; more != above.end() && more->begin <= run.end; ++more) {
          forest.Unite(run.part, more->part);
          touching = more;
        }
      }
      here.push_back(run);
      x = NextPixel(row, run.end, mask.cols, true);
    }
    above.swap(here);
  }
  return forest.Roots();
}

}  // namespace kith::capture
