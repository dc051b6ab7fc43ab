// SPDX-License-Identifier: Apache-2.0
#include "ocr/line_recognizer.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace kith::ocr {
namespace {

// Pixels. Code is made for each width, so there are few; of the lines on real cards 19 in 20 fit into the
// widest, and longer ones are squeezed.
constexpr int kWidthStep = 64;
constexpr int kWidest = 832;

int WidthFor(int columns) {
  return std::min(kWidest, (columns + kWidthStep - 1) / kWidthStep * kWidthStep);
}

}  // namespace

LineRecognizer::LineRecognizer(const std::filesystem::path& model, std::vector<std::string> characters)
    : network_(model), characters_(std::move(characters)) {}

std::vector<RecognizedLetter> LineRecognizer::Recognize(const cv::Mat& strip) {
  constexpr double kHalfRange = 127.5;  // grey levels become -1 to 1
  const int width = WidthFor(strip.cols);
  const int filled = std::min(width, strip.cols);
  cv::Mat canvas(kHeight, width, CV_8UC3, cv::Scalar::all(kHalfRange));
  cv::resize(strip, canvas(cv::Rect(0, 0, filled, kHeight)), {filled, kHeight}, 0, 0, cv::INTER_AREA);

  const cv::Mat output = network_.Run(canvas, 1 / kHalfRange, cv::Scalar::all(kHalfRange));
  const int steps = output.size[1];
  const int classes = output.size[2];
  CV_Assert(classes == static_cast<int>(characters_.size()) + 1);  // the first class is the blank

  const double pixels_a_step = static_cast<double>(width) / steps * strip.cols / filled;
  std::vector<RecognizedLetter> letters;
  int before = 0;
  int first_step = 0;
  for (int step = 0; step < steps; ++step) {
    const float* const shares = output.ptr<float>(0, step);
    const auto best = static_cast<int>(std::max_element(shares, shares + classes) - shares);
    if (best != 0 && best != before) {
      first_step = step;
      letters.push_back({characters_[static_cast<std::size_t>(best - 1)], 0, 0});
    }
    if (best != 0) {
      letters.back().at = (first_step + step + 1) / 2.0 * pixels_a_step;
      letters.back().confidence = std::max(letters.back().confidence, static_cast<double>(shares[best]));
    }
    before = best;
  }
  return letters;
}

}  // namespace kith::ocr
