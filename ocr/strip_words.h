// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/reading.h"
#include "ocr/line_recognizer.h"

/// Private to ocr/.
namespace kith::ocr {

/// A word on a strip: its letters from `left` to `right`, pixels.
struct StripWord {
  Word word;  ///< without a box
  double left = 0;
  double right = 0;
};

/// Letters put together to words. The recogniser tells few of the spaces, so the gaps in the ink of the strip
/// count, too: those that are clearly wider than gaps between letters are on this line.
std::vector<StripWord> WordsOnStrip(const cv::Mat& strip, const std::vector<RecognizedLetter>& letters);

}  // namespace kith::ocr
