// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "ocr/network.h"

/// Private to ocr/.
namespace kith::ocr {

/// A letter as it was recognised, and where along the line.
struct RecognizedLetter {
  std::string text;       ///< one character, UTF-8
  double at = 0;          ///< its centre, pixels of the strip
  double confidence = 0;  ///< 0 to 1
};

/// Reads one line of text: the recognition model of PP-OCRv4 (SVTR_LCNet, arXiv 2206.03001) with
/// connectionist temporal classification, its best path. Latin and Chinese letters, digits, signs. One object
/// a thread. Throws cv::Exception if the model can't be loaded or doesn't fit.
class LineRecognizer {
 public:
  static constexpr int kHeight = 48;  ///< of the strips that it reads, pixels

  /// `characters`: what the classes of the model stand for, in its order.
  LineRecognizer(const std::filesystem::path& model, std::vector<std::string> characters);

  /// From left to right. `strip`: BGR, kHeight high, the line fills its height. What is wider than 30 times
  /// the height is squeezed.
  std::vector<RecognizedLetter> Recognize(const cv::Mat& strip);

 private:
  Network network_;
  std::vector<std::string> characters_;
};

}  // namespace kith::ocr
