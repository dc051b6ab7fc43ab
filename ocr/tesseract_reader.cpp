// SPDX-License-Identifier: Apache-2.0
#include "ocr/tesseract_reader.h"

#include <utility>

#include "ocr/preparation.h"

namespace kith::ocr {

const TesseractPlan kPlain = {"plain/3", SharpenedBrightness, 1200, Layout::kAuto};
const TesseractPlan kContrast = {"contrast/6", DifferenceFromBackground, 1200, Layout::kBlock};
const TesseractPlan kSecondLook = {"contrast/3", DifferenceFromBackground, 1600, Layout::kAuto};

Result<Seen> TesseractReader::Read(const CardToRead& card, const std::vector<Pass>& /*before*/,
                                   const std::stop_token& stop) {
  const PreparedPicture level =
      MakeLevel(ScaleForReading(InColor(card.image), plan_.longer_side), card.slope);
  auto lines = engine_.Recognize(plan_.prepare(level.pixels), plan_.layout, stop);
  if (!lines) return lines.error();
  MoveToCard(*lines, level, card.image);
  return Seen{{plan_.name, std::move(*lines)}};
}

}  // namespace kith::ocr
