// SPDX-License-Identifier: Apache-2.0
#include "ocr/tesseract_reader.h"

#include <utility>

#include "ocr/preparation.h"

namespace kith::ocr {
namespace {

cv::Mat Plain(const CardToRead& card) {
  return SharpenedBrightness(card.level.pixels);
}

cv::Mat Contrast(const CardToRead& card) {
  return card.contrast;
}

}  // namespace

const TesseractPlan kPlain = {"plain/3", Plain, Layout::kAuto, Ink::kEither};
const TesseractPlan kContrast = {"contrast/6", Contrast, Layout::kBlock, Ink::kDark};
const TesseractPlan kSecondLook = {"contrast/3", Contrast, Layout::kAuto, Ink::kDark};

Result<Seen> TesseractReader::Read(const CardToRead& card, const std::vector<Pass>& /*before*/,
                                   const std::stop_token& stop) {
  auto lines = engine_.Recognize(plan_.picture(card), plan_.layout, plan_.ink, stop);
  if (!lines) return lines.error();
  MoveToCard(*lines, card.level, card.image);
  return Seen{{plan_.name, std::move(*lines)}};
}

}  // namespace kith::ocr
