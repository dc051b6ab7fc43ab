// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/image.h"
#include "core/reading.h"

namespace kith::ocr {

/// The QR codes on a card image, any way round, with their payloads as UTF-8. What a payload means (vCard,
/// MECARD, a web address) is the parser's work. Safe to call from every thread.
std::vector<Code> ReadCodes(const Image& card);

}  // namespace kith::ocr
