// SPDX-License-Identifier: Apache-2.0
#include "capture/thin_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "capture/wide.h"

namespace kith::capture {
namespace {

/// Of a pixel: may be an edge, certainly is one, and was seen to be one.
constexpr std::uint8_t kWeak = 1, kStrong = 2, kEdge = 4;

/// The squares of the lengths, exact as floats.
KITH_ALSO_WIDE
void SquareRow(const short* dx, const short* dy, int width, float* squares) {
  for (int x = 0; x < width; ++x) {
    const auto of_x = static_cast<float>(dx[x]), of_y = static_cast<float>(dy[x]);
    squares[x] = of_x * of_x + of_y * of_y;
  }
}

/// Three rows of squares, with one more to each side of a row.
struct Squares {
  const float *above, *here, *below;
};

/// `marks`: kWeak or kStrong where the gradient is longest across the edge, 0 elsewhere. Without a branch, so
/// that several pixels are done at once.
KITH_ALSO_WIDE
void MarkRow(const short* dx, const short* dy, const Squares& squares, int width, float low, float high,
             int* marks) {
  constexpr float kTan22 = 0.4142135623730950F;
  const float *above = squares.above, *here = squares.here, *below = squares.below;
  for (int x = 0; x < width; ++x) {
    const float square = here[x];
    const auto of_x = static_cast<float>(dx[x]), of_y = static_cast<float>(dy[x]);
    const float far_x = std::abs(of_x), far_y = std::abs(of_y);
    const int across = far_y < kTan22 * far_x ? -1 : 0, down = far_x < kTan22 * far_y ? -1 : 0;
    const int falling = of_x * of_y < 0 ? 0 : -1;
    const int most_across = (square > here[x - 1] ? -1 : 0) & (square >= here[x + 1] ? -1 : 0);
    const int most_down = (square > above[x] ? -1 : 0) & (square >= below[x] ? -1 : 0);
    const int most_falling = (square > above[x - 1] ? -1 : 0) & (square > below[x + 1] ? -1 : 0);
    const int most_rising = (square > above[x + 1] ? -1 : 0) & (square > below[x - 1] ? -1 : 0);
    const int most_aslant = (most_falling & falling) | (most_rising & ~falling);
    const int most = (most_across & across) | (most_down & down) | (most_aslant & ~across & ~down);
    const int weak = square > low ? 1 : 0, strong = square > high ? 1 : 0;
    marks[x] = most & (weak + strong);
  }
}

KITH_ALSO_WIDE
void Narrow(const int* marks, int width, std::uint8_t* narrow) {
  for (int x = 0; x < width; ++x)
    narrow[x] = static_cast<std::uint8_t>(marks[x]);
}

/// Makes edges of the strong marks and of the weak ones that are connected to them. The outermost pixels have
/// to be 0.
void Connect(cv::Mat& marks) {
  constexpr std::size_t kAtOnce = 8;
  constexpr std::uint64_t kAnyStrong = 0x0101010101010101U * kStrong;
  const auto row = static_cast<std::ptrdiff_t>(marks.step[0]);
  const std::array<std::ptrdiff_t, 8> around = {-row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1};
  std::vector<std::uint8_t*> open;
  const auto reach = [&open](std::uint8_t* mark) {
    if ((*mark & (kWeak | kStrong)) == 0) return;
    *mark = kEdge;
    open.push_back(mark);
  };
  std::uint8_t* const end = marks.data + marks.total();
  for (std::uint8_t* at = marks.data; at + kAtOnce <= end; at += kAtOnce) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, kAtOnce);
    if ((eight & kAnyStrong) == 0) continue;  // so for most of the picture
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      if (at[i] != kStrong) continue;
      reach(at + i);
      while (!open.empty()) {
        std::uint8_t* const mark = open.back();
        open.pop_back();
        for (const std::ptrdiff_t offset : around)
          reach(mark + offset);
      }
    }
  }
}

}  // namespace

cv::Mat ThinEdges(const cv::Mat& dx, const cv::Mat& dy, double low, double high) {
  const int width = dx.cols, height = dx.rows;
  // A rim of zeros, so that nothing has to ask whether it is at the border.
  cv::Mat marks(height + 2, width + 2, CV_8UC1);
  marks.row(0) = 0;
  marks.row(height + 1) = 0;
  marks.col(0) = 0;
  marks.col(width + 1) = 0;
  std::array<std::vector<float>, 3> rows;  // that of y is rows[y % 3]
  rows.fill(std::vector<float>(static_cast<std::size_t>(width) + 2));
  std::vector<int> row(static_cast<std::size_t>(width));
  const auto squares_of = [&](int y) { return rows[static_cast<std::size_t>(y + 3) % 3].data() + 1; };
  for (int y = 0; y <= height; ++y) {
    if (y < height) {
      SquareRow(dx.ptr<short>(y), dy.ptr<short>(y), width, squares_of(y));
    } else {
      std::fill_n(squares_of(y), width, 0.0F);
    }
    if (y == 0) continue;
    MarkRow(dx.ptr<short>(y - 1), dy.ptr<short>(y - 1), {squares_of(y - 2), squares_of(y - 1), squares_of(y)},
            width, static_cast<float>(low * low), static_cast<float>(high * high), row.data());
    Narrow(row.data(), width, marks.ptr<std::uint8_t>(y) + 1);
  }
  Connect(marks);
  return marks(cv::Rect(1, 1, width, height)) == kEdge;
}

}  // namespace kith::capture
