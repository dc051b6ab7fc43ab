// SPDX-License-Identifier: Apache-2.0
#include "app/picture_scanner.h"

#include <utility>

#include "app/picture_files.h"
#include "capture/card_finder.h"
#include "capture/rectify.h"
#include "core/language.h"
#include "ocr/card_reader.h"
#include "parse/card_parser.h"

namespace kith::app {

Result<std::vector<CardInPicture>> CutOutCards(const PictureRef& picture, ocr::CardReader& reader) {
  const Result<Image> image = LoadPicture(picture);
  if (!image) return image.error();

  std::vector<CardInPicture> cards;
  for (const capture::FoundCard& found : capture::FindCards(*image)) {
    const Image cut_out = found.whole_picture ? *image : capture::Rectify(*image, found.corners);
    const ocr::TurnHint hint = found.whole_picture ? ocr::TurnHint::kProbablyUpright : ocr::TurnHint::kAnyWay;
    const int turns = reader.QuarterTurnsToUpright(cut_out, hint).value_or(0);
    cards.push_back({.corners = capture::TurnCorners(found.corners, turns),
                     .rotation = turns * 90,
                     .card = capture::Turn(cut_out, turns)});
  }
  if (cards.empty()) {
    return Error{ErrorCode::kNoCard, Filled(Tr("No card was found in {0}. Lay the card flat on a plain "
                                               "table, whole in the picture, and take it again."),
                                            {picture.name()})};
  }
  return cards;
}

Result<std::unique_ptr<PictureScanner>> PictureScanner::Open(const std::string& languages,
                                                             const std::string& region,
                                                             const std::filesystem::path& models) {
  auto reader = ocr::CardReader::Open({.languages = languages, .models = models});
  if (!reader) return reader.error();
  return std::unique_ptr<PictureScanner>(new PictureScanner(std::move(*reader), region));
}

PictureScanner::PictureScanner(std::unique_ptr<ocr::CardReader> reader, std::string region)
    : reader_(std::move(reader)), region_(std::move(region)) {}

PictureScanner::~PictureScanner() = default;

Result<std::vector<CardInPicture>> PictureScanner::FindCards(const PictureRef& picture) {
  return CutOutCards(picture, *reader_);
}

Result<Draft> PictureScanner::ReadCard(const Image& card) {
  const Result<Reading> reading = reader_->Read(card, {});
  if (!reading) return reading.error();
  return parse::ParseCard(*reading, {.region = region_});
}

Result<parse::Explanation> PictureScanner::ExplainCard(const Image& card) {
  const Result<Reading> reading = reader_->Read(card, {});
  if (!reading) return reading.error();
  return parse::ExplainCard(*reading, {.region = region_});
}

}  // namespace kith::app
