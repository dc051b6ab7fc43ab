// SPDX-License-Identifier: Apache-2.0
#include "ocr/ppocr_engine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "core/language.h"
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
  return {
      ErrorCode::kUnavailable,
      Filled(Tr("The models of the second reader aren't in {0} or are damaged. Run scripts/install-models."),
             {models.string()}),
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

}  // namespace

PpocrEngine::PpocrEngine(std::unique_ptr<TextDetector> detector, std::unique_ptr<LineRecognizer> recognizer)
    : detector_(std::move(detector)), recognizer_(std::move(recognizer)) {}
PpocrEngine::~PpocrEngine() = default;

Result<std::unique_ptr<PpocrEngine>> PpocrEngine::Open(const std::filesystem::path& models) {
  std::vector<std::string> characters = ReadCharacters(models / "characters.txt");
  if (characters.empty()) return Missing(models, "characters.txt is missing or empty");
  try {
    auto detector = std::make_unique<TextDetector>(models / "detection");
    auto recognizer = std::make_unique<LineRecognizer>(models / "recognition", std::move(characters));
    return std::unique_ptr<PpocrEngine>(new PpocrEngine(std::move(detector), std::move(recognizer)));
  } catch (const std::exception& error) {
    return Missing(models, error.what());
  }
}

TextLine PpocrEngine::ReadPlace(const cv::Mat& picture, const cv::RotatedRect& place) {
  constexpr double kBelieved = 0.3;  // as for Tesseract's words
  const cv::Mat strip = CutStrip(picture, place);
  TextLine part;
  for (StripWord& word : WordsOnStrip(strip, recognizer_->Recognize(strip))) {
    if (word.word.text.empty() || word.word.confidence < kBelieved) continue;
    word.word.box = Intersection(BoxOfPart(place, word.left / strip.cols, word.right / strip.cols),
                                 {0, 0, picture.cols, picture.rows});
    if (!word.word.box.empty()) part.words.push_back(std::move(word.word));
  }
  return part;
}

Result<FoundText> PpocrEngine::Recognize(const cv::Mat& picture,
                                         const std::function<bool(const Box&)>& wanted,
                                         const std::stop_token& stop) try {
  FoundText found;
  for (const cv::RotatedRect& place : detector_->Detect(picture)) {
    if (stop.stop_requested()) return Error{ErrorCode::kCancelled, std::string(Tr("Reading was stopped."))};
    found.places.push_back(BoxOfPart(place, 0, 1));
    if (!IsUpright(place) || !wanted(found.places.back())) continue;
    TextLine part = ReadPlace(picture, place);
    if (!part.words.empty()) found.parts.push_back(std::move(part));
  }
  return found;
} catch (const std::exception& error) {
  return Error{ErrorCode::kInternal, std::string(Tr("The text on the picture couldn't be read.")),
               error.what()};
}

}  // namespace kith::ocr
