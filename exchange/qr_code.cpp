// SPDX-License-Identifier: Apache-2.0
#include "exchange/qr_code.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include <qrencode.h>

namespace kith::exchange {
namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// With the margin around it; outside of the code everything is light.
bool IsDark(const QrCode& code, int x, int y) {
  x -= QrCode::kMargin;
  y -= QrCode::kMargin;
  return x >= 0 && y >= 0 && x < code.size && y < code.size && code.IsDark(x, y);
}

int WholeSize(const QrCode& code) {
  return code.size + 2 * QrCode::kMargin;
}

}  // namespace

std::optional<QrCode> MakeQrCode(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  const std::unique_ptr<QRcode, FreeCode> made(QRcode_encodeData(
      static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_M));
  if (!made || made->width > kMostQrSquares) return std::nullopt;
  QrCode code{.size = made->width};
  const auto squares = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  for (std::size_t i = 0; i < squares; ++i)
    code.dark.push_back((made->data[i] & 1U) != 0);
  return code;
}

Image QrPicture(const QrCode& code, int pixels) {
  constexpr std::uint8_t kLight = 255;
  const int side = WholeSize(code) * pixels;
  std::vector<std::uint8_t> shades(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), kLight);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      if (IsDark(code, x / pixels, y / pixels))
        shades[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)] =
            0;
    }
  }
  return Image(side, side, PixelFormat::kGray8, std::move(shades));
}

std::string QrDrawing(const QrCode& code) {
  const std::string side = std::to_string(WholeSize(code));
  std::string path;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.IsDark(x, y)) continue;
      int run = 1;
      while (x + run < code.size && code.IsDark(x + run, y))
        ++run;
      path += "M" + std::to_string(x + QrCode::kMargin) + " " + std::to_string(y + QrCode::kMargin) + "h" +
              std::to_string(run) + "v1h-" + std::to_string(run) + "z";
      x += run;
    }
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\" height=\"60mm\" viewBox=\"0 0 " +
         side + " " + side + "\" shape-rendering=\"crispEdges\">\n<rect width=\"" + side + "\" height=\"" +
         side + "\" fill=\"#fff\"/>\n<path fill=\"#000\" d=\"" + path + "\"/>\n</svg>\n";
}

std::string QrText(const QrCode& code, bool colored) {
  constexpr const char* kBlackOnWhite = "\x1B[38;5;16;48;5;231m";
  constexpr const char* kPlain = "\x1B[0m";
  std::string text;
  for (int y = 0; y < WholeSize(code); y += 2) {
    if (colored) text += kBlackOnWhite;
    for (int x = 0; x < WholeSize(code); ++x) {
      const bool upper = IsDark(code, x, y);
      const bool lower = IsDark(code, x, y + 1);
      text += upper && lower ? "\u2588" : upper ? "\u2580" : lower ? "\u2584" : " ";
    }
    if (colored) text += kPlain;
    text += '\n';
  }
  return text;
}

}  // namespace kith::exchange
