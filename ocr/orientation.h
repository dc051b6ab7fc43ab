// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/result.h"
#include "ocr/turn_hint.h"

/// Which way up a card image is, from the text on it alone: EXIF and the card's own shape are often wrong.
/// Private to ocr/; CardReader offers it to others.
namespace kith::ocr {

class TesseractEngine;

/// The `count` lines of horizontal text with the most of these letters, scaled to one height and stacked on
/// white, as a small picture that the engine reads quickly; empty if there is no line.
cv::Mat StackLongestLines(const cv::Mat& text, const std::vector<cv::Rect>& letters, int count);

/// Clockwise quarter turns (0 to 3) that make the text upright; 0 if there is no text. First the direction of
/// the lines and whether letters stand on them, which takes no reading and settles it for most cards; else
/// the longest lines are read, the likelier way first, until one way is read surely, or the better read wins.
/// (bench/README.md has the figures; Tesseract's own orientation detection: 88 % of two ways.)
Result<int> FindQuarterTurns(const cv::Mat& card, TurnHint hint, TesseractEngine& engine,
                             const std::stop_token& stop);

}  // namespace kith::ocr
