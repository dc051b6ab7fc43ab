// SPDX-License-Identifier: Apache-2.0
#include "ocr/orientation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/text.h"
#include "ocr/preparation.h"
#include "ocr/tesseract_engine.h"

namespace kith::ocr {
namespace {

constexpr int kLongerSide = 1000;
constexpr int kLines = 4;

/// Connected components of the size of letters on a card of about 1000 pixels.
std::vector<cv::Rect> FindLetters(const cv::Mat& text) {
  cv::Mat ink;
  cv::threshold(text, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  cv::Mat labels, stats, centroids;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
  std::vector<cv::Rect> letters;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    const int longer = std::max(box.width, box.height);
    const int shorter = std::min(box.width, box.height);
    if (longer >= 6 && longer <= 70 && shorter >= 2) letters.push_back(box);
  }
  return letters;
}

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

cv::Rect Transposed(const cv::Rect& box) {
  return {box.y, box.x, box.height, box.width};
}

cv::Mat TurnedClockwise(const cv::Mat& picture, int quarter_turns) {
  if (quarter_turns == 0) return picture;
  constexpr std::array kCodes = {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::Mat turned;
  cv::rotate(picture, turned, kCodes.at(static_cast<std::size_t>(quarter_turns) - 1));
  return turned;
}

/// How much of a picture was read, and how surely.
struct Legibility {
  double letters = 0;     ///< read, each weighted with its word's confidence
  double confidence = 0;  ///< mean over letters
};

Legibility Judge(const std::vector<TextLine>& lines) {
  double letters = 0;
  double sure = 0;
  for (const TextLine& line : lines) {
    for (const Word& word : line.words) {
      const auto length = static_cast<double>(DecodeUtf8(word.text).size());
      letters += length;
      sure += length * word.confidence * word.confidence;
    }
  }
  return {sure, letters > 0 ? std::sqrt(sure / letters) : 0};
}

}  // namespace

double ShareOfLettersInRows(const cv::Mat& text) {
  const std::vector<cv::Rect> letters = FindLetters(text);
  int rows = 0;
  int columns = 0;
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
  return rows + columns < 8 ? 0.5 : static_cast<double>(rows) / (rows + columns);
}

cv::Mat StackLongestLines(const cv::Mat& text, int count) {
  cv::Mat ink(text.size(), CV_8U, cv::Scalar(0));
  const std::vector<cv::Rect> letters = FindLetters(text);
  // Letters of one line grow together when each is drawn as wide as it is high on both sides.
  for (const cv::Rect& letter : letters) {
    const int reach = letter.height * 2 / 3;
    const cv::Rect grown(letter.x - reach, letter.y + letter.height / 4, letter.width + 2 * reach,
                         std::max(1, letter.height / 2));
    cv::rectangle(ink, grown, 255, cv::FILLED);
  }
  cv::Mat labels, stats, centroids;
  const int lines = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
  struct Line {
    cv::Rect box;
    int letters = 0;
  };
  std::vector<Line> found(static_cast<std::size_t>(lines));
  for (const cv::Rect& letter : letters) {
    const cv::Point middle(letter.x + letter.width / 2, letter.y + letter.height / 2);
    Line& line = found[static_cast<std::size_t>(labels.at<int>(middle))];
    line.box |= letter;
    ++line.letters;
  }
  found.erase(found.begin());
  std::sort(found.begin(), found.end(), [](const Line& a, const Line& b) { return a.letters > b.letters; });

  constexpr int kHeight = 44;
  constexpr int kMargin = 12;
  std::vector<cv::Mat> strips;
  int width = 0;
  for (const Line& line : found) {
    if (static_cast<int>(strips.size()) == count || line.letters < 4) break;
    const cv::Rect box = (line.box + cv::Size(6, 6) - cv::Point(3, 3)) & cv::Rect({}, text.size());
    cv::Mat strip;
    const double scale = static_cast<double>(kHeight) / box.height;
    if (scale * box.width < kHeight * 2) continue;
    cv::resize(text(box), strip, {}, scale, scale, cv::INTER_CUBIC);
    strips.push_back(strip);
    width = std::max(width, strip.cols);
  }
  if (strips.empty()) return {};
  cv::Mat stack(static_cast<int>(strips.size()) * (kHeight + kMargin) + kMargin, width + 2 * kMargin, CV_8U,
                cv::Scalar(255));
  int y = kMargin;
  for (const cv::Mat& strip : strips) {
    strip.copyTo(stack(cv::Rect(kMargin, y, strip.cols, strip.rows)));
    y += kHeight + kMargin;
  }
  return stack;
}

Result<int> FindQuarterTurns(const cv::Mat& card, TurnHint hint, TesseractEngine& engine,
                             const std::stop_token& stop) {
  if (card.empty()) return 0;
  const cv::Mat text = DifferenceFromBackground(ScaleForReading(card, kLongerSide).pixels);
  const double in_rows = ShareOfLettersInRows(text);
  std::vector<int> turns;
  if (in_rows > 0.35) turns.insert(turns.end(), {0, 2});
  if (in_rows < 0.65) turns.insert(in_rows < 0.5 ? turns.begin() : turns.end(), {1, 3});

  const double sure = hint == TurnHint::kProbablyUpright ? 0.75 : 0.88;
  int best = turns.front();
  double most = 0;
  for (const int quarter_turns : turns) {
    const cv::Mat stack = StackLongestLines(TurnedClockwise(text, quarter_turns), kLines);
    if (stack.empty()) continue;
    auto lines = engine.Recognize(stack, Layout::kBlock, stop);
    if (!lines) return lines.error();
    const Legibility legibility = Judge(*lines);
    if (legibility.letters > most) {
      most = legibility.letters;
      best = quarter_turns;
    }
    if (legibility.letters > 12 && legibility.confidence > sure) break;
  }
  return best;
}

}  // namespace kith::ocr
