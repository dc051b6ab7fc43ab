// SPDX-License-Identifier: Apache-2.0
#include "ocr/ppocr_reader.h"

#include <utility>

#include <opencv2/imgproc.hpp>

#include "ocr/agreement.h"
#include "ocr/preparation.h"
#include "ocr/words_of_passes.h"

namespace kith::ocr {

PpocrReader::PpocrReader(std::unique_ptr<PpocrEngine> engine) : engine_(std::move(engine)) {}
PpocrReader::~PpocrReader() = default;

Result<Seen> PpocrReader::Read(const CardToRead& card, const std::vector<Pass>& before,
                               const std::stop_token& stop) {
  cv::Mat picture = card.level.pixels;
  if (picture.channels() == 1) cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
  const auto doubtful = [&](const Box& box) {
    return !AreSureOf(before, ToCardBox(box, card.level, card.image));
  };
  auto found = engine_->Recognize(picture, doubtful, stop);
  if (!found) return found.error();
  MoveToCard(found->parts, card.level, card.image);
  for (TextLine& part : found->parts)
    part = WithWordsOf(before, std::move(part));
  for (Box& place : found->places)
    place = ToCardBox(place, card.level, card.image);
  return Seen{{"ppocr", JoinParts(std::move(found->parts))}, std::move(found->places)};
}

}  // namespace kith::ocr
