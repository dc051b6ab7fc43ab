// SPDX-License-Identifier: Apache-2.0
#include "core/visual_text.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

#include "core/text.h"

namespace kith {
namespace {

icu::UnicodeString Joined(const icu::UnicodeString& line) {
  icu::UnicodeString joined;
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = u_shapeArabic(
      line.getBuffer(), line.length(), joined.getBuffer(line.length()), line.length(),
      U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK, &status);
  joined.releaseBuffer(U_SUCCESS(status) ? size : 0);
  return U_SUCCESS(status) ? joined : line;
}

icu::UnicodeString Ordered(const icu::UnicodeString& line) {
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  icu::UnicodeString ordered;
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), line.getBuffer(), line.length(), UBIDI_DEFAULT_LTR, nullptr, &status);
  const std::int32_t size = ubidi_writeReordered(
      bidi.get(), ordered.getBuffer(line.length()), line.length(),
      UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS | UBIDI_KEEP_BASE_COMBINING, &status);
  ordered.releaseBuffer(U_SUCCESS(status) ? size : 0);
  return U_SUCCESS(status) ? ordered : line;
}

}  // namespace

bool IsRightToLeft(char32_t letter) {
  return (letter >= 0x590 && letter <= 0x8FF) || (letter >= 0xFB1D && letter <= 0xFDFF) ||
         (letter >= 0xFE70 && letter <= 0xFEFC);
}

bool HasRightToLeft(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !std::ranges::all_of(text, is_ascii) && std::ranges::any_of(DecodeUtf8(text), IsRightToLeft);
}

std::string InVisualOrder(std::string_view text) {
  std::string shown;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    Ordered(Joined(icu::UnicodeString::fromUTF8({line.data(), static_cast<std::int32_t>(line.size())})))
        .toUTF8String(shown);
    if (end < text.size()) shown += '\n';
    begin = end + 1;
  }
  return shown;
}

}  // namespace kith
