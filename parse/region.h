// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::parse {

/// Countries that the lines of a card point to, the likeliest first: country codes of its numbers, countries
/// and postcodes of its addresses, hosts under a country's domain. `fallback` (ISO 3166 alpha-2) comes last.
std::vector<std::string> RegionsOfCard(const std::vector<std::string>& lines, std::string_view fallback);

}  // namespace kith::parse
