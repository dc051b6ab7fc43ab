// SPDX-License-Identifier: Apache-2.0
#include "storage/digest.h"

#include <string_view>

#include <gtest/gtest.h>

namespace kith::storage {
namespace {

std::string DigestOf(std::string_view text) {
  return ContentDigest({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

// The expected digests are those of `b2sum -l 256` (GNU coreutils).
TEST(ContentDigest, IsBlake2bWith256Bits) {
  EXPECT_EQ(DigestOf(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(DigestOf("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

}  // namespace
}  // namespace kith::storage
