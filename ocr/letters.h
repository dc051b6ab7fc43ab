// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

/// What a picture of text tells before any of it is read: where letters are, which way their lines run.
/// Private to ocr/.
namespace kith::ocr {

/// Pictures given to FindLetters have this many pixels along their longer side; sizes of letters are judged
/// by it.
inline constexpr int kLettersLongerSide = 1000;

/// Boxes of the connected pieces of ink that can be letters of a card. `text` is dark on white.
std::vector<cv::Rect> FindLetters(const cv::Mat& text);

/// Where letters have their nearest neighbours: 1 if all have them beside themselves (rows of text), 0 if all
/// have them above or below (the picture lies on its side), 0.5 if there are too few letters to tell.
double ShareInRows(const std::vector<cv::Rect>& letters);

/// Whether letters stand on their lines or hang from them: letters of one line differ in height, and most of
/// those that do share their bottom edge with their neighbours (ascenders, capitals and figures are several
/// times as frequent as descenders). Of neighbours that share one edge only, those at the bottom against
/// those at the top, in standard deviations of a fair coin: positive if upright, negative if upside down, 0
/// if nothing tells. Neighbours are compared with each other only, so a slope doesn't matter.
double StandingOnLines(const std::vector<cv::Rect>& letters);

/// The boxes as they are once their picture, now of `size`, is turned clockwise by 0 to 3 quarter turns.
std::vector<cv::Rect> TurnedBoxes(const std::vector<cv::Rect>& boxes, cv::Size size, int quarter_turns);

/// How much the lines of text sink per pixel to the right: the tangent of the angle, within 5 degrees, at
/// which tops and bottoms of letters crowd most in few rows (the projection profile method, Postl 1986). 0 if
/// no angle is clearly better than none.
double SlopeOfLines(const std::vector<cv::Rect>& letters);

}  // namespace kith::ocr
