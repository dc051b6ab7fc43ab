// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/geometry.h"
#include "core/image.h"

/// Steps that make a card image easier to read. Private to ocr/: the only header of the folder that shows
/// cv::Mat, together with tesseract_engine.h. Every step is a free function from value to value.
namespace kith::ocr {

/// A picture made for the engine: one channel, 8 bit, and where its pixels are on the card image.
struct PreparedPicture {
  cv::Mat gray;
  double scale = 1;  ///< pixels of `gray` per pixel of the card image
};

/// `box` of a prepared picture in pixels of the card image, cut at its borders.
Box ToCardBox(const Box& box, double scale, const Image& card);

/// Tesseract wants capitals about 30 px high, and cards are of one size: scaling the longer side to
/// `longer_side` pixels gives that (measured: scale matters more than any filter).
PreparedPicture ScaleForReading(const cv::Mat& card, int longer_side);

/// How far each pixel is from its local background, whatever its colour and whichever is the lighter:
/// text comes out dark on white. The background is the median of a neighbourhood much larger than strokes;
/// the difference is the largest over the channels, so that red on green of one brightness is seen too.
cv::Mat DifferenceFromBackground(const cv::Mat& picture);

}  // namespace kith::ocr
