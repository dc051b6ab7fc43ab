// SPDX-License-Identifier: Apache-2.0
#include "ocr/automatic_languages.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "ocr/languages.h"
#include "ocr/preparation.h"

namespace kith::ocr {
namespace {

constexpr const char* kLatin = "Latin";  // as Debian names the data of the script

/// The first of the lines below each other, their letters as high as Tesseract likes them.
cv::Mat StackOf(const std::vector<Box>& lines, const Image& card) {
  constexpr std::size_t kMost = 4;
  constexpr int kHeight = 48;
  constexpr int kMargin = 8;
  const cv::Mat picture = DifferenceFromBackground(InColor(card));
  std::vector<cv::Mat> strips;
  int width = 0;
  for (std::size_t i = 0; i < std::min(lines.size(), kMost); ++i) {
    const cv::Rect box =
        cv::Rect(lines[i].x, lines[i].y, lines[i].width, lines[i].height) & cv::Rect({}, picture.size());
    if (box.empty()) continue;
    const double scale = static_cast<double>(kHeight) / box.height;
    const int columns = std::max(1, static_cast<int>(box.width * scale));
    cv::resize(picture(box), strips.emplace_back(), {columns, kHeight}, 0, 0, cv::INTER_CUBIC);
    width = std::max(width, columns);
  }
  if (strips.empty()) return {};
  cv::Mat stack(static_cast<int>(strips.size()) * (kHeight + 2 * kMargin), width + 2 * kMargin, CV_8UC1,
                cv::Scalar(255));
  int y = kMargin;
  for (const cv::Mat& strip : strips) {
    strip.copyTo(stack(cv::Rect(kMargin, y, strip.cols, strip.rows)));
    y += kHeight + 2 * kMargin;
  }
  return stack;
}

}  // namespace

AutomaticLanguages::AutomaticLanguages(const std::vector<std::string>& installed,
                                       std::filesystem::path tessdata)
    : has_latin_(std::ranges::find(installed, kLatin) != installed.end()),
      other_scripts_(DataOfOtherScripts(installed)),
      tessdata_(std::move(tessdata)) {}

Result<TesseractEngine*> AutomaticLanguages::EveryLatin() {
  if (!has_latin_) return nullptr;
  if (!latin_) {
    auto opened = TesseractEngine::OpenLetters(kLatin, tessdata_);
    if (!opened) return opened.error();
    latin_ = std::move(*opened);
  }
  return latin_.get();
}

Result<std::unique_ptr<TesseractEngine>> AutomaticLanguages::Opened(const std::string& data) {
  if (other_ && other_data_ == data) return std::move(other_);
  return TesseractEngine::OpenLetters(data, tessdata_);
}

Result<TesseractEngine*> AutomaticLanguages::OtherScript(const std::vector<Pass>& latin, const Image& card,
                                                         const std::stop_token& stop) {
  constexpr double kFewest = 4;  // letters: two words of Chinese, a short one of Greek
  if (other_scripts_.empty()) return nullptr;
  const std::vector<Box> doubted = DoubtedLines(latin[1], latin[0]);
  if (!MayBeInAnotherScript(latin[1], doubted)) return nullptr;
  const cv::Mat stack = StackOf(doubted, card);
  if (stack.empty()) return nullptr;
  double most = kFewest;
  std::unique_ptr<TesseractEngine> best;
  std::string best_data;
  for (const std::string& data : other_scripts_) {
    auto engine = Opened(data);
    if (!engine) return engine.error();
    const auto lines = (*engine)->Recognize(stack, Layout::kBlock, Ink::kDark, stop);
    if (!lines) return lines.error();
    const double found = OtherScriptIn(*lines);
    if (found <= most) continue;
    most = found;
    best = std::move(*engine);
    best_data = data;
  }
  other_ = std::move(best);
  other_data_ = std::move(best_data);
  return other_.get();
}

}  // namespace kith::ocr
