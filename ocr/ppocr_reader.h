// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "ocr/pass_reader.h"
#include "ocr/ppocr_engine.h"

/// Private to ocr/.
namespace kith::ocr {

/// The second reader: PP-OCRv4 on those places of a card that the readers before it leave in doubt (see
/// AreSureOf). It tells letters well and spaces poorly, so it takes the spaces, and the words on which two of
/// the others agree, from them (see WithWordsOf).
class PpocrReader : public PassReader {
 public:
  explicit PpocrReader(std::unique_ptr<PpocrEngine> engine);
  ~PpocrReader() override;

  Result<Seen> Read(const CardToRead& card, const std::vector<Pass>& before,
                    const std::stop_token& stop) override;

 private:
  std::unique_ptr<PpocrEngine> engine_;
};

}  // namespace kith::ocr
