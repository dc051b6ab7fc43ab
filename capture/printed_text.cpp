// SPDX-License-Identifier: Apache-2.0
#include "capture/printed_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "capture/quantile.h"

namespace kith::capture {
namespace {

constexpr double kLength = 85;  // millimetres
constexpr int kLongSide = 850;  // pixels: more doesn't tell more
constexpr std::size_t kMostSpots = 1500;

bool MayBeLetter(const cv::Rect& box, int area, double mm) {
  constexpr double kLowest = 0.7, kHighest = 7;  // millimetres
  constexpr int kWidest = 8, kNarrowest = 12;    // letters that touch are one spot
  constexpr double kEmptiest = 0.12, kFullest = 0.93;
  if (box.height < kLowest * mm || box.height > kHighest * mm) return false;
  if (box.width > kWidest * box.height || box.height > kNarrowest * box.width) return false;
  const double fill = area / static_cast<double>(box.area());
  return fill > kEmptiest && (fill < kFullest || box.width < 0.8 * box.height);
}

/// By how many grey levels each pixel is lighter than what is around it.
cv::Mat Relief(const cv::Mat& gray, double mm) {
  constexpr double kAround = 2.6;  // millimetres
  const int around = static_cast<int>(kAround * mm) | 1;
  cv::Mat mean, relief;
  cv::blur(gray, mean, {around, around}, {-1, -1}, cv::BORDER_REPLICATE);
  cv::subtract(gray, mean, relief, {}, CV_16S);
  return relief;
}

/// By how many grey levels print stands out at least: paper may have a grain, and most of a card is paper.
double LeastContrast(const cv::Mat& relief) {
  constexpr double kLeast = 12, kOfGrain = 4;  // grey levels; of the median depth
  cv::Mat depth;
  cv::convertScaleAbs(relief, depth);
  return std::max(kLeast, kOfGrain * Quantile(depth, 0.5));
}

/// Boxes of spots that may be letters, from left to right.
std::vector<cv::Rect> Spots(const cv::Mat& ink, double mm) {
  cv::Mat labels, statistics, centres;
  const int count = cv::connectedComponentsWithStats(ink, labels, statistics, centres, 8, CV_32S);
  std::vector<cv::Rect> spots;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(statistics.at<int>(i, cv::CC_STAT_LEFT), statistics.at<int>(i, cv::CC_STAT_TOP),
                       statistics.at<int>(i, cv::CC_STAT_WIDTH), statistics.at<int>(i, cv::CC_STAT_HEIGHT));
    if (MayBeLetter(box, statistics.at<int>(i, cv::CC_STAT_AREA), mm)) spots.push_back(box);
  }
  std::ranges::sort(spots, {}, &cv::Rect::x);
  if (spots.size() > kMostSpots) spots.resize(kMostSpots);
  return spots;
}

/// Whether `next` may follow `letter` in one row.
bool Follows(const cv::Rect& letter, const cv::Rect& next) {
  constexpr double kGap = 1.6;  // of the height
  constexpr double kOtherHeight = 2.2;
  const int higher = std::max(letter.height, next.height), lower = std::min(letter.height, next.height);
  const int shared = std::min(letter.br().y, next.br().y) - std::max(letter.y, next.y);
  return next.x - letter.br().x <= kGap * higher && shared >= 0.5 * lower && higher <= kOtherHeight * lower;
}

struct Row {
  cv::Rect box;
  std::vector<cv::Rect> letters;
  int height = 0;  ///< of half of the letters at most
};

/// The `share`-th of the sorted values, 0 to 1.
template <typename Values>
auto Ranked(const Values& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

Row RowOf(const std::vector<cv::Rect>& letters) {
  Row row{letters.front(), letters, 0};
  std::vector<int> heights;
  for (const cv::Rect& letter : letters) {
    row.box |= letter;
    heights.push_back(letter.height);
  }
  std::ranges::sort(heights);
  row.height = heights[heights.size() / 2];
  return row;
}

std::vector<Row> RowsOf(const std::vector<cv::Rect>& spots) {
  constexpr std::size_t kFewest = 4;
  constexpr int kShortest = 3;  // of the height
  std::vector<Row> rows;
  std::vector<bool> used(spots.size());
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (used[i]) continue;
    std::vector<std::size_t> chain{i};
    std::vector<cv::Rect> letters{spots[i]};
    for (std::size_t j = i + 1; j < spots.size(); ++j) {
      if (used[j] || !Follows(letters.back(), spots[j])) continue;
      chain.push_back(j);
      letters.push_back(spots[j]);
    }
    Row row = RowOf(letters);
    if (letters.size() < kFewest || letters.back().br().x - letters.front().x < kShortest * row.height)
      continue;
    for (const std::size_t k : chain)
      used[k] = true;
    rows.push_back(std::move(row));
  }
  return rows;
}

int LettersIn(const std::vector<Row>& rows) {
  int letters = 0;
  for (const Row& row : rows)
    letters += static_cast<int>(row.letters.size());
  return letters;
}

/// The rows of one direction.
struct Direction {
  std::vector<Row> rows;
  int letters = 0;
  double other_shade = 0;  ///< letters of the shade that has fewer, as a share of those of the other
};

/// With those of the other shade that stand by themselves: what is light between dark letters is no print,
/// but a panel's print is as light as the paper beside it.
std::vector<Row> WithOtherShade(const std::vector<Row>& rows, const std::vector<Row>& other) {
  constexpr double kShared = 0.1;  // of the row
  std::vector<Row> all = rows;
  std::ranges::copy_if(other, std::back_inserter(all), [&](const Row& row) {
    return std::ranges::none_of(
        rows, [&](const Row& taken) { return (taken.box & row.box).area() > kShared * row.box.area(); });
  });
  return all;
}

Direction RowsAcross(const cv::Mat& gray, double mm) {
  const cv::Mat relief = Relief(gray, mm);
  const double contrast = LeastContrast(relief);
  std::vector<Row> dark = RowsOf(Spots(relief <= -contrast, mm)),
                   light = RowsOf(Spots(relief > contrast, mm));
  if (LettersIn(dark) < LettersIn(light)) std::swap(dark, light);
  Direction direction;
  direction.other_shade = LettersIn(light) / std::max(1.0, double(LettersIn(dark)));
  direction.rows = WithOtherShade(dark, light);
  direction.letters = LettersIn(direction.rows);
  return direction;
}

double Unevenness(const std::vector<cv::Rect>& letters) {
  double sum = 0, squares = 0;
  for (const cv::Rect& letter : letters) {
    sum += letter.width;
    squares += double(letter.width) * letter.width;
  }
  const double mean = sum / static_cast<double>(letters.size());
  return std::sqrt(std::max(0.0, squares / static_cast<double>(letters.size()) - mean * mean)) / mean;
}

int MostCentred(const std::vector<Row>& rows, double mm) {
  constexpr double kSamePlace = 0.5;  // millimetres
  const auto middle = [](const Row& row) { return row.box.x + row.box.width / 2.0; };
  std::ptrdiff_t most = 0;
  for (const Row& row : rows) {
    most = std::max(most, std::ranges::count_if(rows, [&](const Row& other) {
                      return std::abs(middle(other) - middle(row)) < kSamePlace * mm;
                    }));
  }
  return static_cast<int>(most);
}

void MeasureRows(const std::vector<Row>& rows, double mm, PrintedText& text) {
  cv::Rect all = rows.front().box;
  std::vector<int> heights;
  for (const Row& row : rows) {
    all |= row.box;
    heights.push_back(row.height);
    text.unevenness += Unevenness(row.letters) * static_cast<double>(row.letters.size());
  }
  text.unevenness /= text.letters;
  std::ranges::sort(heights);
  text.height = Ranked(heights, 0.5) / mm;
  text.tallest = heights.back() / mm;
  text.width = all.width / mm;
  text.depth = all.height / mm;
  text.centred = MostCentred(rows, mm);
}

void MeasureDetail(const cv::Mat& gray, const std::vector<Row>& rows, PrintedText& text) {
  constexpr double kLeast = 6, kShare = 0.35;  // grey levels; of the deviation of all
  cv::Mat fine, coarse, difference;
  cv::GaussianBlur(gray, fine, {5, 5}, 1);
  cv::GaussianBlur(gray, coarse, {}, 6);
  cv::absdiff(fine, coarse, difference);
  cv::Scalar mean, deviation;
  cv::meanStdDev(gray, mean, deviation);
  const cv::Mat detail = difference > std::max(kLeast, kShare * deviation[0]);
  cv::Mat boxes = cv::Mat::zeros(gray.size(), CV_8U);
  for (const Row& row : rows)
    cv::rectangle(boxes, row.box, 255, cv::FILLED);
  const double all = cv::countNonZero(detail);
  text.detail = all / static_cast<double>(gray.total());
  text.in_rows = cv::countNonZero(detail & boxes) / std::max(1.0, all);
}

}  // namespace

PrintedText FindText(const cv::Mat& card) {
  cv::Mat gray, turned;
  const double scale = std::min(1.0, double(kLongSide) / std::max(card.cols, card.rows));
  cv::resize(card, gray, {}, scale, scale, cv::INTER_AREA);
  if (gray.rows > gray.cols) cv::rotate(gray, gray, cv::ROTATE_90_CLOCKWISE);
  const double mm = gray.cols / kLength;
  cv::rotate(gray, turned, cv::ROTATE_90_CLOCKWISE);
  const Direction along = RowsAcross(gray, mm), across = RowsAcross(turned, mm);
  PrintedText text;
  text.portrait = across.letters > along.letters;
  const Direction& chosen = text.portrait ? across : along;
  text.rows = static_cast<int>(chosen.rows.size());
  text.letters = chosen.letters;
  if (text.letters > 0) {
    text.across = double(std::min(along.letters, across.letters)) / text.letters;
    text.other_shade = chosen.other_shade;
    MeasureRows(chosen.rows, mm, text);
  }
  MeasureDetail(text.portrait ? turned : gray, chosen.rows, text);
  return text;
}

}  // namespace kith::capture
