// SPDX-License-Identifier: Apache-2.0
#include "core/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace kith {
namespace {

constexpr std::size_t kMostSampleBytes = 16U << 10U;

std::size_t Utf8MarkBytes(std::string_view begin) {
  return begin.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

/// What ICU's detector calls the bytes; empty if it isn't sure.
std::string Detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  constexpr std::int32_t kSure = 20;  // of 100
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || ucsdet_getConfidence(match, &status) < kSure) return {};
  return name;
}

}  // namespace

std::optional<std::string> Utf8From(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status) || !converter) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  return text.toUTF8String(utf8);
}

bool IsUtf8(std::string_view bytes) {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

void CharsetDetector::Add(std::string_view bytes) {
  if (begin_.size() < 4) begin_ += bytes.substr(0, 4 - begin_.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++((size_ + i) % 2 == 0 ? even_zeros_ : odd_zeros_);
  }
  size_ += bytes.size();
  if (!utf8_ && sample_.size() >= kMostSampleBytes) return;

  // A character may be cut by the end of a piece: what follows the last ASCII byte waits.
  std::string piece = std::exchange(tail_, {}) + std::string(bytes);
  const auto last_ascii = std::find_if(piece.rbegin(), piece.rend(), [](char c) { return (c & 0x80) == 0; });
  tail_ = piece.substr(static_cast<std::size_t>(piece.rend() - last_ascii));
  if (tail_.size() > kMostSampleBytes) {
    utf8_ = utf8_ && IsUtf8(tail_);
    tail_.clear();
  }
  piece.resize(piece.size() - tail_.size());
  utf8_ = utf8_ && IsUtf8(piece);

  constexpr std::size_t kAround = 32;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < piece.size() && sample_.size() < kMostSampleBytes; ++i) {
    if ((piece[i] & 0x80) == 0) continue;
    const std::size_t from = std::max(taken, i < kAround ? 0 : i - kAround);
    if (i < from) continue;
    taken = std::min(piece.size(), i + kAround);
    sample_ += piece.substr(from, taken - from);
  }
}

std::string CharsetDetector::Charset() const {
  if (Utf8MarkBytes(begin_) > 0) return "UTF-8";
  if (begin_.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (begin_.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (10 * odd_zeros_ > 3 * size_ && even_zeros_ < odd_zeros_ / 4) return "UTF-16LE";
  if (10 * even_zeros_ > 3 * size_ && odd_zeros_ < even_zeros_ / 4) return "UTF-16BE";
  if (utf8_ && IsUtf8(tail_)) return "UTF-8";
  std::string name = Detected(sample_ + tail_);
  // The C1 control characters of ISO-8859-1 occur in no text, the quotes and dashes of Windows-1252 do; and
  // text in Latin letters is too little like a language here for the rarer ones to be told.
  if (name.empty() || name == "ISO-8859-1" || name.starts_with("UTF-16") || name.starts_with("UTF-32") ||
      name.starts_with("IBM"))
    name = "windows-1252";
  return name;
}

std::size_t CharsetDetector::MarkBytes() const {
  if (begin_.starts_with("\xFF\xFE") || begin_.starts_with("\xFE\xFF")) return 2;
  return Utf8MarkBytes(begin_);
}

void Utf8Decoder::Close::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

std::optional<Utf8Decoder> Utf8Decoder::For(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status) || converter == nullptr) return std::nullopt;
  return Utf8Decoder(converter);
}

std::string Utf8Decoder::Decode(std::string_view bytes, bool last) {
  std::array<UChar, 4096> units{};
  icu::UnicodeString text;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter_.get(), &to, units.data() + units.size(), &from, end, nullptr,
                   static_cast<UBool>(last), &status);
    text.append(units.data(), 0, static_cast<std::int32_t>(to - units.data()));
  }
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace kith
