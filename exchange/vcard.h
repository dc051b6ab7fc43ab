// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/contact.h"
#include "exchange/contact_text.h"
#include "exchange/vcard_reader.h"

namespace kith::exchange {

/// All contacts as one text of vCards 3.0 (RFC 2426; phones and most programs read it far better than 4.0).
/// UTF-8 without a byte order mark, CRLF, lines folded at 75 bytes and never inside a character.
///
/// Where the standard or the reading programs leave a choice:
/// - N and FN are always there; programs refuse cards without. A name whose parts aren't known goes into the
///   given name as a whole.
/// - An extension follows the number behind a comma ("+14155550123,12"), the pause of a phone's dialler:
///   "ext. 12" would be dialled as letters, and ";ext=" is 4.0 only.
/// - An address whose parts aren't sure goes into the street as a whole, nothing is guessed.
///   LABEL has it as it was printed.
/// - A handle on a social service is an X-SOCIALPROFILE as Apple writes it, with the page if the service has
///   one; where it came from a web address, that stays a URL, too: many programs know nothing else.
/// - A name in another script is the spoken one (X-PHONETIC-…-NAME) if it is in Latin letters and
///   the name isn't, else a NICKNAME, which programs show.
/// - A birthday without a year has Apple's form (X-APPLE-OMIT-YEAR=1604), which others read too.
/// - A web address without a scheme becomes "http://": it works with and without TLS.
/// - NOTE has the notes, the interests, and how they met; CATEGORIES the event's name.
/// - UID is the contact's id, so that a second import changes the contact instead of doubling it.
std::string WriteVcards(std::span<const Contact> contacts, const EventNames& event_names);

/// The same for cards that were read: with their pictures and all that a contact has no place for.
std::string WriteVcards(std::span<const Vcard> cards);

}  // namespace kith::exchange
