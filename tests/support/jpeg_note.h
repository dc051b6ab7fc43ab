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
  const std::string head =
      std::string("\xFF\xD8\xFF\xFE\0", 5) + static_cast<char>(note.size() + 2) + note;  // T.81 annex B
  std::vector<std::uint8_t> noted(head.begin(), head.end());
  noted.insert(noted.end(), jpeg.begin() + 2, jpeg.end());
  return noted;
}

}  // namespace kith::test
