// SPDX-License-Identifier: Apache-2.0
#include "imaging/picture_header.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace kith::imaging {
namespace {

using Bytes = std::span<const std::uint8_t>;

bool HasAt(Bytes bytes, std::size_t at, std::string_view magic) {
  return bytes.size() >= at + magic.size() &&
         std::equal(magic.begin(), magic.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

/// An unsigned number of `count` bytes; 0 if it isn't all there.
long long Number(Bytes bytes, std::size_t at, std::size_t count, bool little_endian) {
  if (bytes.size() < at + count) return 0;
  long long value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value = value << 8 | bytes[at + (little_endian ? count - 1 - i : i)];
  }
  return value;
}
long long Big(Bytes bytes, std::size_t at, std::size_t count) {
  return Number(bytes, at, count, false);
}
long long Little(Bytes bytes, std::size_t at, std::size_t count) {
  return Number(bytes, at, count, true);
}

constexpr std::uint8_t kStartOfScan = 0xDA;
constexpr std::uint8_t kEndOfImage = 0xD9;

/// SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC).
bool IsFrameHeader(std::uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
/// Markers without a length: TEM, RST0 … RST7, SOI.
bool StandsAlone(std::uint8_t marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// The next marker at or behind `at`, which is moved behind it; 0 at the end of the bytes. Skips fill bytes,
/// and in entropy-coded data the stuffed zeros.
std::uint8_t NextMarker(Bytes bytes, std::size_t& at) {
  while (at + 1 < bytes.size()) {
    if (bytes[at] == 0xFF && bytes[at + 1] != 0x00 && bytes[at + 1] != 0xFF) {
      at += 2;
      return bytes[at - 1];
    }
    ++at;
  }
  return 0;
}

/// Walks the segments of a JPEG up to its end. `visit(marker, offset of the segment's length)`: false stops.
/// Returns whether the end of the image was reached.
template <typename Visit>
bool WalkJpeg(Bytes bytes, Visit visit) {
  std::size_t at = 2;
  while (const std::uint8_t marker = NextMarker(bytes, at)) {
    if (marker == kEndOfImage) return true;
    if (StandsAlone(marker)) continue;
    if (!visit(marker, at)) return false;
    const auto length = static_cast<std::size_t>(Big(bytes, at, 2));
    if (length < 2) return false;
    at += length;
  }
  return false;
}

PictureHeader JpegHeader(Bytes bytes) {
  PictureHeader header{PictureFormat::kJpeg, 0, 0};
  WalkJpeg(bytes, [&](std::uint8_t marker, std::size_t at) {
    if (IsFrameHeader(marker)) {
      header.height = Big(bytes, at + 3, 2);
      header.width = Big(bytes, at + 5, 2);
    }
    return !IsFrameHeader(marker) && marker != kStartOfScan;
  });
  return header;
}

PictureHeader WebpHeader(Bytes bytes) {
  constexpr std::size_t kHeaderLength = 30;
  PictureHeader header{PictureFormat::kWebp, 0, 0};
  if (bytes.size() < kHeaderLength) return header;
  if (HasAt(bytes, 12, "VP8X")) {
    header.width = Little(bytes, 24, 3) + 1;
    header.height = Little(bytes, 27, 3) + 1;
  } else if (HasAt(bytes, 12, "VP8L")) {
    const long long packed = Little(bytes, 21, 4);
    header.width = (packed & 0x3FFF) + 1;
    header.height = (packed >> 14 & 0x3FFF) + 1;
  } else if (HasAt(bytes, 12, "VP8 ")) {
    header.width = Little(bytes, 26, 2) & 0x3FFF;
    header.height = Little(bytes, 28, 2) & 0x3FFF;
  }
  return header;
}

PictureHeader TiffHeader(Bytes bytes) {
  constexpr int kWidthTag = 256, kHeightTag = 257, kShort = 3;
  const bool little = bytes[0] == 'I';
  PictureHeader header{PictureFormat::kTiff, 0, 0};
  const auto directory = static_cast<std::size_t>(Number(bytes, 4, 4, little));
  const auto entries = static_cast<std::size_t>(Number(bytes, directory, 2, little));
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    const long long tag = Number(bytes, entry, 2, little);
    if (tag > kHeightTag) break;  // sorted by tag
    const long long value =
        Number(bytes, entry + 8, Number(bytes, entry + 2, 2, little) == kShort ? 2 : 4, little);
    if (tag == kWidthTag) header.width = value;
    if (tag == kHeightTag) header.height = value;
  }
  return header;
}

/// BITMAPINFOHEADER; the height is negative for rows from the top.
PictureHeader BmpHeader(Bytes bytes) {
  const auto as_signed = [](long long value) {
    return std::abs(static_cast<long long>(static_cast<std::int32_t>(value)));
  };
  return {PictureFormat::kBmp, as_signed(Little(bytes, 18, 4)), as_signed(Little(bytes, 22, 4))};
}

bool IsHeif(Bytes bytes) {
  return HasAt(bytes, 4, "ftyp") &&
         (HasAt(bytes, 8, "hei") || HasAt(bytes, 8, "hev") || HasAt(bytes, 8, "mif1") ||
          HasAt(bytes, 8, "msf1") || HasAt(bytes, 8, "avif"));
}

bool PngIsCutOff(Bytes bytes) {
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    if (HasAt(bytes, at + 4, "IEND")) return false;
    at += 12 + static_cast<std::size_t>(Big(bytes, at, 4));
  }
  return true;
}

}  // namespace

std::optional<PictureHeader> ReadPictureHeader(Bytes bytes) {
  if (HasAt(bytes, 0, "\xFF\xD8\xFF")) return JpegHeader(bytes);
  if (HasAt(bytes, 0, "\x89PNG\r\n\x1A\n")) {
    return PictureHeader{PictureFormat::kPng, Big(bytes, 16, 4), Big(bytes, 20, 4)};
  }
  if (HasAt(bytes, 0, "RIFF") && HasAt(bytes, 8, "WEBP")) return WebpHeader(bytes);
  if (HasAt(bytes, 0, "BM")) return BmpHeader(bytes);
  if (HasAt(bytes, 0, {"II*\0", 4}) || HasAt(bytes, 0, {"MM\0*", 4})) return TiffHeader(bytes);
  if (IsHeif(bytes)) return PictureHeader{PictureFormat::kHeif, 0, 0};
  return std::nullopt;
}

bool IsCutOff(Bytes bytes, PictureFormat format) {
  if (format == PictureFormat::kPng) return PngIsCutOff(bytes);
  if (format == PictureFormat::kJpeg) return !WalkJpeg(bytes, [](std::uint8_t, std::size_t) { return true; });
  return false;
}

}  // namespace kith::imaging
