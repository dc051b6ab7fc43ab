// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/event.h"

/// What all exports say about a contact in the same words.
namespace kith::exchange {

/// Names of the events that contacts may refer to. An event that isn't in it is left out of an export.
using EventNames = std::map<EventId, std::string>;

/// Text that every format can carry: valid UTF-8 (U+FFFD for bytes that aren't), every kind of line break
/// (CRLF, CR, vertical tab, form feed, U+0085, U+2028, U+2029) as "\n", tabs as spaces, no other control
/// characters. What a card says is untrusted input.
std::string CleanText(std::string_view text);

/// The full name, else given and family name, else organization, e-mail address or phone number: what stands
/// for the contact in a list. "No name" if nothing is known.
std::string DisplayName(const Contact& contact);

/// The name of the event where the contact was met; empty if not known.
std::string EventName(const Contact& contact, const EventNames& event_names);

/// "Met at Example Meetup on 2026-11-23"; parts that aren't known are left out; empty if none is.
std::string HowMet(const Contact& contact, const EventNames& event_names);
std::string HowMet(const std::string& event, const std::optional<Day>& met_on);

/// "+1 415-555-0123 ext. 12": for a person to read.
std::string PhoneForPeople(const Phone& phone);

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace kith::exchange
