// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core/mat.hpp>

#include "ocr/pass_reader.h"
#include "ocr/tesseract_engine.h"

/// Private to ocr/.
namespace kith::ocr {

/// How a card is prepared for Tesseract and read.
struct TesseractPlan {
  const char* name;  ///< of the pass
  cv::Mat (*picture)(const CardToRead&);
  Layout layout;
  Ink ink;  ///< of what `picture` gives
};

// Chosen among 43 ways on 60 real cards. Share of printed values read by each, by the first two, by all
// three: 0.90, 0.93, 0.91; 0.97; 0.97 (with every sign of e-mails and URLs right: 0.89, 0.90, 0.90; 0.95;
// 0.96). The third then had a picture of 1600 pixels; with that of the others F1 of Tesseract alone is 0.924
// instead of 0.918 on real scans and 0.905 instead of 0.895 on designs, if the first pass reads every Latin
// letter, else 0.920 instead of 0.934 and 0.883 instead of 0.887.
extern const TesseractPlan kPlain;
extern const TesseractPlan kContrast;
extern const TesseractPlan kSecondLook;

/// Reads whole cards with Tesseract, whatever was read before.
class TesseractReader : public PassReader {
 public:
  /// `engine` must outlive the reader.
  TesseractReader(TesseractEngine& engine, const TesseractPlan& plan) : engine_(engine), plan_(plan) {}

  Result<Seen> Read(const CardToRead& card, const std::vector<Pass>& before,
                    const std::stop_token& stop) override;

 private:
  TesseractEngine& engine_;
  TesseractPlan plan_;
};

}  // namespace kith::ocr
