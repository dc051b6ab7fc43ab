// SPDX-License-Identifier: Apache-2.0
#include "exchange/stable_id.h"

#include <cstdint>

namespace kith::exchange {

ContactId StableContactId(std::string_view text) {
  UuidBytes bytes{};
  for (std::size_t half = 0; half < 2; ++half) {
    std::uint64_t hash = 14695981039346656037U + half * 0x9E3779B97F4A7C15U;
    for (const char c : text)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    for (std::size_t i = 0; i < 8; ++i)
      bytes[half * 8 + i] = static_cast<std::uint8_t>(hash >> (8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return ContactId(bytes);
}

}  // namespace kith::exchange
