// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sample_pictures.h"

#include <cmath>
#include <functional>
#include <memory>

#include <pango/pangocairo.h>

namespace kith::ui::test {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

constexpr int kCardWidth = 1050;
constexpr int kCardHeight = 600;

Surface MakeSurface(int width, int height) {
  return Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), cairo_surface_destroy);
}

Image ToImage(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const unsigned char* p = data + y * stride + x * 4;
      pixels.insert(pixels.end(), {p[0], p[1], p[2]});
    }
  }
  return Image(width, height, PixelFormat::kBgr24, std::move(pixels));
}

void SetColor(cairo_t* cairo, unsigned rgb) {
  cairo_set_source_rgb(cairo, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

void Print(cairo_t* cairo, const char* font, unsigned rgb, double x, double y, const char* text) {
  const std::unique_ptr<PangoLayout, decltype(&g_object_unref)> layout(pango_cairo_create_layout(cairo),
                                                                       g_object_unref);
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> description(
      pango_font_description_from_string(font), pango_font_description_free);
  pango_layout_set_font_description(layout.get(), description.get());
  pango_layout_set_text(layout.get(), text, -1);
  SetColor(cairo, rgb);
  cairo_move_to(cairo, x, y);
  pango_cairo_show_layout(cairo, layout.get());
}

void PrintAda(cairo_t* cairo) {
  SetColor(cairo, 0xFDFCF8);
  cairo_paint(cairo);
  SetColor(cairo, 0x3B7A57);
  cairo_arc(cairo, 1050, 0, 330, 0, 2 * M_PI);
  cairo_fill(cairo);
  SetColor(cairo, 0xE8C56B);
  cairo_arc(cairo, 930, 320, 70, 0, 2 * M_PI);
  cairo_fill(cairo);
  Print(cairo, "Inter Semi-Bold 26", 0x3B7A57, 70, 70, "Example & Daughters");
  Print(cairo, "Inter Bold 36", 0x222222, 70, 190, "Ada van der Example");
  Print(cairo, "Inter 21", 0x555555, 70, 262, "Head of Gardens");
  Print(cairo, "Inter 20", 0x222222, 70, 384, "(415) 555-0123 x12");
  Print(cairo, "Inter 20", 0x222222, 70, 432, "ada@example.com");
  Print(cairo, "Inter 20", 0x222222, 70, 480, "www.example.com");
  Print(cairo, "Inter 20", 0x222222, 70, 528, "1 Main Street, Springfield");
}

void PrintBo(cairo_t* cairo) {
  SetColor(cairo, 0x1F2A38);
  cairo_paint(cairo);
  Print(cairo, "Inter Bold 40", 0xFFFFFF, 90, 200, "Bo Sample");
  Print(cairo, "Inter 22", 0xE8A54B, 90, 280, "Engineer, Sample Works");
  Print(cairo, "Inter 20", 0xCCD3DC, 90, 440, "bo@example.org    +1 415 555 0199");
}

void PrintYamada(cairo_t* cairo) {
  SetColor(cairo, 0xFFFFFF);
  cairo_paint(cairo);
  SetColor(cairo, 0xB5402F);
  cairo_rectangle(cairo, 0, 0, 24, 600);
  cairo_fill(cairo);
  Print(cairo, "Noto Sans CJK JP 24", 0x333333, 110, 110, "株式会社サンプル");
  Print(cairo, "Noto Sans CJK JP Bold 44", 0x111111, 110, 230, "山田 太郎");
  Print(cairo, "Inter 20", 0x333333, 110, 420, "taro@example.jp");
}

Surface PrintCard(const std::function<void(cairo_t*)>& print) {
  Surface surface = MakeSurface(kCardWidth, kCardHeight);
  const Context cairo(cairo_create(surface.get()), cairo_destroy);
  print(cairo.get());
  return surface;
}

/// The card held a little askew before a soft background.
void DrawCamera(cairo_surface_t* card, SamplePictures& pictures) {
  const Surface frame = MakeSurface(1280, 720);
  const Context cairo(cairo_create(frame.get()), cairo_destroy);
  cairo_pattern_t* room = cairo_pattern_create_linear(0, 0, 1280, 720);
  cairo_pattern_add_color_stop_rgb(room, 0, 0.36, 0.33, 0.31);
  cairo_pattern_add_color_stop_rgb(room, 1, 0.60, 0.53, 0.46);
  cairo_set_source(cairo.get(), room);
  cairo_paint(cairo.get());
  cairo_pattern_destroy(room);
  cairo_matrix_t card_in_frame;
  cairo_matrix_init_translate(&card_in_frame, 330, 170);
  cairo_matrix_rotate(&card_in_frame, 0.07);
  cairo_matrix_scale(&card_in_frame, 0.62, 0.62);
  cairo_set_matrix(cairo.get(), &card_in_frame);
  cairo_set_source_surface(cairo.get(), card, 0, 0);
  cairo_paint(cairo.get());
  Quad outline = {Point{0, 0}, Point{kCardWidth, 0}, Point{kCardWidth, kCardHeight}, Point{0, kCardHeight}};
  for (Point& corner : outline)
    cairo_matrix_transform_point(&card_in_frame, &corner.x, &corner.y);
  pictures.camera = ToImage(frame.get());
  pictures.outline = outline;
}

}  // namespace

SamplePictures DrawSamplePictures() {
  SamplePictures pictures;
  const Surface ada = PrintCard(PrintAda);
  pictures.ada = ToImage(ada.get());
  pictures.bo = ToImage(PrintCard(PrintBo).get());
  pictures.yamada = ToImage(PrintCard(PrintYamada).get());
  DrawCamera(ada.get(), pictures);
  return pictures;
}

}  // namespace kith::ui::test
