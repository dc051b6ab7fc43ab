// SPDX-License-Identifier: Apache-2.0
#include "app/card_pictures.h"

#include "imaging/codec.h"

namespace kith::app {

std::optional<EncodedImage> StoredCardPictures::SmallPicture(const Contact& contact) {
  /// Legible at 46 mm in print: 260 dots an inch.
  constexpr int kLongestSide = 480;
  if (!contact.capture) return std::nullopt;
  const Result<EncodedImage> stored = captures_.CardImage(*contact.capture, CardSide::kFront);
  if (!stored) return std::nullopt;
  const Result<EncodedImage> small = imaging::Downscaled(*stored, kLongestSide);
  return small ? std::optional(*small) : std::nullopt;
}

}  // namespace kith::app
