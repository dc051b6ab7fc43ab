// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact_store.h"

namespace kith {

/// What differs between two states of one contact, one entry a field, as every ContactStore records it.
/// Values are text for a person; the entries of a list stand on lines of their own. `created` and `updated`
/// are no fields.
std::vector<ContactChange> ChangesBetween(const Contact& before, const Contact& after, Instant when);

/// The first entry of every history: the field "created", with the name.
ContactChange CreationOf(const Contact& contact, Instant when);

/// "1985-12-10", or "--12-10" without the year: the forms of RFC 6350, section 4.3.1.
std::string BirthdayText(const Birthday& birthday);

/// What BirthdayText writes, and "12-10"; nullopt if it is no such day.
std::optional<Birthday> ParseBirthday(std::string_view text);

}  // namespace kith
