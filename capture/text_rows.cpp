// SPDX-License-Identifier: Apache-2.0
#include "capture/text_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/connected_parts.h"

namespace kith::capture {
namespace {

/// A connected piece of print, as seen in the direction of writing.
struct Part {
  int begin = 0, end = 0;   ///< along the row
  int top = 0, bottom = 0;  ///< across it
  int ink = 0;              ///< pixels

  int height() const { return bottom - top; }
};

struct Print {
  std::vector<Part> parts;
  int ink = 0;
  int cut_off = 0;  ///< ink of what touches the rim
};

/// Bigger ones are frames, panels and pictures.
constexpr int kHighest = 34;  // pixels
/// A part's share of its rectangle: less is a curve or a frame.
constexpr double kLeastFilled = 0.12;

/// The parts of `mask` that may be letters, or words whose letters run into each other.
Print LettersIn(const cv::Mat& mask) {
  constexpr int kSpeck = 5;          // pixels of ink
  constexpr double kLongest = 0.92;  // of the image's width
  constexpr int kLowest = 3, kNarrowest = 2;
  Print print;
  for (const auto& [box, ink] : ConnectedParts(mask)) {
    if (ink < kSpeck || box.width > kLongest * mask.cols || ink < kLeastFilled * box.area()) continue;
    if (std::min(box.width, box.height) > kHighest) continue;
    const bool touches =
        box.x <= 1 || box.y <= 1 || box.br().x >= mask.cols - 1 || box.br().y >= mask.rows - 1;
    print.ink += ink;
    print.cut_off += touches ? ink : 0;
    if (box.height < kLowest || box.width < kNarrowest) continue;
    print.parts.push_back({box.x, box.br().x, box.y, box.br().y, ink});
  }
  return print;
}

/// Parts beside each other, about as high as each other.
class PartRow {
 public:
  explicit PartRow(const Part& first)
      : top_(first.top), bottom_(first.bottom), height_(first.height()), begin_(first.begin) {
    Extend(first);
  }

  double height() const { return height_; }
  int begin() const { return begin_; }
  int end() const { return end_; }
  int length() const { return end_ - begin_; }
  int count() const { return count_; }
  int ink() const { return ink_; }

  /// By how many pixels `part` overlaps this row in height, 0 if it doesn't belong to it. Parts come in the
  /// order in which they begin.
  double Fit(const Part& part) const {
    constexpr double kMostTimesAsHigh = 2.5, kWidestGap = 2.0;  // heights
    constexpr int kGap = 4;                                     // pixels
    const double overlap = std::min<double>(bottom_, part.bottom) - std::max<double>(top_, part.top);
    if (overlap < 0.5 * std::min<double>(bottom_ - top_, part.height())) return 0;
    const double lower = std::min<double>(height_, part.height());
    const double higher = std::max<double>(height_, part.height());
    if (higher > kMostTimesAsHigh * lower || part.begin - end_ > kWidestGap * height_ + kGap) return 0;
    return overlap;
  }

  void Add(const Part& part) {
    top_ = (top_ * count_ + part.top) / (count_ + 1);
    bottom_ = (bottom_ * count_ + part.bottom) / (count_ + 1);
    height_ = (height_ * count_ + part.height()) / (count_ + 1);
    Extend(part);
  }

  /// Whether it lies on `other`, as the light between the letters of dark print does on the print.
  bool LiesOn(const PartRow& other) const {
    const double overlap = std::min(bottom_, other.bottom_) - std::max(top_, other.top_);
    return overlap > 0.5 * (bottom_ - top_) && begin_ < other.end_ && end_ > other.begin_;
  }

  /// Long for its height and inked as densely as letters are.
  bool IsText() const {
    constexpr double kLowest = 4;                                 // pixels
    constexpr double kLongTwo = 3, kLongOne = 5, kLongAny = 2.5;  // heights
    constexpr double kLeastCovered = 0.45, kMostFilled = 0.85;
    const double long_for = count_ == 1 ? kLongOne : count_ == 2 ? kLongTwo : kLongAny;
    const double filled = ink_ / std::max(1.0, length() * height_);
    return height_ >= kLowest && length() >= long_for * height_ && covered_ > kLeastCovered * length() &&
           filled > kLeastFilled && filled < kMostFilled;
  }

 private:
  void Extend(const Part& part) {
    end_ = std::max(end_, part.end);
    covered_ += part.end - part.begin;
    ink_ += part.ink;
    ++count_;
  }

  double top_, bottom_, height_;  ///< means over the parts
  int begin_, end_ = 0, covered_ = 0, ink_ = 0, count_ = 0;
};

std::vector<PartRow> RowsOf(std::vector<Part> parts) {
  std::ranges::sort(parts, {}, &Part::begin);
  std::vector<PartRow> rows;
  for (const Part& part : parts) {
    if (part.height() > kHighest) continue;
    PartRow* best = nullptr;
    double most = 0;
    for (PartRow& row : rows) {
      if (const double fit = row.Fit(part); fit > most) {
        most = fit;
        best = &row;
      }
    }
    if (best != nullptr) {
      best->Add(part);
    } else {
      rows.emplace_back(part);
    }
  }
  std::erase_if(rows, [](const PartRow& row) { return !row.IsText(); });
  return rows;
}

/// The rows that don't lie on rows with more ink.
std::vector<PartRow> OnTop(std::vector<PartRow> rows) {
  std::ranges::sort(rows, std::greater<>(), &PartRow::ink);
  std::vector<PartRow> kept;
  for (const PartRow& row : rows) {
    if (std::ranges::none_of(kept, [&](const PartRow& other) { return row.LiesOn(other); }))
      kept.push_back(row);
  }
  return kept;
}

int MostAligned(const std::vector<PartRow>& rows) {
  constexpr int kNear = 4;  // pixels
  std::ptrdiff_t most = 0;
  for (const PartRow& row : rows) {
    most = std::max(most, std::ranges::count_if(rows, [&](const PartRow& other) {
                      return std::abs(row.begin() - other.begin()) < kNear ||
                             std::abs(row.end() - other.end()) < kNear;
                    }));
  }
  return static_cast<int>(most);
}

/// Where the image is darker or lighter than what is around it, by a share of its strongest contrasts.
std::array<cv::Mat, 2> DarkAndLight(const cv::Mat& card) {
  constexpr int kAround = 25;  // pixels: some more than the highest of small print
  constexpr double kStrongest = 0.03, kShare = 0.45, kLeast = 5;
  cv::Mat around, smooth, darker, lighter;
  cv::blur(card, around, {kAround, kAround});
  cv::GaussianBlur(card, smooth, {3, 3}, 0.7);
  cv::subtract(around, smooth, darker);
  cv::subtract(smooth, around, lighter);
  std::array<int, 256> histogram{};
  for (int y = 0; y < card.rows; ++y) {
    const auto *dark = darker.ptr<std::uint8_t>(y), *light = lighter.ptr<std::uint8_t>(y);
    for (int x = 0; x < card.cols; ++x)
      ++histogram[dark[x] | light[x]];  // one of them is 0
  }
  std::size_t strong = histogram.size() - 1;
  for (double left = kStrongest * static_cast<double>(card.total()); strong > 0; --strong) {
    left -= histogram[strong];
    if (left < 0) break;
  }
  const double least = std::max(kLeast, kShare * static_cast<double>(strong));
  cv::threshold(darker, darker, least, 255, cv::THRESH_BINARY);
  cv::threshold(lighter, lighter, least, 255, cv::THRESH_BINARY);
  return {darker, lighter};
}

TextRows Describe(const std::vector<PartRow>& rows, const std::array<Print, 2>& prints, double width) {
  constexpr double kSmall = 12;  // pixels: 3 mm
  TextRows text;
  int ink = 0, cut_off = 0;
  for (const Print& print : prints) {
    text.letters += static_cast<int>(print.parts.size());
    ink += print.ink;
    cut_off += print.cut_off;
  }
  text.cut_off = cut_off / std::max(1.0, static_cast<double>(ink));
  if (rows.empty()) return text;
  std::vector<double> heights;
  for (const PartRow& row : rows) {
    text.letters_in_rows += row.count();
    text.small_rows += row.height() <= kSmall ? 1 : 0;
    text.length += row.length() / width;
    heights.push_back(row.height());
  }
  std::ranges::sort(heights);
  text.height = heights[heights.size() / 2];
  text.tallest = heights.back();
  text.aligned = MostAligned(rows);
  return text;
}

/// The same parts, as somebody sees them who reads down the image.
Part Turned(const Part& part) {
  return {part.top, part.bottom, part.begin, part.end, part.ink};
}

}  // namespace

TextRows FindTextRows(const cv::Mat& card) {
  const std::array<cv::Mat, 2> masks = DarkAndLight(card);
  std::array<Print, 2> prints = {LettersIn(masks[0]), LettersIn(masks[1])};
  TextRows best;
  for (const int width : {card.cols, card.rows}) {
    std::vector<PartRow> rows;
    for (Print& print : prints) {
      const std::vector<PartRow> more = RowsOf(print.parts);
      rows.insert(rows.end(), more.begin(), more.end());
      std::ranges::transform(print.parts, print.parts.begin(), Turned);
    }
    TextRows text = Describe(OnTop(std::move(rows)), prints, width);
    if (width == card.cols || text.length > best.length) best = text;
  }
  return best;
}

}  // namespace kith::capture
