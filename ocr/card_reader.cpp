// SPDX-License-Identifier: Apache-2.0
#include "ocr/card_reader.h"

#include <utility>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "ocr/code_reader.h"
#include "ocr/preparation.h"
#include "ocr/tesseract_engine.h"

namespace kith::ocr {

CardReader::CardReader(std::unique_ptr<TesseractEngine> engine) : engine_(std::move(engine)) {}
CardReader::~CardReader() = default;

Result<std::unique_ptr<CardReader>> CardReader::Open(const ReaderOptions& options) {
  auto engine = TesseractEngine::Open(options.languages, options.tessdata);
  if (!engine) return engine.error();
  return std::unique_ptr<CardReader>(new CardReader(std::move(*engine)));
}

Result<Reading> CardReader::Read(const Image& card, std::stop_token stop) {
  Reading reading{card.width(), card.height(), {}, ReadCodes(card)};
  if (card.empty()) return reading;
  cv::Mat color = imaging::ViewAsMat(card);
  if (color.channels() == 4) cv::cvtColor(color, color, cv::COLOR_RGBA2BGR);
  PreparedPicture plain = ScaleForReading(color, 1200);
  PreparedPicture contrast{DifferenceFromBackground(plain.gray), plain.scale};
  if (plain.gray.channels() == 3) cv::cvtColor(plain.gray, plain.gray, cv::COLOR_BGR2GRAY);
  const std::pair<const PreparedPicture*, Layout> passes[] = {{&plain, Layout::kAuto},
                                                              {&contrast, Layout::kBlock}};
  for (const auto& [picture, layout] : passes) {
    auto lines = engine_->Recognize(picture->gray, layout, stop);
    if (!lines) return lines.error();
    for (TextLine& line : *lines) {
      for (Word& word : line.words)
        word.box = ToCardBox(word.box, picture->scale, card);
    }
    reading.passes.push_back({picture == &plain ? "plain/3" : "contrast/6", std::move(*lines)});
  }
  return reading;
}

}  // namespace kith::ocr
