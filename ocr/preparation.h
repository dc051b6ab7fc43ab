// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "core/image.h"
#include "core/reading.h"

/// Steps that make a card image easier to read. Private to ocr/: the only header of the folder that shows
/// cv::Mat, together with tesseract_engine.h. Every step is a free function from value to value.
namespace kith::ocr {

/// A picture made of the card image, and where its pixels are on the card image.
struct PreparedPicture {
  cv::Mat pixels;
  double scale = 1;       ///< its pixels per pixel of the card image
  double slope = 0;       ///< pixels by which it was moved up per pixel to the right, to make lines level
  double rows_added = 0;  ///< above, so that nothing was moved out of it
};

/// A gray, BGR or RGBA card image as gray or BGR; shares its pixels where nothing had to be done.
cv::Mat InColor(const Image& card);

/// `box` of a prepared picture in pixels of the card image, cut at its borders.
Box ToCardBox(const Box& box, const PreparedPicture& picture, const Image& card);

/// Moves the words from a prepared picture to the card image.
void MoveToCard(std::vector<TextLine>& lines, const PreparedPicture& picture, const Image& card);

/// The picture made `scale` times as large in the quickest way that keeps small print.
cv::Mat Resized(const cv::Mat& picture, double scale);

/// The card with its longer side made `longer_side` pixels. Tesseract wants capitals about 30 px high, and
/// all cards are of about one size and printed in about the same sizes of type (measured: scale matters more
/// than any filter). A card in colour stays so.
PreparedPicture ScaleForReading(const cv::Mat& card, int longer_side);

/// The picture with each column moved up or down so that lines that sink by `slope` per pixel become level. A
/// shear instead of a rotation: it looks the same at the few degrees that a card is askew, and loses no
/// corner.
PreparedPicture MakeLevel(const PreparedPicture& picture, double slope);

/// One channel of brightness with its edges steepened: strokes of small print stand apart again after
/// scaling.
cv::Mat SharpenedBrightness(const cv::Mat& picture);

/// How far each pixel is from its local background, whatever its colour and whichever is the lighter:
/// text comes out dark on white. The background is the median of a neighbourhood much larger than strokes;
/// the difference is the largest over the channels, so that red on green of one brightness is seen too. A
/// card without text stays white: differences too small for print are not amplified to look like it.
cv::Mat DifferenceFromBackground(const cv::Mat& picture);

}  // namespace kith::ocr
