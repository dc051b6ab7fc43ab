// SPDX-License-Identifier: Apache-2.0
#include "ocr/strip_words.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include <opencv2/imgproc.hpp>

#include "core/text.h"

namespace kith::ocr {
namespace {

/// For each column, whether something is printed in it.
std::vector<bool> InkInColumns(const cv::Mat& strip) {
  constexpr double kInk = 0.3;  // of the strongest contrast on the strip
  cv::Mat gray;
  cv::cvtColor(strip, gray, cv::COLOR_BGR2GRAY);
  cv::Mat sorted;
  cv::sort(gray.reshape(1, 1), sorted, cv::SORT_EVERY_ROW | cv::SORT_ASCENDING);
  const auto ground = static_cast<double>(sorted.at<std::uint8_t>(sorted.cols / 2));
  cv::Mat contrast, strongest;
  cv::absdiff(gray, cv::Scalar(ground), contrast);
  cv::reduce(contrast, strongest, 0, cv::REDUCE_MAX);
  double peak = 0;
  cv::minMaxLoc(strongest, nullptr, &peak);
  std::vector<bool> ink;
  for (int x = 0; x < strongest.cols; ++x)
    ink.push_back(strongest.at<std::uint8_t>(x) > kInk * peak);
  return ink;
}

struct Gap {
  double middle = 0;
  int width = 0;
};

/// The widest stretch without ink between two places.
Gap WidestGap(const std::vector<bool>& ink, double from, double to) {
  Gap widest{(from + to) / 2, 0};
  int width = 0;
  const int last = std::min(static_cast<int>(ink.size()) - 1, static_cast<int>(to));
  for (int x = std::max(0, static_cast<int>(from)); x <= last; ++x) {
    width = ink[static_cast<std::size_t>(x)] ? 0 : width + 1;
    if (width > widest.width) widest = {x - width / 2.0, width};
  }
  return widest;
}

}  // namespace

std::vector<StripWord> WordsOnStrip(const cv::Mat& strip, const std::vector<RecognizedLetter>& letters) {
  constexpr double kNarrowestSpace = 0.17;  // of the strip's height: narrower gaps stand between letters
  constexpr double kWiderThanUsual = 2.2;   // times the median gap: letterspaced lines
  std::vector<RecognizedLetter> printed;
  std::vector<bool> space_before;
  bool space = false;
  for (const RecognizedLetter& letter : letters) {
    if (letter.text == " ") {
      space = true;
      continue;
    }
    printed.push_back(letter);
    space_before.push_back(space);
    space = false;
  }
  if (printed.empty()) return {};

  const std::vector<bool> ink = InkInColumns(strip);
  std::vector<Gap> gaps;
  for (std::size_t i = 1; i < printed.size(); ++i)
    gaps.push_back(WidestGap(ink, printed[i - 1].at, printed[i].at));
  std::vector<int> widths;
  for (const Gap& gap : gaps)
    widths.push_back(gap.width);
  double usual = 0;
  if (!widths.empty()) {
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    usual = *middle;
  }
  const double least = std::max(kNarrowestSpace * strip.rows, kWiderThanUsual * usual);

  std::vector<StripWord> words;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const bool begins = i == 0 || space_before[i] || gaps[i - 1].width > least;
    if (begins && !words.empty()) words.back().right = gaps[i - 1].middle - gaps[i - 1].width / 2.0;
    if (begins) words.push_back({{"", {}, 1}, i == 0 ? 0 : gaps[i - 1].middle + gaps[i - 1].width / 2.0, 0});
    words.back().word.text += printed[i].text;
    words.back().word.confidence = std::min(words.back().word.confidence, printed[i].confidence);
  }
  words.back().right = strip.cols;
  for (StripWord& word : words)
    word.word.text = NormalizeText(word.word.text);
  return words;
}

}  // namespace kith::ocr
