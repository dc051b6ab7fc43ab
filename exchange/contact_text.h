// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"
#include "core/event.h"
#include "core/postal_address.h"

/// What all exports say about a contact in the same words.
namespace kith::exchange {

/// Names of the events that contacts may refer to. An event that isn't in it is left out of an export.
using EventNames = std::map<EventId, std::string>;

/// Text that every format can carry: valid UTF-8 (U+FFFD for bytes that aren't), every kind of line break
/// (CRLF, CR, vertical tab, form feed, U+0085, U+2028, U+2029) as "\n", tabs as spaces, no other control
/// characters. What a card says is untrusted input.
std::string CleanText(std::string_view text);
/// Whether it is ASCII that CleanText leaves as it is, and none of it is a mark: most texts are, and are
/// written without a copy. Not of an empty one.
template <typename IsMark>
bool IsCleanWithout(IsMark is_mark, std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c >= ' ' && c < 0x7F && !is_mark(c); });
}

/// The full name, else given and family name, else organization, e-mail address or phone number: what stands
/// for the contact in a list. "No name" if nothing is known.
std::string DisplayName(const Contact& contact);

/// Whether there is anything to know somebody by or to reach them with.
bool IsWorthKeeping(const ContactDetails& details);

/// The parts of a name in their order: in Chinese, Japanese and Korean the family name goes first.
struct NameParts {
  std::string prefix = {};
  std::string given = {};
  std::string middle = {};
  std::string family = {};
  std::string suffix = {};

  std::string Composed() const;
};

/// The name of the event where the contact was met; empty if not known.
std::string EventName(const Contact& contact, const EventNames& event_names);

/// "Met at Example Meetup on 2026-11-23"; parts that aren't known are left out; empty if none is.
std::string HowMet(const Contact& contact, const EventNames& event_names);
std::string HowMet(const std::string& event, const std::optional<Day>& met_on);

/// "+1 415-555-0123 ext. 12": for a person to read.
std::string PhoneForPeople(const Phone& phone);

/// The parts on one line as their country writes them, as far as they tell: with a state, or with letters in
/// the code, that stands behind the city, else before it.
std::string AddressLine(const PostalAddress& parts);

/// "chess, sailing"; a value with a comma, semicolon or quote in it stands in quotes, doubled within: so that
/// SplitList gives the same values again.
std::string JoinList(const std::vector<std::string>& values);
/// Values between commas, semicolons and line breaks, in quotes or not.
std::vector<std::string> SplitList(std::string_view text);

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace kith::exchange
