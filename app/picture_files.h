// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/image.h"
#include "core/picture_importer.h"
#include "core/result.h"

namespace kith::app {

/// A picture to scan, or why a PDF file gives none.
struct ListedPicture {
  PictureRef picture;
  std::optional<Error> error;
};

/// PictureFiles, with every PDF file replaced by its pages.
std::vector<ListedPicture> ListPictures(const std::vector<std::filesystem::path>& inputs);

/// The picture, whether it is a file or a page. Errors of imaging::LoadPicture and capture::RenderPdfPage.
Result<Image> LoadPicture(const PictureRef& picture);

/// What makes cards of this picture the same captures when it is scanned again: the file's content and the
/// page.
Result<std::string> SourceKey(const PictureRef& picture);

}  // namespace kith::app
