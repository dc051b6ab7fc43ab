// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "core/contact.h"
#include "core/contact_extras.h"
#include "core/result.h"

namespace kith::exchange {

/// One card of a file.
struct Vcard {
  int line = 0;               ///< on which it begins, from 1
  Contact contact = {};       ///< without event, capture and moments
  std::string event = {};     ///< the name of the event where they met, in Kith's own cards
  ContactExtras extras = {};  ///< its pictures, and all that a contact has no place for

  friend bool operator==(const Vcard&, const Vcard&) = default;
};

/// A card that isn't taken, or text that is none.
struct RefusedVcard {
  int line = 0;
  std::string reason;  ///< for a person

  friend bool operator==(const RefusedVcard&, const RefusedVcard&) = default;
};

struct VcardReading {
  std::string region = "US";                 ///< ISO 3166; for numbers without a country code
  std::size_t most_line_bytes = 16U << 20U;  ///< of a property, unfolded: a photo is one
  std::size_t most_card_bytes = 32U << 20U;
  int most_lines = 10'000;  ///< properties of a card
  int most_depth = 5;       ///< of cards within cards (vCard 2.1)
};

/// Reads vCards 2.1, 3.0 and 4.0, one card at a time in memory: each is given to one of the two as it ends. A
/// card that is broken or beyond a limit is refused, and the next one is read. A card has the id of its UID,
/// or one computed from it, or else from what the card says: the same card gives the same id again. What it
/// understands beyond the standards is in docs/exchange.md. kUnreadable if there is no vCard in it at all.
Result<void> ReadVcards(std::istream& in, const VcardReading& reading, const std::function<void(Vcard)>& take,
                        const std::function<void(RefusedVcard)>& refuse);

}  // namespace kith::exchange
