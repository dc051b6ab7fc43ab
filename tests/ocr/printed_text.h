// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include "imaging/mat.h"
#include "ocr/preparation.h"
#include "tests/support/printed_card.h"

namespace kith::ocr {

/// Four lines of a card as letters are looked for in them.
inline cv::Mat PrintedText() {
  const test::PaintedCard card = test::Paint({.lines = {{"Ada van Example", 80, 60, 52},
                                                        {"Keeper of Instruments", 80, 140, 30},
                                                        {"ada@example.org", 80, 420, 28},
                                                        {"12 Harbour Street, Springfield", 80, 480, 28}}});
  return DifferenceFromBackground(imaging::ViewAsMat(card.image));
}

}  // namespace kith::ocr
