// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/picture_importer.h"

namespace kith::ocr {
class CardReader;
}

namespace kith::app {

/// Cards in picture files, folders and PDF files. The reader, which turns cards upright, outlives it and
/// belongs to the same thread.
class FileImporter final : public PictureImporter {
 public:
  explicit FileImporter(ocr::CardReader& reader) : reader_(reader) {}

  PictureList List(const std::vector<std::filesystem::path>& paths) override;
  Result<std::vector<ImportedCard>> CardsOf(const PictureRef& picture) override;

 private:
  ocr::CardReader& reader_;
};

}  // namespace kith::app
