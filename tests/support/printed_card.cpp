// SPDX-License-Identifier: Apache-2.0
#include "tests/support/printed_card.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

#include <pango/pangocairo.h>

#if defined(__SANITIZE_ADDRESS__)
// Fontconfig keeps the patterns of the fonts that were asked for until the process ends and never frees them.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libfontconfig";
}
#endif

namespace kith::test {
namespace {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Deleter<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, Deleter<cairo_destroy>>;
using Font = std::unique_ptr<PangoFontDescription, Deleter<pango_font_description_free>>;
using Layout = std::unique_ptr<PangoLayout, Deleter<g_object_unref>>;

void SetColor(cairo_t* cairo, Rgb color) {
  cairo_set_source_rgb(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}

Box PrintLine(cairo_t* cairo, const PrintedLine& line) {
  const Layout layout(pango_cairo_create_layout(cairo));
  const Font font(pango_font_description_new());
  pango_font_description_set_family(font.get(), "Inter");
  pango_font_description_set_weight(font.get(), line.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font.get(), line.size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_text(layout.get(), line.text.c_str(), -1);
  SetColor(cairo, line.ink);
  cairo_move_to(cairo, line.left, line.top);
  pango_cairo_show_layout(cairo, layout.get());
  PangoRectangle ink;
  pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
  return {static_cast<int>(line.left) + ink.x, static_cast<int>(line.top) + ink.y, ink.width, ink.height};
}

/// Smooth veins: two crossing waves of different lengths.
double Marbling(int x, int y) {
  return std::sin(x / 23.0 + 3 * std::sin(y / 61.0)) * std::sin(y / 37.0 + x / 90.0);
}

/// Cairo's rows of B, G, R, unused to rows of B, G, R, marbled.
Image ToBgr(cairo_surface_t* surface, double texture) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const unsigned char* pixel = data + static_cast<std::ptrdiff_t>(y) * stride + x * 4;
      const double shade = texture * Marbling(x, y);
      for (int channel = 0; channel < 3; ++channel) {
        pixels.push_back(static_cast<std::uint8_t>(std::clamp(pixel[channel] + shade, 0.0, 255.0)));
      }
    }
  }
  return {width, height, PixelFormat::kBgr24, std::move(pixels)};
}

}  // namespace

PaintedCard Paint(const PrintedCard& card) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, card.width, card.height));
  const Cairo cairo(cairo_create(surface.get()));
  SetColor(cairo.get(), card.paper);
  cairo_paint(cairo.get());
  PaintedCard painted;
  for (const PrintedLine& line : card.lines)
    painted.ink_boxes.push_back(PrintLine(cairo.get(), line));
  painted.image = ToBgr(surface.get(), card.texture);
  return painted;
}

}  // namespace kith::test
