// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/contact.h"

namespace kith::parse {

/// The contact data in what a QR code says: vCard 2.1 (quoted-printable, bare types), 3.0 and 4.0, MECARD, a
/// "mailto:", "tel:" or a web address. nullopt for everything else (tickets, Wi-Fi, payments …). Birthdays
/// and notes go to the notes. `regions`: for numbers without a country code.
std::optional<ContactDetails> ParseQrPayload(std::string_view payload,
                                             const std::vector<std::string>& regions);

}  // namespace kith::parse
