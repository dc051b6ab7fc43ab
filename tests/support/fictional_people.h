// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/contact_extras.h"

namespace kith::test {

/// People for round trips through files: every field that a contact can have, in many scripts, with texts
/// that try to break out of whatever they are written into (quotes, separators, formulas, emoji,
/// right-to-left and invisible letters, notes of 5,000 letters). The same number gives the same person, on
/// every machine; among any 40 in a row each kind of text and field is found. All text is as the store keeps
/// it: one line, normalized, but for the notes. What is printed of a phone is what its number says.
WholeContact FictionalPerson(std::uint32_t number);

/// The events where they were met, by name.
const std::map<EventId, std::string>& FictionalEvents();

}  // namespace kith::test
