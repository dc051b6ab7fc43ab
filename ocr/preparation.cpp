// SPDX-License-Identifier: Apache-2.0
#include "ocr/preparation.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"

namespace kith::ocr {

cv::Mat InColor(const Image& card) {
  const cv::Mat mat = imaging::ViewAsMat(card);
  if (mat.channels() != 4) return mat;
  cv::Mat color;
  cv::cvtColor(mat, color, cv::COLOR_RGBA2BGR);
  return color;
}

Box ToCardBox(const Box& box, const PreparedPicture& picture, const Image& card) {
  const double sunk = picture.slope * (box.x + box.width / 2.0) - picture.rows_added;
  const auto left = static_cast<int>(std::floor(box.x / picture.scale));
  const auto top = static_cast<int>(std::floor((box.y + sunk) / picture.scale));
  const auto right = static_cast<int>(std::ceil(box.right() / picture.scale));
  const auto bottom = static_cast<int>(std::ceil((box.bottom() + sunk) / picture.scale));
  return Intersection({left, top, right - left, bottom - top}, {0, 0, card.width(), card.height()});
}

void MoveToCard(std::vector<TextLine>& lines, const PreparedPicture& picture, const Image& card) {
  for (TextLine& line : lines) {
    for (Word& word : line.words)
      word.box = ToCardBox(word.box, picture, card);
  }
}

cv::Mat Resized(const cv::Mat& picture, double scale) {
  // Linear interpolation skips pixels only below a half; the mean over areas takes six times as long.
  constexpr double kSkipsPixels = 0.5;
  const int between = scale > 1 ? cv::INTER_CUBIC : scale < kSkipsPixels ? cv::INTER_AREA : cv::INTER_LINEAR;
  cv::Mat resized;
  cv::resize(picture, resized, {}, scale, scale, between);
  return resized;
}

PreparedPicture ScaleForReading(const cv::Mat& card, int longer_side) {
  const double scale = static_cast<double>(longer_side) / std::max(card.cols, card.rows);
  return {.pixels = Resized(card, scale), .scale = scale};
}

PreparedPicture MakeLevel(const PreparedPicture& picture, double slope) {
  if (slope == 0) return picture;
  const double span = std::abs(slope) * picture.pixels.cols;
  PreparedPicture level{{}, picture.scale, slope, slope > 0 ? span : 0};
  const cv::Matx23d shear(1, 0, 0, -slope, 1, level.rows_added);
  const cv::Size size(picture.pixels.cols, picture.pixels.rows + static_cast<int>(std::ceil(span)));
  cv::warpAffine(picture.pixels, level.pixels, shear, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  return level;
}

cv::Mat SharpenedBrightness(const cv::Mat& picture) {
  cv::Mat gray = picture;
  if (picture.channels() == 3) cv::cvtColor(picture, gray, cv::COLOR_BGR2GRAY);
  cv::Mat blurred;
  cv::Mat sharpened;
  cv::GaussianBlur(gray, blurred, {}, 3);
  cv::addWeighted(gray, 1.8, blurred, -0.8, 0, sharpened);
  return sharpened;
}

cv::Mat DifferenceFromBackground(const cv::Mat& picture) {
  // The background varies slowly: a small picture gives it as well, in a tenth of the time.
  constexpr double kSmallSide = 200;
  constexpr int kNeighbourhood = 21;
  cv::Mat small;
  cv::Mat background;
  const double shrink = kSmallSide / std::max(picture.cols, picture.rows);
  cv::resize(picture, small, {}, shrink, shrink, cv::INTER_AREA);
  cv::medianBlur(small, small, kNeighbourhood);
  cv::resize(small, background, picture.size(), 0, 0, cv::INTER_LINEAR);

  cv::Mat difference;
  cv::absdiff(picture, background, difference);
  std::vector<cv::Mat> channels;
  cv::split(difference, channels);
  cv::Mat strongest = channels.front();
  for (const cv::Mat& channel : channels)
    cv::max(strongest, channel, strongest);

  constexpr double kFaintestPrint = 32;  // grey levels
  double peak = 0;
  cv::minMaxLoc(strongest, nullptr, &peak);
  cv::Mat text;
  strongest.convertTo(text, CV_8U, -255 / std::max(peak, kFaintestPrint), 255);
  return text;
}

}  // namespace kith::ocr
