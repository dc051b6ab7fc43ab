// SPDX-License-Identifier: Apache-2.0
#include "ocr/pass_reader.h"

#include <cmath>

#include "ocr/letters.h"

namespace kith::ocr {

CardToRead ToRead(const Image& card) {
  constexpr int kLongerSide = 1200;  // see ScaleForReading
  // Below half a degree moving pixels costs more than it gains (measured; at 1, 2.5 and 4 degrees a pass
  // gains 1, 2 and 5 % of the values).
  constexpr double kLevelEnough = 0.0088;  // tan of half a degree
  const PreparedPicture scaled = ScaleForReading(InColor(card), kLongerSide);
  const cv::Mat contrast = DifferenceFromBackground(scaled.pixels);
  const double slope = SlopeOfLines(FindLetters(ScaleForReading(contrast, kLettersLongerSide).pixels));
  if (std::abs(slope) <= kLevelEnough) return {card, scaled, contrast};
  const PreparedPicture level = MakeLevel(scaled, slope);
  return {card, level, DifferenceFromBackground(level.pixels)};
}

}  // namespace kith::ocr
