// SPDX-License-Identifier: Apache-2.0
#include "ocr/card_reader.h"

#include <utility>

#include "ocr/agreement.h"
#include "ocr/code_reader.h"
#include "ocr/orientation.h"
#include "ocr/ppocr_reader.h"
#include "ocr/preparation.h"
#include "ocr/tesseract_reader.h"

namespace kith::ocr {
namespace {

/// Two passes that agree on more than this leave nothing for a third to settle.
constexpr double kNoDoubt = 0.97;

Result<void> ReadWith(PassReader& reader, const CardToRead& card, std::vector<Pass>& passes,
                      const std::stop_token& stop) {
  Result<Seen> seen = reader.Read(card, passes, stop);
  if (!seen) return seen.error();
  if (seen->text_places) DropSpecks(passes, *seen->text_places);
  passes.push_back(std::move(seen->pass));
  return {};
}

}  // namespace

Result<void> CheckSecondReader(const std::filesystem::path& models) {
  const auto engine = PpocrEngine::Open(models);
  return engine ? Result<void>() : engine.error();
}

CardReader::CardReader(std::unique_ptr<TesseractEngine> engine, std::unique_ptr<PpocrEngine> second)
    : engine_(std::move(engine)) {
  readers_.push_back(std::make_unique<TesseractReader>(*engine_, kPlain));
  readers_.push_back(std::make_unique<TesseractReader>(*engine_, kContrast));
  if (second) {
    readers_.push_back(std::make_unique<PpocrReader>(std::move(second)));
  } else {
    third_ = std::make_unique<TesseractReader>(*engine_, kSecondLook);
  }
}
CardReader::~CardReader() = default;

Result<std::unique_ptr<CardReader>> CardReader::Open(const ReaderOptions& options) {
  auto engine = TesseractEngine::Open(options.languages, options.tessdata);
  if (!engine) return engine.error();
  std::unique_ptr<PpocrEngine> second;
  if (!options.models.empty()) {
    if (auto opened = PpocrEngine::Open(options.models)) second = std::move(*opened);
  }
  return std::unique_ptr<CardReader>(new CardReader(std::move(*engine), std::move(second)));
}

Result<Reading> CardReader::Read(const Image& card, std::stop_token stop) {
  Reading reading{card.width(), card.height(), {}, ReadCodes(card)};
  if (card.empty()) return reading;
  const CardToRead to_read = ToRead(card);
  for (const std::unique_ptr<PassReader>& reader : readers_) {
    if (const Result<void> read = ReadWith(*reader, to_read, reading.passes, stop); !read)
      return read.error();
  }
  if (third_ && Agreement(reading.passes[0], reading.passes[1]) <= kNoDoubt) {
    if (const Result<void> read = ReadWith(*third_, to_read, reading.passes, stop); !read)
      return read.error();
  }
  return reading;
}

Result<int> CardReader::QuarterTurnsToUpright(const Image& card, TurnHint hint, std::stop_token stop) {
  return FindQuarterTurns(InColor(card), hint, *engine_, stop);
}

}  // namespace kith::ocr
