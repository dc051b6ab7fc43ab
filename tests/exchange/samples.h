// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/contact.h"
#include "exchange/contact_text.h"

namespace kith::exchange::test {

inline constexpr Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) +
                              std::chrono::hours(18)};

/// Everything that a contact can have, made up.
Contact FullContact();

/// FullContact's event.
EventNames SampleEvents();

/// A contact with one thing known.
Contact NamedContact(const std::string& full_name);

/// Texts that have broken importers and exporters: separators, quotes, line breaks of all kinds, formulas,
/// emoji, right-to-left scripts, bytes that aren't UTF-8, control characters, very long lines.
std::vector<std::string> NastyTexts();

}  // namespace kith::exchange::test
