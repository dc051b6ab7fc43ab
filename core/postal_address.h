// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// The parts of a postal address as they were printed; empty where they aren't sure.
struct PostalAddress {
  std::string street;  ///< all that is none of the others: house, floor, post box, district
  std::string city;
  std::string region;  ///< state, province, prefecture
  std::string postal_code;
  std::string country;

  friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

/// Tells the parts of an address on one line by the form of its postcode and the country that it names:
/// "1 Main St, Springfield, IL 62701". Where neither a postcode nor a country or state says where the city
/// stands, all parts are empty: the address is only known as a whole. Safe to call from every thread.
PostalAddress SplitPostalAddress(std::string_view address);

}  // namespace kith
