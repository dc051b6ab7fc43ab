// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kith::test {

/// The same picture in other bytes, as the noise of a camera's sensor makes it: with a comment behind the
/// mark that every JPEG begins with.
inline std::vector<std::uint8_t> WithNote(const std::vector<std::uint8_t>& jpeg, std::size_t number) {
  const std::string note = std::to_string(number);
  std::vector<std::uint8_t> noted(jpeg.begin(), jpeg.begin() + 2);
  noted.insert(noted.end(), {0xFF, 0xFE, 0, static_cast<std::uint8_t>(note.size() + 2)});
  noted.insert(noted.end(), note.begin(), note.end());
  noted.insert(noted.end(), jpeg.begin() + 2, jpeg.end());
  return noted;
}

}  // namespace kith::test
