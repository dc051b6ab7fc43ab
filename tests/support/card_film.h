// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace kith::test {

/// Films one or two cards (pictures of cards; an empty path: none) that are brought in together, held up side
/// by side for three seconds with a tremble, and taken away: five seconds of 1280x720, Motion JPEG in AVI.
void FilmCards(const std::filesystem::path& left, const std::filesystem::path& right,
               const std::filesystem::path& film);

}  // namespace kith::test
