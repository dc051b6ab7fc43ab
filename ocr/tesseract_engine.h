// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/reading.h"
#include "core/result.h"

namespace tesseract {
class TessBaseAPI;
}

namespace kith::ocr {

/// How the engine should look at a picture; the numbers are Tesseract's page segmentation modes.
enum class Layout {
  kAuto = 3,        ///< finds columns and blocks; leaves out what it takes for pictures
  kBlock = 6,       ///< one block of lines: sees more, mixes columns
  kSingleLine = 7,  ///< one line of text
  kSparse = 11,     ///< as much text as possible, in any order
};

/// What the letters of a picture look like.
enum class Ink {
  kDark,    ///< on a lighter ground
  kEither,  ///< dark or light: what isn't read surely is read once more with light and dark exchanged
};

/// Tesseract's LSTM recogniser with its language data loaded: one picture in, lines out. Private to ocr/.
/// One object a thread; loading takes about 0.1 s, so keep it.
class TesseractEngine {
 public:
  /// `languages` as Tesseract takes them: "eng+deu". An empty `tessdata` is the installation's own folder.
  /// kUnavailable names the package to install if the data of a language is missing; kInvalidInput if
  /// `languages` isn't such a list.
  static Result<std::unique_ptr<TesseractEngine>> Open(const std::string& languages,
                                                       const std::filesystem::path& tessdata);
  /// With the data of one language, its letters but not its words (see LoadWithoutWords): a tenth of the time
  /// and memory for data of scripts. `tessdata` as Folder gives it.
  static Result<std::unique_ptr<TesseractEngine>> OpenLetters(const std::string& language,
                                                              const std::filesystem::path& tessdata);
  ~TesseractEngine();
  TesseractEngine(const TesseractEngine&) = delete;
  TesseractEngine& operator=(const TesseractEngine&) = delete;

  /// Where its data was loaded from.
  std::filesystem::path Folder() const;

  /// The languages whose data stands in the folder that this one was loaded from.
  std::vector<std::string> Installed() const;

  /// Lines of words with boxes in pixels of `gray` (8 bit, one channel). Words without a letter or digit are
  /// left out. kCancelled soon after `stop` is requested.
  Result<std::vector<TextLine>> Recognize(const cv::Mat& gray, Layout layout, Ink ink,
                                          const std::stop_token& stop);

 private:
  TesseractEngine();
  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

}  // namespace kith::ocr
