// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/image.h"

namespace kith::imaging {

/// Decodes a picture of a Motion JPEG camera or stream as kBgr24, by libjpeg-turbo and without a copy:
/// OpenCV's decoder takes more than three times as long, which at 30 pictures a second matters. EXIF is
/// ignored, and the Huffman tables may be left out, as Motion JPEG does. nullopt for what is no JPEG, cut
/// off, damaged, or has more than kMostPixels: a picture with a part missing is worse than none. Safe to use
/// from every thread.
std::optional<Image> DecodeJpegFrame(std::span<const std::uint8_t> bytes);

}  // namespace kith::imaging
