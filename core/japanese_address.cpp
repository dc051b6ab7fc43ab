// SPDX-License-Identifier: Apache-2.0
#include "core/japanese_address.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace kith {
namespace {

bool IsDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Takes "105-9999", with the postal mark before it, out of `text`.
std::u32string TakeCode(std::u32string& text) {
  constexpr std::size_t kLength = 8;
  constexpr std::size_t kDash = 3;
  for (std::size_t at = 0; at + kLength <= text.size(); ++at) {
    const std::u32string code = text.substr(at, kLength);
    bool is_code = code[kDash] == U'-';
    for (std::size_t i = 0; i < kLength; ++i)
      is_code = is_code && (i == kDash || IsDigit(code[i]));
    const bool inside = (at > 0 && (IsDigit(text[at - 1]) || text[at - 1] == U'-')) ||
                        (at + kLength < text.size() && IsDigit(text[at + kLength]));
    if (!is_code || inside) continue;
    const bool mark = at > 0 && text[at - 1] == U'〒';
    text.erase(at - (mark ? 1 : 0), kLength + (mark ? 1 : 0));
    return code;
  }
  return {};
}

/// Takes what ends with the first of `signs` off the beginning of `text`: at most `most` letters, no digit.
std::u32string TakeUntil(std::u32string_view signs, std::size_t most, std::u32string& text) {
  const std::size_t end = text.find_first_of(signs, 1);
  if (end == std::u32string::npos || end >= most) return {};
  const std::u32string taken = text.substr(0, end + 1);
  if (std::ranges::any_of(taken, IsDigit)) return {};
  text.erase(0, end + 1);
  return taken;
}

std::u32string TakePrefecture(std::u32string& text) {
  constexpr auto kOthers = std::to_array<std::u32string_view>({U"東京都", U"北海道", U"大阪府", U"京都府"});
  for (const std::u32string_view name : kOthers) {
    if (text.starts_with(name)) {
      text.erase(0, name.size());
      return std::u32string(name);
    }
  }
  constexpr std::size_t kLongest = 4;  // 神奈川県
  return TakeUntil(U"県", kLongest, text);
}

}  // namespace

std::optional<PostalAddress> SplitJapaneseAddress(std::string_view address) {
  if (IsAscii(address)) return std::nullopt;  // nearly all are
  std::u32string text = DecodeUtf8(NormalizeText(address));
  const bool han = std::ranges::any_of(text, [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
  if (!han) return std::nullopt;
  PostalAddress parts;
  parts.postal_code = EncodeUtf8(TakeCode(text));
  text = DecodeUtf8(NormalizeText(EncodeUtf8(text)));
  const std::u32string prefecture = TakePrefecture(text);
  if (parts.postal_code.empty() && prefecture.empty()) return std::nullopt;
  constexpr std::size_t kLongestCity = 7;
  parts.region = EncodeUtf8(prefecture);
  std::u32string city = TakeUntil(U"市", kLongestCity, text);
  if (city.empty() && prefecture == U"東京都") city = TakeUntil(U"区", kLongestCity, text);
  parts.city = EncodeUtf8(city);
  parts.street = NormalizeText(EncodeUtf8(text));
  return parts;
}

}  // namespace kith
