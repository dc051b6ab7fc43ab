// SPDX-License-Identifier: Apache-2.0
#include "ocr/preparation.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace kith::ocr {

Box ToCardBox(const Box& box, double scale, const Image& card) {
  const auto left = static_cast<int>(std::floor(box.x / scale));
  const auto top = static_cast<int>(std::floor(box.y / scale));
  const auto right = static_cast<int>(std::ceil(box.right() / scale));
  const auto bottom = static_cast<int>(std::ceil(box.bottom() / scale));
  return Intersection({left, top, right - left, bottom - top}, {0, 0, card.width(), card.height()});
}

PreparedPicture ScaleForReading(const cv::Mat& card, int longer_side) {
  const double scale = static_cast<double>(longer_side) / std::max(card.cols, card.rows);
  PreparedPicture prepared{{}, scale};
  cv::resize(card, prepared.gray, {}, scale, scale, scale > 1 ? cv::INTER_CUBIC : cv::INTER_AREA);
  return prepared;
}

cv::Mat DifferenceFromBackground(const cv::Mat& picture) {
  // The background varies slowly: a small picture gives it as well, in a tenth of the time.
  cv::Mat small;
  cv::Mat background;
  const double shrink = 200.0 / std::max(picture.cols, picture.rows);
  cv::resize(picture, small, {}, shrink, shrink, cv::INTER_AREA);
  cv::medianBlur(small, small, 21);
  cv::resize(small, background, picture.size(), 0, 0, cv::INTER_LINEAR);

  cv::Mat difference;
  cv::absdiff(picture, background, difference);
  std::vector<cv::Mat> channels;
  cv::split(difference, channels);
  cv::Mat strongest = channels.front();
  for (const cv::Mat& channel : channels)
    strongest = cv::max(strongest, channel);
  cv::Mat text;
  cv::normalize(strongest, text, 0, 255, cv::NORM_MINMAX, CV_8U);
  return 255 - text;
}

}  // namespace kith::ocr
