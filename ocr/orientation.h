// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include <opencv2/core/mat.hpp>

#include "core/result.h"
#include "ocr/turn_hint.h"

/// Which way up a card image is, from the text on it alone: EXIF and the card's own shape are often wrong.
/// Private to ocr/; CardReader offers it to others.
namespace kith::ocr {

class TesseractEngine;

/// The `count` lines of horizontal text with the most letters, scaled to one height and stacked on white, as
/// a small picture that the engine reads quickly; empty if there is no line.
cv::Mat StackLongestLines(const cv::Mat& text, int count);

/// Clockwise quarter turns (0 to 3) that make the text upright; 0 if there is no text. First the direction of
/// the lines, then the longest lines are read both ways and the better read wins. (Measured on 60 real cards,
/// each turned four ways: all right; Tesseract's own orientation detection: 88 % of two ways.)
Result<int> FindQuarterTurns(const cv::Mat& card, TurnHint hint, TesseractEngine& engine,
                             const std::stop_token& stop);

}  // namespace kith::ocr
