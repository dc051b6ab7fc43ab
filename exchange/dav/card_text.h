// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact.h"
#include "core/result.h"
#include "exchange/contact_text.h"
#include "exchange/vcard/reader.h"

namespace kith::exchange::dav {

/// A vCard of a server as Kith understands it.
struct ServerCard {
  Vcard card;
  bool is_kiths = false;  ///< Kith made it, whoever wrote it last
};

/// `is_kiths`: it is known that Kith made the card; else its PRODID says so. In a card that others made, the
/// lines that Kith adds to notes ("Likes to talk about: …", "Met at …") are understood, too. kUnreadable if
/// it is no vCard that Kith understands; kNotAllowed for one that isn't of a person or company (a list).
Result<ServerCard> ReadCard(const std::string& text, const std::string& region, bool is_kiths);

/// The card that Kith writes of a contact; the same contact gives the same text, whenever it was changed.
std::string CardText(const Contact& contact, const EventNames& event_names);

/// `text` so that it says what `target` says: properties that say it already stay as they are, in their
/// order, and so does everything that a contact has no place for. What can't be said in a card that others
/// made is left out.
std::string PatchCard(const std::string& text, const Vcard& target, const std::string& region, bool is_kiths);

}  // namespace kith::exchange::dav
