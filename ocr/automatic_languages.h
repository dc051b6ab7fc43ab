// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/image.h"
#include "core/reading.h"
#include "core/result.h"
#include "ocr/tesseract_engine.h"

/// Private to ocr/.
namespace kith::ocr {

/// Picks among the installed language data by what is seen on a card, and loads what a card needs. One
/// object a thread; engines that it gives stand until the next question.
class AutomaticLanguages {
 public:
  AutomaticLanguages(const std::vector<std::string>& installed, std::filesystem::path tessdata);

  /// The letters of the Latin script, which are those of every European language; nullptr if they aren't
  /// installed. Loads them at the first call.
  Result<TesseractEngine*> EveryLatin();

  /// The data of another script if that reads what two passes with Latin letters doubt; nullptr if none does.
  /// Tries what is installed on the longest of these lines, a tenth of a second each. The last one stays
  /// loaded.
  Result<TesseractEngine*> OtherScript(const std::vector<Pass>& latin, const Image& card,
                                       const std::stop_token& stop);

  /// The name of the data that OtherScript gave last.
  const std::string& other_script() const { return other_data_; }

 private:
  Result<std::unique_ptr<TesseractEngine>> Opened(const std::string& data);

  bool has_latin_;
  std::vector<std::string> other_scripts_;
  std::filesystem::path tessdata_;
  std::unique_ptr<TesseractEngine> latin_;
  std::unique_ptr<TesseractEngine> other_;
  std::string other_data_;  // of `other_`
};

}  // namespace kith::ocr
