// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace kith::imaging {

enum class PictureFormat { kJpeg, kPng, kWebp, kBmp, kTiff, kHeif };

/// What the first bytes of a picture file say, without decoding it.
struct PictureHeader {
  PictureFormat format = PictureFormat::kJpeg;
  long long width = 0;  ///< before EXIF orientation; 0 if the header doesn't tell
  long long height = 0;
};

/// nullopt if the bytes begin like none of the formats. Never reads outside of `bytes`.
/// Sources: ITU T.81 annex B (JPEG), PNG 1.2 section 11.2.2, RFC 9649 (WebP), TIFF 6.0 section 2, ISO
/// 14496-12.
std::optional<PictureHeader> ReadPictureHeader(std::span<const std::uint8_t> bytes);

/// Whether a JPEG or PNG file ends before its picture does. Bytes behind the end are fine: phones put film
/// clips there. Decoders only warn about it and fill the rest with grey.
bool IsCutOff(std::span<const std::uint8_t> bytes, PictureFormat format);

}  // namespace kith::imaging
