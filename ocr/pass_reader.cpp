// SPDX-License-Identifier: Apache-2.0
#include "ocr/pass_reader.h"

#include <cmath>

#include "ocr/letters.h"
#include "ocr/preparation.h"

namespace kith::ocr {

CardToRead ToRead(const Image& card) {
  // Below half a degree moving pixels costs more than it gains (measured; at 1, 2.5 and 4 degrees a pass
  // gains 1, 2 and 5 % of the values).
  constexpr double kLevelEnough = 0.0088;  // tan of half a degree
  const PreparedPicture scaled = ScaleForReading(InColor(card), kLettersLongerSide);
  const double slope = SlopeOfLines(FindLetters(DifferenceFromBackground(scaled.pixels)));
  return {card, std::abs(slope) > kLevelEnough ? slope : 0};
}

}  // namespace kith::ocr
