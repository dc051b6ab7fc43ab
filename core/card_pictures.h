// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/contact.h"
#include "core/image.h"

namespace kith {

/// Port: small pictures of cards, for documents. One object a thread.
class CardPictures {
 public:
  virtual ~CardPictures() = default;
  /// The front of the contact's card as a JPEG; nullopt if there is none, or it can't be read.
  virtual std::optional<EncodedImage> SmallPicture(const Contact& contact) = 0;
};

}  // namespace kith
