// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/reading.h"
#include "core/result.h"

namespace kith::ocr {

class TextDetector;
class LineRecognizer;

/// Boxes are in pixels of the picture.
struct FoundText {
  std::vector<Box> places;      ///< where text stands, read or not
  std::vector<TextLine> parts;  ///< what was read there: lines, or parts of them
};

/// PP-OCRv4 (mobile models): it fails on other lines than Tesseract, so it is asked about those that
/// Tesseract is unsure of. Private to ocr/. One object a thread.
class PpocrEngine {
 public:
  /// `models`: the folder with detection, recognition (each .json and .weights) and characters.txt, as
  /// scripts/install-models leaves it. kUnavailable if one of them is missing or isn't what it should be.
  static Result<std::unique_ptr<PpocrEngine>> Open(const std::filesystem::path& models);
  ~PpocrEngine();
  PpocrEngine(const PpocrEngine&) = delete;
  PpocrEngine& operator=(const PpocrEngine&) = delete;

  /// What is on `picture` (8 bit, BGR). Only those places are read for which `wanted` holds: finding text
  /// takes about as long as reading three lines of it. kCancelled soon after `stop` is requested.
  Result<FoundText> Recognize(const cv::Mat& picture, const std::function<bool(const Box&)>& wanted,
                              const std::stop_token& stop);

 private:
  PpocrEngine(std::unique_ptr<TextDetector> detector, std::unique_ptr<LineRecognizer> recognizer);
  TextLine ReadPlace(const cv::Mat& picture, const cv::RotatedRect& place);

  std::unique_ptr<TextDetector> detector_;
  std::unique_ptr<LineRecognizer> recognizer_;
};

}  // namespace kith::ocr
