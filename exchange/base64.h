// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// RFC 4648, section 4, with padding and on one line.
std::string Base64(std::span<const std::uint8_t> bytes);
/// Bytes that aren't of the alphabet are passed over; "-" and "_" stand for "+" and "/", as in addresses.
std::vector<std::uint8_t> DecodeBase64(std::string_view text);

}  // namespace kith::exchange
