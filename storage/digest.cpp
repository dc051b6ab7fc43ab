// SPDX-License-Identifier: Apache-2.0
#include "storage/digest.h"

#include <array>

#include <sodium.h>

namespace kith::storage {

std::string ContentDigest(std::span<const std::uint8_t> bytes) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

}  // namespace kith::storage
