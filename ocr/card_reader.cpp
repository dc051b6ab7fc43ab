// SPDX-License-Identifier: Apache-2.0
#include "ocr/card_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "ocr/agreement.h"
#include "ocr/automatic_languages.h"
#include "ocr/code_reader.h"
#include "ocr/languages.h"
#include "ocr/orientation.h"
#include "ocr/ppocr_reader.h"
#include "ocr/preparation.h"
#include "ocr/tesseract_reader.h"

namespace kith::ocr {
namespace {

constexpr const char* kAutomatic = "auto";

/// Adds the pass; gives where text stands, if the reader looks for that.
Result<std::vector<Box>> ReadWith(PassReader& reader, const CardToRead& card, std::vector<Pass>& passes,
                                  const std::stop_token& stop) {
  Result<Seen> seen = reader.Read(card, passes, stop);
  if (!seen) return seen.error();
  if (seen->text_places) DropSpecks(passes, *seen->text_places);
  passes.push_back(std::move(seen->pass));
  return std::move(seen->text_places).value_or(std::vector<Box>());
}

/// The places where something is written and nothing is read; parts of logos and single signs are too small.
std::vector<Box> UnreadAmong(const std::vector<Box>& places, const Reading& reading) {
  constexpr double kLowest = 0.04;  // of the card's height
  constexpr int kFlattest = 2;      // times as wide as high
  std::vector<Box> unread;
  for (const Box& place : places) {
    if (place.height >= kLowest * reading.height && place.width >= kFlattest * place.height &&
        IsUnread(reading.passes, place))
      unread.push_back(place);
  }
  return unread;
}

Result<void> ReadPass(TesseractEngine& engine, const TesseractPlan& plan, const CardToRead& card,
                      std::vector<Pass>& passes, const std::stop_token& stop) {
  TesseractReader reader(engine, plan);
  const auto read = ReadWith(reader, card, passes, stop);
  return read ? Result<void>() : read.error();
}

}  // namespace

Result<void> CheckSecondReader(const std::filesystem::path& models) {
  const auto engine = PpocrEngine::Open(models);
  return engine ? Result<void>() : engine.error();
}

CardReader::CardReader(std::unique_ptr<TesseractEngine> engine, std::unique_ptr<PpocrEngine> second,
                       const ReaderOptions& options)
    : engine_(std::move(engine)) {
  if (options.languages == kAutomatic)
    automatic_ = std::make_unique<AutomaticLanguages>(engine_->Installed(), engine_->Folder());
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

Result<Reading> CardReader::Read(const Image& card, std::stop_token stop) {
  Reading reading{card.width(), card.height(), {}, ReadCodes(card)};
  if (card.empty()) return reading;
  const CardToRead to_read = ToRead(card);
  if (const Result<void> read = ReadTwice(to_read, reading.passes, stop); !read) return read.error();
  if (LeaveNoDoubt(reading.passes[0], reading.passes[1])) return reading;
  const Result<bool> other_script = ReadOtherScript(to_read, reading.passes, stop);
  if (!other_script) return other_script.error();
  if (*other_script && !IsHan(automatic_->other_script())) return reading;
  const Result<std::vector<Box>> places = ReadWith(*third_, to_read, reading.passes, stop);
  if (!places) return places.error();
  if (!*other_script) reading.unread = UnreadAmong(*places, reading);
  return reading;
}

Result<void> CardReader::ReadTwice(const CardToRead& card, std::vector<Pass>& passes,
                                   const std::stop_token& stop) {
  TesseractEngine* first = engine_.get();
  if (automatic_) {
    const auto latin = automatic_->EveryLatin();
    if (!latin) return latin.error();
    if (*latin != nullptr) first = *latin;
  }
  if (const auto read = ReadPass(*first, kPlain, card, passes, stop); !read) return read.error();
  return ReadPass(*engine_, kContrast, card, passes, stop);
}

/// Reads the card with the data of the script that it is in, if that isn't Latin, instead of the first pass
/// and once more; what English read stays, for the Latin lines of such a card. Whether it did.
Result<bool> CardReader::ReadOtherScript(const CardToRead& card, std::vector<Pass>& passes,
                                         const std::stop_token& stop) {
  if (!automatic_) return false;
  const auto script = automatic_->OtherScript(passes, card.image, stop);
  if (!script) return script.error();
  if (*script == nullptr) return false;
  std::vector<Pass> read;
  for (const TesseractPlan* plan : {&kPlain, &kContrast}) {
    if (const auto done = ReadPass(**script, *plan, card, read, stop); !done) return done.error();
    read.back().name += " " + automatic_->other_script();
  }
  passes[0] = std::move(read[0]);
  passes.push_back(std::move(read[1]));
  return true;
}

std::vector<std::string> CardReader::InstalledLanguages() const {
  return engine_->Installed();
}

Result<int> CardReader::QuarterTurnsToUpright(const Image& card, TurnHint hint, std::stop_token stop) {
  return FindQuarterTurns(InColor(card), hint, *engine_, stop);
}

}  // namespace kith::ocr
