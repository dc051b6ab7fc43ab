// SPDX-License-Identifier: Apache-2.0
#include "app/picture_files.h"

#include <fstream>
#include <iterator>

#include "app/paths.h"
#include "capture/pdf_file.h"
#include "core/language.h"
#include "imaging/codec.h"
#include "storage/digest.h"

namespace kith::app {

namespace fs = std::filesystem;

std::vector<ListedPicture> ListPictures(const std::vector<fs::path>& inputs) {
  std::vector<ListedPicture> pictures;
  for (const fs::path& file : PictureFiles(inputs)) {
    if (!capture::IsPdfFile(file)) {
      pictures.push_back({{file}, std::nullopt});
      continue;
    }
    const Result<int> pages = capture::CountPdfPages(file);
    if (!pages) pictures.push_back({{file}, pages.error()});
    for (int page = 1; page <= pages.value_or(0); ++page)
      pictures.push_back({{file, page}, std::nullopt});
  }
  return pictures;
}

Result<Image> LoadPicture(const PictureRef& picture) {
  return picture.page == 0 ? imaging::LoadPicture(picture.file)
                           : capture::RenderPdfPage(picture.file, picture.page);
}

Result<std::string> SourceKey(const PictureRef& picture) {
  std::ifstream in(picture.file, std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.eof() && in.fail())
    return Error{ErrorCode::kUnreadable, Filled(Tr("{0} can't be read."), {picture.file.string()})};
  const std::string digest =
      storage::ContentDigest({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  return picture.page == 0 ? digest : digest + "#page=" + std::to_string(picture.page);
}

}  // namespace kith::app
