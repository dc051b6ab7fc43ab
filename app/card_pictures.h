// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/capture_store.h"
#include "core/card_pictures.h"

namespace kith::app {

/// Card images of the store, which must outlive it, made small.
class StoredCardPictures final : public CardPictures {
 public:
  explicit StoredCardPictures(CaptureStore& captures) : captures_(captures) {}

  std::optional<EncodedImage> SmallPicture(const Contact& contact) override;

 private:
  CaptureStore& captures_;
};

}  // namespace kith::app
