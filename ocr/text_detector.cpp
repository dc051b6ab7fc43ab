// SPDX-License-Identifier: Apache-2.0
#include "ocr/text_detector.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "ocr/preparation.h"

namespace kith::ocr {
namespace {

// Of what a card is laid on, pixels (multiples of 32), in two shapes only, since code is made for each. At
// 960 x 640, where finding text takes 1.8 times as long, F1 of 225 fictional cards and 68 real ones was not
// higher.
constexpr int kLongerSide = 736;
constexpr int kShorterSide = 480;

cv::Size CanvasFor(const cv::Size& picture) {
  return picture.width >= picture.height ? cv::Size(kLongerSide, kShorterSide)
                                         : cv::Size(kShorterSide, kLongerSide);
}

double MeanInside(const cv::Mat& share, const std::vector<cv::Point>& outline) {
  const cv::Rect bounds = cv::boundingRect(outline) & cv::Rect({}, share.size());
  cv::Mat mask = cv::Mat::zeros(bounds.size(), CV_8UC1);
  cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{outline}, 255, cv::LINE_8, 0, -bounds.tl());
  return cv::mean(share(bounds), mask)[0];
}

/// Along the text, and grown by what the model takes off each region so that lines stay apart.
cv::RotatedRect TextRectangle(const std::vector<cv::Point>& outline) {
  constexpr float kUnclip = 1.6F;  // the factor of the paper and of PP-OCR
  cv::RotatedRect rectangle = cv::minAreaRect(outline);
  while (rectangle.angle > 45) {
    rectangle.angle -= 90;
    std::swap(rectangle.size.width, rectangle.size.height);
  }
  const float sides = rectangle.size.width + rectangle.size.height;
  if (sides == 0) return rectangle;  // a single pixel
  const float grown = kUnclip * rectangle.size.area() / sides;
  rectangle.size.width += grown;
  rectangle.size.height += grown;
  return rectangle;
}

}  // namespace

TextDetector::TextDetector(const std::filesystem::path& model) : network_(model) {}

std::vector<cv::RotatedRect> TextDetector::Detect(const cv::Mat& picture) {
  constexpr double kText = 0.3;    // share of text from which a pixel belongs to a region
  constexpr double kRegion = 0.5;  // mean share of a region: below, it is a texture
  constexpr float kLowest = 5;     // pixels of the canvas
  cv::Mat canvas(CanvasFor(picture.size()), CV_8UC3, cv::mean(picture));
  const double scale = std::min(static_cast<double>(canvas.cols) / picture.cols,
                                static_cast<double>(canvas.rows) / picture.rows);
  const cv::Mat scaled = Resized(picture, scale);
  const cv::Rect filled = cv::Rect({}, scaled.size()) & cv::Rect({}, canvas.size());
  scaled(filled).copyTo(canvas(filled));

  // Mean and deviation of the pictures that the model was trained on (ImageNet), one deviation for all
  // channels.
  const cv::Mat output = network_.Run(canvas, 1 / 57.6, {123.7, 116.3, 103.5});
  const cv::Mat share = output.reshape(1, output.size[0]);
  std::vector<std::vector<cv::Point>> outlines;
  cv::findContours(share > kText, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  std::vector<cv::RotatedRect> found;
  for (const std::vector<cv::Point>& outline : outlines) {
    cv::RotatedRect rectangle = TextRectangle(outline);
    if (std::min(rectangle.size.width, rectangle.size.height) < kLowest ||
        MeanInside(share, outline) < kRegion)
      continue;
    rectangle.center /= scale;
    rectangle.size.width /= static_cast<float>(scale);
    rectangle.size.height /= static_cast<float>(scale);
    found.push_back(rectangle);
  }
  return found;
}

}  // namespace kith::ocr
