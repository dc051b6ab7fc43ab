// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/contact_extras.h"

/// What contacts carry beyond their fields, between here and a server. What was added goes to the other end;
/// what says more of a value (its type or group) stays where it is.
namespace kith::exchange::dav {

/// A vCard as LocalRecord::text has it: with one more property, which names the extras by their digests, so
/// that the text differs when they do. As it was where there are none.
std::string MarkedText(std::string text, const ContactExtras& extras);

/// The vCard that it was made of.
std::string UnmarkedText(const std::string& text);

/// What a contact has that neither MarkedText `agreed` names nor `theirs` or `remote` has: the extras of what
/// stood there when both ends agreed, and of what stands there now. A second gender or wedding day is left
/// out: a card has one.
ContactExtras AddedHere(const ContactExtras& here, const std::string& agreed, const ContactExtras& theirs,
                        const ContactExtras& remote);

/// The server's vCard with these, too.
std::string WithExtras(const std::string& text, const ContactExtras& more);

}  // namespace kith::exchange::dav
