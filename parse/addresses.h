// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/words.h"

namespace kith::parse {

/// How much a line looks like part of a postal address: 0 (not at all) to about 3 (street or city and
/// postcode).
double AddressEvidence(std::string_view text, const std::vector<Token>& tokens);

/// Whether a line holds a postcode: "94301", "SW1A 2ET", "K1A 0B1", "1012 AB", "20100-070".
bool HasPostcode(std::string_view text);

/// ISO 3166 alpha-2 codes that a line of an address points to: the country it names, or the form of its
/// state and postcode ("CA 94305" is in the US).
std::vector<std::string> RegionsOfAddress(std::string_view text);

}  // namespace kith::parse
