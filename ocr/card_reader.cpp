// SPDX-License-Identifier: Apache-2.0
#include "ocr/card_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ocr/agreement.h"
#include "ocr/code_reader.h"
#include "ocr/orientation.h"
#include "ocr/ppocr_reader.h"
#include "ocr/preparation.h"
#include "ocr/tesseract_reader.h"

namespace kith::ocr {
namespace {

constexpr const char* kAutomatic = "auto";
constexpr const char* kEveryEuropean = "Latin";  // as Debian names the data of the script

bool IsInstalled(const TesseractEngine& engine, const std::string& language) {
  const std::vector<std::string> installed = engine.Installed();
  return std::ranges::find(installed, language) != installed.end();
}

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

CardReader::CardReader(std::unique_ptr<TesseractEngine> engine, std::unique_ptr<PpocrEngine> second,
                       const ReaderOptions& options)
    : engine_(std::move(engine)), tessdata_(options.tessdata) {
  if (options.languages == kAutomatic && IsInstalled(*engine_, kEveryEuropean))
    first_languages_ = kEveryEuropean;
  readers_.push_back(std::make_unique<TesseractReader>(*engine_, kPlain));
  readers_.push_back(std::make_unique<TesseractReader>(*engine_, kContrast));
  if (second) {
    third_ = std::make_unique<PpocrReader>(std::move(second));
  } else {
    third_ = std::make_unique<TesseractReader>(*engine_, kSecondLook);
  }
}
CardReader::~CardReader() = default;

Result<std::unique_ptr<CardReader>> CardReader::Open(const ReaderOptions& options) {
  const std::string languages = options.languages == kAutomatic ? "eng" : options.languages;
  auto engine = TesseractEngine::Open(languages, options.tessdata);
  if (!engine) return engine.error();
  std::unique_ptr<PpocrEngine> second;
  if (!options.models.empty()) {
    if (auto opened = PpocrEngine::Open(options.models)) second = std::move(*opened);
  }
  return std::unique_ptr<CardReader>(new CardReader(std::move(*engine), std::move(second), options));
}

/// Loads them when the first card is read: turning cards upright needs them not, and they take memory.
Result<void> CardReader::OpenFirstLanguages() {
  if (first_languages_.empty()) return {};
  auto engine = TesseractEngine::Open(first_languages_, tessdata_);
  if (!engine) return engine.error();
  first_languages_.clear();
  first_engine_ = std::move(*engine);
  readers_.front() = std::make_unique<TesseractReader>(*first_engine_, kPlain);
  return {};
}

Result<Reading> CardReader::Read(const Image& card, std::stop_token stop) {
  Reading reading{card.width(), card.height(), {}, ReadCodes(card)};
  if (card.empty()) return reading;
  if (const Result<void> opened = OpenFirstLanguages(); !opened) return opened.error();
  const CardToRead to_read = ToRead(card);
  for (const std::unique_ptr<PassReader>& reader : readers_) {
    if (const Result<void> read = ReadWith(*reader, to_read, reading.passes, stop); !read)
      return read.error();
  }
  if (LeaveNoDoubt(reading.passes[0], reading.passes[1])) return reading;
  if (const Result<void> read = ReadWith(*third_, to_read, reading.passes, stop); !read) return read.error();
  return reading;
}

Result<int> CardReader::QuarterTurnsToUpright(const Image& card, TurnHint hint, std::stop_token stop) {
  return FindQuarterTurns(InColor(card), hint, *engine_, stop);
}

}  // namespace kith::ocr
