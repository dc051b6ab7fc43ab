// SPDX-License-Identifier: Apache-2.0
#include "ocr/ppocr_engine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "ocr/line_recognizer.h"
#include "ocr/strip_words.h"
#include "ocr/text_detector.h"

namespace kith::ocr {
namespace {

std::vector<std::string> ReadCharacters(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> characters;
  for (std::string line; std::getline(in, line);)
    characters.push_back(line);
  if (!characters.empty())
    characters.emplace_back(" ");  // the model's last class; the published list lacks it
  return characters;
}

Error Missing(const std::filesystem::path& models, const std::string& detail) {
  return {ErrorCode::kUnavailable,
          "The models of the second reader aren't in " + models.string() +
              ". Run scripts/install-models; until then Kith reads with Tesseract alone.",
          detail};
}

/// What is inside of the rectangle, turned level and scaled to the recogniser's height.
cv::Mat CutStrip(const cv::Mat& picture, const cv::RotatedRect& rectangle) {
  const double scale = LineRecognizer::kHeight / std::max(1.0, static_cast<double>(rectangle.size.height));
  const auto width = std::max(1, static_cast<int>(std::lround(rectangle.size.width * scale)));
  const double angle = rectangle.angle * CV_PI / 180;
  const double cosine = std::cos(angle) / scale;
  const double sine = std::sin(angle) / scale;
  const cv::Matx23d picture_from_strip(
      cosine, -sine, rectangle.center.x - cosine * width / 2 + sine * LineRecognizer::kHeight / 2.0,  //
      sine, cosine, rectangle.center.y - sine * width / 2 - cosine * LineRecognizer::kHeight / 2.0);
  cv::Mat strip;
  cv::warpAffine(picture, strip, picture_from_strip, {width, LineRecognizer::kHeight},
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return strip;
}

/// The box around a part of the rectangle, `left` to `right` as shares of its width, less what it was grown
/// by above and below.
Box BoxOfPart(const cv::RotatedRect& rectangle, double left, double right) {
  constexpr double kLetters = 0.72;  // of the rectangle's height
  const double angle = rectangle.angle * CV_PI / 180;
  const double height = kLetters * rectangle.size.height;
  double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
  for (const double along : {left - 0.5, right - 0.5}) {
    for (const double across : {-0.5, 0.5}) {
      const double u = along * rectangle.size.width, v = across * height;
      const double x = rectangle.center.x + u * std::cos(angle) - v * std::sin(angle);
      const double y = rectangle.center.y + u * std::sin(angle) + v * std::cos(angle);
      x0 = std::min(x0, x), x1 = std::max(x1, x), y0 = std::min(y0, y), y1 = std::max(y1, y);
    }
  }
  return {static_cast<int>(std::floor(x0)), static_cast<int>(std::floor(y0)),
          static_cast<int>(std::ceil(x1 - std::floor(x0))), static_cast<int>(std::ceil(y1 - std::floor(y0)))};
}

/// Text that runs up or down, or single signs: not what the recogniser was made for.
bool IsUpright(const cv::RotatedRect& rectangle) {
  return rectangle.size.height < 1.5F * rectangle.size.width;
}

/// Whether `next` goes on where the line ends.
bool GoesOn(const TextLine& line, const TextLine& next) {
  const Box& a = line.words.back().box;
  const Box& b = next.words.front().box;
  const int height = std::min(a.height, b.height);
  const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  const int gap = b.x - a.right();
  return 10 * shared > 6 * height && gap > -height && gap < 2 * height &&
         std::max(a.height, b.height) < 2 * height;
}

/// Parts of one line put together; columns stay apart by their gap.
std::vector<TextLine> JoinParts(std::vector<TextLine> parts) {
  std::ranges::sort(parts, {}, [](const TextLine& part) { return part.words.front().box.x; });
  std::vector<TextLine> lines;
  for (TextLine& part : parts) {
    const auto line = std::ranges::find_if(lines, [&](const TextLine& other) { return GoesOn(other, part); });
    if (line == lines.end()) {
      lines.push_back(std::move(part));
    } else {
      line->words.insert(line->words.end(), part.words.begin(), part.words.end());
    }
  }
  return lines;
}

}  // namespace

PpocrEngine::PpocrEngine(std::unique_ptr<TextDetector> detector, std::unique_ptr<LineRecognizer> recognizer)
    : detector_(std::move(detector)), recognizer_(std::move(recognizer)) {}
PpocrEngine::~PpocrEngine() = default;

Result<std::unique_ptr<PpocrEngine>> PpocrEngine::Open(const std::filesystem::path& models) {
  std::vector<std::string> characters = ReadCharacters(models / "characters.txt");
  if (characters.empty()) return Missing(models, "characters.txt is missing or empty");
  try {
    auto detector = std::make_unique<TextDetector>(models / "detection.onnx");
    auto recognizer = std::make_unique<LineRecognizer>(models / "recognition.onnx", std::move(characters));
    return std::unique_ptr<PpocrEngine>(new PpocrEngine(std::move(detector), std::move(recognizer)));
  } catch (const cv::Exception& error) {
    return Missing(models, error.what());
  }
}

Result<std::vector<TextLine>> PpocrEngine::Recognize(const cv::Mat& picture,
                                                     const std::function<bool(const Box&)>& wanted,
                                                     const std::stop_token& stop) try {
  constexpr double kBelieved = 0.3;  // as for Tesseract's words
  std::vector<TextLine> parts;
  for (const cv::RotatedRect& rectangle : detector_->Detect(picture)) {
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, "Reading was stopped."};
    if (!IsUpright(rectangle) || !wanted(BoxOfPart(rectangle, 0, 1))) continue;
    const cv::Mat strip = CutStrip(picture, rectangle);
    TextLine part;
    for (StripWord& word : WordsOnStrip(strip, recognizer_->Recognize(strip))) {
      if (word.word.text.empty() || word.word.confidence < kBelieved) continue;
      word.word.box = Intersection(BoxOfPart(rectangle, word.left / strip.cols, word.right / strip.cols),
                                   {0, 0, picture.cols, picture.rows});
      if (!word.word.box.empty()) part.words.push_back(std::move(word.word));
    }
    if (!part.words.empty()) parts.push_back(std::move(part));
  }
  return JoinParts(std::move(parts));
} catch (const cv::Exception& error) {
  return Error{ErrorCode::kInternal, "The text on the picture couldn't be read.", error.what()};
}

}  // namespace kith::ocr
