// SPDX-License-Identifier: Apache-2.0
#include "app/file_importer.h"

#include <utility>

#include "app/paths.h"
#include "app/picture_files.h"
#include "app/picture_scanner.h"

namespace kith::app {

PictureList FileImporter::List(const std::vector<std::filesystem::path>& paths) {
  PictureList list;
  for (ListedPicture& listed : ListPictures(paths)) {
    if (listed.error) {
      list.errors.push_back(std::move(*listed.error));
    } else {
      list.pictures.push_back(std::move(listed.picture));
    }
  }
  if (list.pictures.empty() && list.errors.empty() && !paths.empty())
    list.errors.push_back(NoPictures(paths));
  return list;
}

Result<std::vector<ImportedCard>> FileImporter::CardsOf(const PictureRef& picture) {
  Result<std::vector<CardInPicture>> found = CutOutCards(picture, reader_);
  if (!found) return found.error();
  const Result<std::string> key = SourceKey(picture);
  if (!key) return key.error();
  std::vector<ImportedCard> cards;
  for (CardInPicture& card : *found)
    cards.push_back({std::move(card.card), picture.name(), *key + "#" + std::to_string(cards.size())});
  return cards;
}

}  // namespace kith::app
