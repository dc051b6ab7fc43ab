// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/paths.h"
#include "core/draft.h"
#include "core/geometry.h"
#include "core/image.h"
#include "core/picture_importer.h"
#include "core/reading.h"
#include "core/result.h"
#include "parse/explain.h"

namespace kith::ocr {
class CardReader;
}

namespace kith::app {

/// A card that was found in a picture.
struct CardInPicture {
  Quad corners;      ///< in pixels of the picture
  int rotation = 0;  ///< degrees that the card image was turned clockwise to be upright: 0, 90, 180, 270
  Image card;        ///< upright
};

/// Every card in the picture, upright; kNoCard if there is none, and LoadPicture's errors.
Result<std::vector<CardInPicture>> CutOutCards(const PictureRef& picture, ocr::CardReader& reader);

/// From a picture to drafts: capture, ocr and parse one behind the other. One object a thread: it owns a
/// Tesseract.
class PictureScanner {
 public:
  /// `models`: of the second reader; without them Tesseract reads alone.
  static Result<std::unique_ptr<PictureScanner>> Open(const std::string& languages, const std::string& region,
                                                      const std::filesystem::path& models = ModelsFolder());
  ~PictureScanner();

  /// As CutOutCards.
  Result<std::vector<CardInPicture>> FindCards(const PictureRef& picture);

  Result<Draft> ReadCard(const Image& card);

  /// The same draft, with its reasons.
  Result<parse::Explanation> ExplainCard(const Image& card);

 private:
  PictureScanner(std::unique_ptr<ocr::CardReader> reader, std::string region);

  std::unique_ptr<ocr::CardReader> reader_;
  std::string region_;
};

}  // namespace kith::app
