// SPDX-License-Identifier: Apache-2.0
#include "ocr/letters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace kith::ocr {
namespace {

constexpr std::size_t kFewLetters = 8;
/// Textures give pieces without end; this many tell as much, and comparing each with each stays quick.
constexpr std::size_t kManyLetters = 2000;

int Overlap(int a_begin, int a_length, int b_begin, int b_length) {
  return std::min(a_begin + a_length, b_begin + b_length) - std::max(a_begin, b_begin);
}

/// Gap to `b` if it stands in the row of `a`; a large number if it doesn't.
int GapInRow(const cv::Rect& a, const cv::Rect& b) {
  constexpr int kNotInRow = 1 << 20;
  const int shared = Overlap(a.y, a.height, b.y, b.height);
  if (2 * shared < std::min(a.height, b.height)) return kNotInRow;
  return std::max(0, -Overlap(a.x, a.width, b.x, b.width));
}

/// The letter that follows `a` in its row, close by and of about its size; none if there is none.
const cv::Rect* NextInRow(const cv::Rect& a, const std::vector<cv::Rect>& letters) {
  constexpr double kCloseBy = 0.6;  // heights of the taller one
  constexpr double kOfOneSize = 2.2;
  const cv::Rect* next = nullptr;
  int least = 2 * a.height;
  for (const cv::Rect& b : letters) {
    if (2 * b.x + b.width <= 2 * a.x + a.width) continue;
    const int gap = GapInRow(a, b);
    if (gap >= least) continue;
    least = gap;
    next = &b;
  }
  if (next == nullptr) return nullptr;
  const auto [shorter, taller] = std::minmax(a.height, next->height);
  return taller <= kOfOneSize * shorter && least <= kCloseBy * taller ? next : nullptr;
}

/// Several letters that touch say nothing about one of them.
bool IsOneLetter(const cv::Rect& box) {
  return box.width <= 2 * box.height;
}

cv::Rect Transposed(const cv::Rect& box) {
  return {box.y, box.x, box.height, box.width};
}

/// Large when tops and bottoms of letters crowd in few rows once lines of this slope are made level.
double Crowding(const std::vector<cv::Rect>& letters, double slope) {
  std::vector<int> rows(3 * static_cast<std::size_t>(kLettersLongerSide));
  for (const cv::Rect& letter : letters) {
    const int middle = letter.x + letter.width / 2;
    const double sunk = slope * middle;
    for (const int y : {letter.y, letter.y + letter.height}) {
      const auto row = static_cast<std::size_t>(std::lround(y - sunk) + kLettersLongerSide);
      if (row < rows.size()) ++rows[row];
    }
  }
  double crowding = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    crowding += std::pow(rows[i] - rows[i - 1], 2);
  return crowding;
}

}  // namespace

std::vector<cv::Rect> FindLetters(const cv::Mat& text) {
  constexpr int kSmallest = 6;
  constexpr int kLargest = 70;
  constexpr int kThinnest = 2;
  cv::Mat ink;
  cv::threshold(text, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  cv::Mat labels, stats, centroids;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
  std::vector<cv::Rect> letters;
  for (int i = 1; i < count && letters.size() < kManyLetters; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    const auto [shorter, longer] = std::minmax(box.width, box.height);
    if (longer >= kSmallest && longer <= kLargest && shorter >= kThinnest) letters.push_back(box);
  }
  return letters;
}

double ShareInRows(const std::vector<cv::Rect>& letters) {
  std::size_t rows = 0;
  std::size_t columns = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    int beside = 2 * letters[i].height;
    int above = 2 * letters[i].width;
    for (std::size_t j = 0; j < letters.size(); ++j) {
      if (i == j) continue;
      beside = std::min(beside, GapInRow(letters[i], letters[j]));
      above = std::min(above, GapInRow(Transposed(letters[i]), Transposed(letters[j])));
    }
    rows += beside < above;
    columns += above < beside;
  }
  if (rows + columns < kFewLetters) return 0.5;
  return static_cast<double>(rows) / static_cast<double>(rows + columns);
}

double StandingOnLines(const std::vector<cv::Rect>& letters) {
  constexpr double kSame = 0.1;  // of the height of the taller one
  constexpr double kDifferent = 0.15;
  int standing = 0;
  int hanging = 0;
  for (const cv::Rect& letter : letters) {
    const cv::Rect* next = NextInRow(letter, letters);
    if (next == nullptr || !IsOneLetter(letter) || !IsOneLetter(*next)) continue;
    const double height = std::max(letter.height, next->height);
    const double tops_apart = std::abs(letter.y - next->y) / height;
    const double bottoms_apart = std::abs(letter.br().y - next->br().y) / height;
    standing += bottoms_apart <= kSame && tops_apart >= kDifferent ? 1 : 0;
    hanging += tops_apart <= kSame && bottoms_apart >= kDifferent ? 1 : 0;
  }
  return standing == hanging ? 0 : (standing - hanging) / std::sqrt(standing + hanging);
}

std::vector<cv::Rect> TurnedBoxes(const std::vector<cv::Rect>& boxes, cv::Size size, int quarter_turns) {
  std::vector<cv::Rect> turned = boxes;
  for (; quarter_turns > 0; --quarter_turns) {
    for (cv::Rect& box : turned)
      box = {size.height - box.br().y, box.x, box.height, box.width};
    std::swap(size.width, size.height);
  }
  return turned;
}

double SlopeOfLines(const std::vector<cv::Rect>& letters) {
  constexpr int kSteps = 20;  // each way, of a quarter of a degree
  constexpr double kStep = 0.25 * CV_PI / 180;
  constexpr double kClearlyBetter = 1.2;
  if (letters.size() < kFewLetters) return 0;
  const double level = Crowding(letters, 0);
  double best = 0;
  double most = kClearlyBetter * level;
  for (int step = -kSteps; step <= kSteps; ++step) {
    const double slope = std::tan(step * kStep);
    const double crowding = Crowding(letters, slope);
    if (crowding > most) {
      most = crowding;
      best = slope;
    }
  }
  return best;
}

}  // namespace kith::ocr
