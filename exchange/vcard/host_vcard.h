// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>

#include "core/host_card.h"
#include "core/result.h"

namespace kith::exchange {

/// The host card as a whole vCard 3.0 (exchange/vcard/vcard.h), with where one met in the note. `region`: of
/// a phone number without a country code, ISO 3166.
std::string WriteHostVcard(const HostCard& card, const std::string& event, const std::string& region);

/// The first vCard of a file, whoever wrote it. kUnreadable if there is none.
Result<HostCard> ReadHostVcard(std::istream& in, const std::string& region);

/// A short vCard 3.0 as a QR code: the properties that the cameras of phones understand, handles as addresses
/// of their pages. What has no room is left out in this order: handles from the last on, the web address, the
/// title, the organization, where one met, the phone number, the e-mail address. kInvalidInput without a
/// name, or if it alone is too long.
Result<HostCode> MakeHostCode(const HostCard& card, const std::string& event, const std::string& region);

}  // namespace kith::exchange
