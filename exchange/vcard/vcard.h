// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/contact.h"
#include "core/contact_extras.h"
#include "exchange/contact_text.h"

namespace kith::exchange {

enum class VcardVersion {
  k3,  ///< RFC 2426: phones and most programs read it far better
  k4,  ///< RFC 6350
};

struct VcardWriting {
  VcardVersion version = VcardVersion::k3;
  bool pictures = true;  ///< of the person; they make most of a file
};

/// Appends one card. UTF-8 without a byte order mark, CRLF, lines folded at 75 bytes and never inside a
/// character.
///
/// Where the standards or the reading programs leave a choice:
/// - N and FN are always there; programs refuse cards without. A name whose parts aren't known goes into the
///   given name as a whole.
/// - An extension follows the number behind a comma ("+14155550123,12"), the pause of a phone's dialler:
///   "ext. 12" would be dialled as letters. In 4.0 a number with its country code is a tel: address, where
///   ";ext=" says the same.
/// - An address whose parts aren't sure goes into the street as a whole, nothing is guessed. LABEL has it as
///   it was printed: a property in 3.0, a parameter in 4.0.
/// - A handle on a social service is an X-SOCIALPROFILE as Apple writes it, with the page if the service has
///   one; where it came from a web address, that stays a URL, too: many programs know nothing else.
/// - A name in another script is the spoken one (X-PHONETIC-…-NAME) if it is in Latin letters and the name
///   isn't, else a NICKNAME, which programs show.
/// - A birthday without a year has Apple's form in 3.0 (X-APPLE-OMIT-YEAR=1604), which others read too, and
///   4.0's own ("--0612").
/// - A web address without a scheme becomes "http://": it works with and without TLS.
/// - NOTE has the notes, the interests, and how they met; CATEGORIES the event's name. What Kith needs to
///   read its own card back as it was stands in X-KITH parameters and properties, which others pass over.
/// - UID is the one that the contact came with, or its id, so that a second import changes the contact
///   instead of doubling it.
/// - Properties that Kith doesn't know are written as they came, with their groups, but for those that the
///   version hasn't got.
void AppendVcard(std::string& out, const WholeContact& whole, const EventNames& event_names,
                 const VcardWriting& writing = {});

/// All of them as one text of vCards 3.0, without more than a Contact has.
std::string WriteVcards(std::span<const Contact> contacts, const EventNames& event_names);

}  // namespace kith::exchange
