// SPDX-License-Identifier: Apache-2.0
#include "ui/rare_letters.h"

#include <algorithm>

#include "core/text.h"

namespace kith::ui {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsLost(char32_t letter) {
  return letter > 0xFFFF || letter == kReplacement;
}

}  // namespace

std::string WithRareLetters(std::string_view edited, std::string_view original) {
  std::u32string lost = DecodeUtf8(original);
  std::erase_if(lost, [](char32_t letter) { return !IsLost(letter); });
  if (lost.empty()) return std::string(edited);
  std::u32string letters = DecodeUtf8(edited);
  if (std::count_if(letters.begin(), letters.end(), IsLost) != static_cast<std::ptrdiff_t>(lost.size()))
    return std::string(edited);
  auto next = lost.begin();
  for (char32_t& letter : letters) {
    if (IsLost(letter)) letter = *next++;
  }
  return EncodeUtf8(letters);
}

}  // namespace kith::ui
