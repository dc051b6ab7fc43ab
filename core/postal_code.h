// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Private to postal_address.cpp.
namespace kith {

/// A postcode among the words of a part of an address.
struct FoundPostalCode {
  std::size_t first = 0;
  std::size_t count = 1;     ///< words
  std::string code;          ///< without a country before it or a label
  std::string_view country;  ///< ISO 3166 alpha-2, if its form is that of one country only
  bool city_behind = false;  ///< else it stands before the code
};

/// The postcode by its form. `country`: ISO 3166 alpha-2 code of where the address is, empty if unknown; then
/// only forms count that nothing else has where addresses have them.
std::optional<FoundPostalCode> FindPostalCode(std::span<const std::string> words, std::string_view country);

/// Whether `name` is a state, province or prefecture that stands beside postcodes of `country`; any country
/// that has such ones if it is empty.
bool IsState(std::string_view name, std::string_view country);

}  // namespace kith
