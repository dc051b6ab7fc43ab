// SPDX-License-Identifier: Apache-2.0
#include "tools/cardpress/typeset.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>
#include <qrencode.h>

#include "imaging/mat.h"
#include "tools/cardpress/background.h"

namespace kith::tools {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kSmallestPoints = 5.5;

struct Free {
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(QRcode* code) const { QRcode_free(code); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

void SetInk(cairo_t* cr, Ink ink, double opacity = 1) {
  cairo_set_source_rgba(cr, ink.red, ink.green, ink.blue, opacity);
}

Owned<PangoLayout> LayoutInPixels(cairo_t* cr) {
  cairo_save(cr);
  cairo_identity_matrix(cr);
  Owned<PangoLayout> layout(pango_cairo_create_layout(cr));
  // Letters stand where the type designer wants them, not on whole pixels: small prints look like large ones.
  pango_context_set_round_glyph_positions(pango_layout_get_context(layout.get()), FALSE);
  cairo_restore(cr);
  return layout;
}

/// A run as Pango sees it. Pango works in pixels, everything around it in millimetres.
class SetRun {
 public:
  SetRun(cairo_t* cr, const Run& run, double scale) : layout_(LayoutInPixels(cr)) {
    double unused = 0;
    cairo_user_to_device_distance(cr, &pixels_per_mm_, &unused);
    const double size = run.size * scale * kMmPerPoint;
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), run.face.family.c_str());
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(run.face.weight));
    pango_font_description_set_style(font.get(), run.face.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    if (run.face.small_caps) pango_font_description_set_variant(font.get(), PANGO_VARIANT_SMALL_CAPS);
    pango_font_description_set_absolute_size(font.get(), size * pixels_per_mm_ * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_text(layout_.get(), run.text.c_str(), -1);
    PangoAttrList* attributes = pango_attr_list_new();
    const int spacing = static_cast<int>(run.face.spacing * size * pixels_per_mm_ * PANGO_SCALE);
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), &ink, &logical);
    ink_ = {Mm(ink.x), Mm(ink.y), Mm(ink.width), Mm(ink.height)};
    width_ = std::max(Mm(logical.width), run.min_width * size);
    baseline_ = Mm(pango_layout_get_baseline(layout_.get()));
  }

  double width() const { return width_; }

  /// Draws with the baseline's left end at (x, y) and returns the box of the ink.
  Area Draw(cairo_t* cr, double x, double y) const {
    cairo_save(cr);
    cairo_translate(cr, x, y - baseline_);
    cairo_scale(cr, 1 / pixels_per_mm_, 1 / pixels_per_mm_);
    pango_cairo_update_layout(cr, layout_.get());
    pango_cairo_show_layout(cr, layout_.get());
    cairo_restore(cr);
    return {x + ink_.x, y - baseline_ + ink_.y, ink_.width, ink_.height};
  }

 private:
  double Mm(int pango_units) const { return pango_units / (pixels_per_mm_ * PANGO_SCALE); }

  Owned<PangoLayout> layout_;
  double pixels_per_mm_ = 1;
  Area ink_;
  double width_ = 0;
  double baseline_ = 0;
};

double LineSize(const Line& line) {
  double size = 0;
  for (const Run& run : line.runs)
    size = std::max(size, run.size);
  return size;
}

double LineWidth(cairo_t* cr, const Line& line, double scale) {
  double width = 0;
  for (const Run& run : line.runs)
    width += SetRun(cr, run, scale).width();
  return width;
}

double BlockHeight(const TextBlock& block, double scale) {
  double points = 0;
  for (const Line& line : block.lines)
    points += line.space_above + LineSize(line) * block.leading;
  return points * scale * kMmPerPoint;
}

/// The factor by which a block's text gets smaller to fit its area.
double FittingScale(cairo_t* cr, const TextBlock& block) {
  const double height = BlockHeight(block, 1);
  double scale = height > block.area.height ? block.area.height / height : 1;
  for (const Line& line : block.lines) {
    const double width = LineWidth(cr, line, scale);
    if (width > block.area.width) scale *= block.area.width / width * 0.995;
  }
  return scale;
}

double Offset(Align align, double room, double needed) {
  return align == Align::kStart ? 0 : align == Align::kCentre ? (room - needed) / 2 : room - needed;
}

bool IsContactText(const TextBlock& block) {
  for (const Line& line : block.lines) {
    for (const Run& run : line.runs) {
      if (run.value.kind >= ValueKind::kPhone) return true;
    }
  }
  return false;
}

/// Blocks of contact details keep one size among them, as in print: the fullest decides.
std::vector<double> BlockScales(cairo_t* cr, const std::vector<TextBlock>& blocks) {
  std::vector<double> scales;
  double contact_scale = 1;
  for (const TextBlock& block : blocks) {
    scales.push_back(FittingScale(cr, block));
    if (IsContactText(block)) contact_scale = std::min(contact_scale, scales.back());
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (IsContactText(blocks[i])) scales[i] = contact_scale;
  }
  return scales;
}

bool PrintBlock(cairo_t* cr, const TextBlock& block, double scale, std::vector<PrintedRun>& printed) {
  double y = block.area.y + Offset(block.down, block.area.height, BlockHeight(block, scale));
  for (const Line& line : block.lines) {
    const double size = LineSize(line) * scale;
    y += line.space_above * scale * kMmPerPoint;
    // The baseline of common faces is about four fifths down their em square.
    const double baseline = y + size * kMmPerPoint * (0.5 * block.leading + 0.3);
    double x = block.area.x + Offset(block.across, block.area.width, LineWidth(cr, line, scale));
    for (const Run& run : line.runs) {
      const SetRun set(cr, run, scale);
      SetInk(cr, run.ink);
      printed.push_back({run.value, run.text, set.Draw(cr, x, baseline)});
      x += set.width();
      if (run.size * scale < kSmallestPoints && !run.text.empty()) return false;
    }
    y += size * block.leading * kMmPerPoint;
  }
  return true;
}

void TraceOutline(cairo_t* cr, const Shape& shape) {
  const std::vector<Spot>& points = shape.outline;
  cairo_move_to(cr, points[0].x, points[0].y);
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (!shape.curved) {
      cairo_line_to(cr, points[i].x, points[i].y);
      continue;
    }
    // Catmull-Rom through the points, as Bezier curves.
    const Spot& a = points[i >= 2 ? i - 2 : 0];
    const Spot& b = points[i - 1];
    const Spot& c = points[i];
    const Spot& d = points[std::min(i + 1, points.size() - 1)];
    cairo_curve_to(cr, b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6, c.x - (d.x - b.x) / 6,
                   c.y - (d.y - b.y) / 6, c.x, c.y);
  }
  if (shape.closed) cairo_close_path(cr);
}

void PrintShape(cairo_t* cr, const Shape& shape) {
  if (shape.outline.empty()) return;
  TraceOutline(cr, shape);
  SetInk(cr, shape.ink, shape.opacity);
  if (shape.stroke > 0) {
    cairo_set_line_width(cr, shape.stroke);
    cairo_stroke(cr);
  } else {
    cairo_fill(cr);
  }
}

bool PrintCode(cairo_t* cr, const QrCode& code) {
  const Owned<QRcode> symbol(QRcode_encodeString(code.payload.c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1));
  if (!symbol) return false;
  const double module = code.area.width / symbol->width;
  SetInk(cr, code.dark);
  for (int y = 0; y < symbol->width; ++y) {
    for (int x = 0; x < symbol->width; ++x) {
      if (!(symbol->data[y * symbol->width + x] & 1)) continue;
      cairo_rectangle(cr, code.area.x + x * module, code.area.y + y * module, module, module);
    }
  }
  cairo_fill(cr);
  return true;
}

Owned<cairo_t> ContextOn(cv::Mat& bgra, double pixels_per_mm) {
  const Owned<cairo_surface_t> surface(cairo_image_surface_create_for_data(
      bgra.data, CAIRO_FORMAT_RGB24, bgra.cols, bgra.rows, static_cast<int>(bgra.step)));
  Owned<cairo_t> cr(cairo_create(surface.get()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cr.get(), options);
  cairo_font_options_destroy(options);
  cairo_scale(cr.get(), pixels_per_mm, pixels_per_mm);
  return cr;
}

}  // namespace

Result<PrintedCard> PrintCard(const CardDesign& design, double pixels_per_mm) {
  const cv::Size size(static_cast<int>(std::lround(design.width * pixels_per_mm)),
                      static_cast<int>(std::lround(design.height * pixels_per_mm)));
  cv::Mat page;
  cv::cvtColor(DrawBackground(design.background, size), page, cv::COLOR_BGR2BGRA);
  PrintedCard card;
  card.pixels_per_mm = pixels_per_mm;
  {
    const Owned<cairo_t> cr = ContextOn(page, pixels_per_mm);
    for (const Shape& shape : design.shapes)
      PrintShape(cr.get(), shape);
    for (const QrCode& code : design.codes) {
      if (!PrintCode(cr.get(), code))
        return Error{ErrorCode::kInvalidInput, "The QR code's text is too long."};
    }
    const std::vector<double> scales = BlockScales(cr.get(), design.text);
    for (std::size_t i = 0; i < design.text.size(); ++i) {
      if (!PrintBlock(cr.get(), design.text[i], scales[i], card.runs)) {
        return Error{ErrorCode::kInvalidInput, "The text doesn't fit the layout " + design.layout + "."};
      }
    }
  }
  cv::Mat bgr;
  cv::cvtColor(page, bgr, cv::COLOR_BGRA2BGR);
  card.image = imaging::ToImage(bgr);
  return card;
}

}  // namespace kith::tools
