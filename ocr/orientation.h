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

/// Where letters have their nearest neighbours: beside them (1: rows of text) or above and below (0: columns,
/// so the picture lies on its side). 0.5 if there are too few letters to tell. `text` is dark on white, about
/// 1000 pixels long.
double ShareOfLettersInRows(const cv::Mat& text);

/// The `count` lines of horizontal text with the most letters, scaled to one height and stacked on white, as
/// a small picture that the engine reads quickly; empty if there is no line.
cv::Mat StackLongestLines(const cv::Mat& text, int count);

/// Clockwise quarter turns (0 to 3) that make the text upright; 0 if there is no text. First the direction of
/// the lines, then the longest lines are read both ways and the better read wins.
Result<int> FindQuarterTurns(const cv::Mat& card, TurnHint hint, TesseractEngine& engine,
                             const std::stop_token& stop);

}  // namespace kith::ocr
