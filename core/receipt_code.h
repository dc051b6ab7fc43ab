// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// 40 bits, by which a guest finds their record again.
using ReceiptBits = std::array<std::uint8_t, 5>;

/// As people read and speak it: "7K3M-9QXT", eight letters and digits of Crockford's base 32, which leaves
/// out what is easily taken for something else.
std::string ReceiptCode(const ReceiptBits& bits);

/// What a person typed, the way ReceiptCode writes it: small letters, spaces and missing hyphens don't
/// matter, O is 0, I and L are 1. nullopt if it can't be a code.
std::optional<std::string> ReadReceiptCode(std::string_view typed);

}  // namespace kith
