// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/image.h"
#include "core/result.h"

namespace kith {

/// A picture to look for cards in: a file, or a page of a PDF file.
struct PictureRef {
  std::filesystem::path file;
  int page = 0;  ///< of a PDF file, from 1; 0: the file itself is the picture

  /// "photos/a.jpg", "scans.pdf#page=2" (RFC 8118).
  std::string name() const {
    return page == 0 ? file.string() : file.string() + "#page=" + std::to_string(page);
  }

  friend bool operator==(const PictureRef&, const PictureRef&) = default;
};

struct PictureList {
  std::vector<PictureRef> pictures;
  std::vector<Error> errors;  ///< of files that can't be looked into
};

/// A card image with what NewCapture says of it.
struct ImportedCard {
  Image card;
  std::string source;
  std::string source_key;
};

/// Port: the cards in files that a person hands over. One object a thread.
class PictureImporter {
 public:
  virtual ~PictureImporter() = default;
  /// Files as they are, folders with all pictures below them, PDF files page by page; in the order given.
  virtual PictureList List(const std::vector<std::filesystem::path>& paths) = 0;
  /// Every card in the picture, upright. kNoCard if there is none; kUnreadable and others for files that
  /// aren't pictures.
  virtual Result<std::vector<ImportedCard>> CardsOf(const PictureRef& picture) = 0;
};

}  // namespace kith
