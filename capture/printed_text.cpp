// SPDX-License-Identifier: Apache-2.0
#include "capture/printed_text.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <opencv2/imgproc.hpp>

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

/// Boxes of spots that may be letters, from left to right.
std::vector<cv::Rect> Spots(const cv::Mat& gray, double mm, bool light) {
  constexpr double kAround = 2.6, kContrast = 12;  // millimetres; grey levels
  cv::Mat ink, labels, statistics, centres;
  cv::adaptiveThreshold(gray, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C,
                        light ? cv::THRESH_BINARY : cv::THRESH_BINARY_INV, static_cast<int>(kAround * mm) | 1,
                        light ? -kContrast : kContrast);
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

PrintedText Rows(const std::vector<cv::Rect>& spots, double mm) {
  constexpr std::size_t kFewest = 4;
  constexpr double kShortest = 3;  // of the height
  PrintedText text;
  std::vector<bool> used(spots.size());
  std::vector<double> heights;
  for (std::size_t i = 0; i < spots.size(); ++i) {
    if (used[i]) continue;
    std::vector<std::size_t> row{i};
    for (std::size_t j = i + 1; j < spots.size(); ++j) {
      if (!used[j] && Follows(spots[row.back()], spots[j])) row.push_back(j);
    }
    std::vector<int> high;
    for (const std::size_t k : row)
      high.push_back(spots[k].height);
    std::ranges::nth_element(high, high.begin() + static_cast<std::ptrdiff_t>(high.size() / 2));
    const int height = high[high.size() / 2];
    if (row.size() < kFewest || spots[row.back()].br().x - spots[i].x < kShortest * height) continue;
    for (const std::size_t k : row)
      used[k] = true;
    ++text.rows;
    text.letters += static_cast<int>(row.size());
    heights.push_back(height / mm);
  }
  if (heights.empty()) return text;
  std::ranges::nth_element(heights, heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2));
  text.height = heights[heights.size() / 2];
  return text;
}

PrintedText RowsAcross(const cv::Mat& gray, double mm) {
  const PrintedText dark = Rows(Spots(gray, mm, false), mm), light = Rows(Spots(gray, mm, true), mm);
  return dark.letters >= light.letters ? dark : light;
}

/// Whether strips along all four sides are dark and even, and the middle isn't.
bool IsFramed(const cv::Mat& gray) {
  constexpr double kDark = 70, kEven = 18, kLighter = 25;  // grey levels
  const int from = std::max(1, gray.rows / 100), width = std::max(2, gray.rows / 50);
  const int right = gray.cols - from - width, bottom = gray.rows - from - width;
  const int inner_width = gray.cols - 2 * from, inner_height = gray.rows - 2 * from;
  for (const cv::Rect& strip :
       {cv::Rect(from, from, inner_width, width), cv::Rect(from, bottom, inner_width, width),
        cv::Rect(from, from, width, inner_height), cv::Rect(right, from, width, inner_height)}) {
    cv::Scalar mean, deviation;
    cv::meanStdDev(gray(strip), mean, deviation);
    if (mean[0] > kDark || deviation[0] > kEven) return false;
  }
  const cv::Rect middle(gray.cols / 8, gray.rows / 8, gray.cols * 3 / 4, gray.rows * 3 / 4);
  const cv::Rect top(from, from, inner_width, width);
  return cv::mean(gray(middle))[0] > cv::mean(gray(top))[0] + kLighter;
}

}  // namespace

bool PrintedText::MayBeCard() const {
  constexpr int kFewestLetters = 38, kFewestUpright = 45, kMostLetters = 300, kMostRows = 28;
  return letters >= (portrait ? kFewestUpright : kFewestLetters) && letters <= kMostLetters &&
         rows <= kMostRows && !framed;
}

PrintedText FindText(const cv::Mat& card) {
  cv::Mat gray, turned;
  const double scale = std::min(1.0, double(kLongSide) / std::max(card.cols, card.rows));
  cv::resize(card, gray, {}, scale, scale, cv::INTER_AREA);
  if (gray.rows > gray.cols) cv::rotate(gray, gray, cv::ROTATE_90_CLOCKWISE);
  const double mm = gray.cols / kLength;
  cv::rotate(gray, turned, cv::ROTATE_90_CLOCKWISE);
  const PrintedText along = RowsAcross(gray, mm), across = RowsAcross(turned, mm);
  PrintedText text = along.letters >= across.letters ? along : across;
  text.portrait = across.letters > along.letters;
  text.framed = IsFramed(gray);
  return text;
}

}  // namespace kith::capture
