// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace kith::storage {

/// BLAKE2b with 256 bits (RFC 7693) as 64 lower-case hex digits: the same bytes give the same text, on every
/// machine. For the source keys of captures.
std::string ContentDigest(std::span<const std::uint8_t> bytes);

}  // namespace kith::storage
