// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/host_card.h"
#include "core/image.h"

namespace kith::exchange {

/// A code of at most so many squares a side (version 17): the camera of a phone reads it from a screen at
/// arm's length.
inline constexpr int kMostQrSquares = 85;

/// The bytes as a QR code of level M, which stands up to a reflection on the screen; nullopt if they don't
/// fit (504 bytes do).
std::optional<QrCode> MakeQrCode(std::string_view bytes);

/// Black on white, with its margin; each square so many pixels wide and high.
Image QrPicture(const QrCode& code, int pixels);

/// The same as a drawing for print, 60 mm wide.
std::string QrDrawing(const QrCode& code);

/// For a terminal: two rows of squares a line. `colored`: black on white by escape sequences, whatever the
/// terminal's colours; else dark squares are full blocks, right on light paper only.
std::string QrText(const QrCode& code, bool colored);

}  // namespace kith::exchange
