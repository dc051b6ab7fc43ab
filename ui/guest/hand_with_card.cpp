// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/guest/guest_parts.h"

namespace kith::ui {
namespace {

constexpr double kFilm = 4.0;       ///< seconds
constexpr double kComes = 1.1;      ///< so long the hand comes
constexpr double kGoesAt = 3.0;     ///< then it goes
constexpr double kSeenAt = 1.5;     ///< the camera has seen enough
constexpr float kDrawnWidth = 400;  ///< of the drawing, in its own units
constexpr float kDrawnHeight = 300;

/// 0 to 1 with a soft start and end.
float Eased(double part) {
  const auto x = static_cast<float>(std::clamp(part, 0.0, 1.0));
  return x * x * (3 - 2 * x);
}

/// Draws in units of the drawing.
class Pen {
 public:
  Pen(const Area& area) {
    scale_ = std::min(area.width / kDrawnWidth, area.height / kDrawnHeight);
    left_ = area.x + (area.width - kDrawnWidth * scale_) / 2;
    top_ = area.y + (area.height - kDrawnHeight * scale_) / 2;
  }
  void Box(float x, float y, float width, float height, Color color, float rounding) const {
    draw_->AddRectFilled(At(x, y), At(x + width, y + height), color, rounding * scale_);
  }
  void Frame(float x, float y, float width, float height, Color color, float rounding) const {
    draw_->AddRect(At(x, y), At(x + width, y + height), color, rounding * scale_, 0, 3 * scale_);
  }
  void Disc(float x, float y, float radius, Color color) const {
    draw_->AddCircleFilled(At(x, y), radius * scale_, color, 48);
  }
  void Tick(float x, float y, float size, Color color) const {
    const ImVec2 points[] = {At(x - size * 0.45F, y), At(x - size * 0.1F, y + size * 0.35F),
                             At(x + size * 0.5F, y - size * 0.35F)};
    draw_->AddPolyline(points, 3, color, 0, 5 * scale_);
  }

 private:
  ImVec2 At(float x, float y) const { return {left_ + x * scale_, top_ + y * scale_}; }

  ImDrawList* draw_ = ImGui::GetWindowDrawList();
  float left_ = 0, top_ = 0, scale_ = 1;
};

void DrawCamera(const Pen& pen, bool seen) {
  pen.Box(150, 8, 100, 46, Colors().night, 16);
  pen.Disc(200, 31, 15, Colors().on_night);
  pen.Disc(200, 31, 9, Colors().night);
  pen.Disc(234, 20, 4, seen ? Colors().amber : Colors().soft_ink);
}

void DrawCard(const Pen& pen, float y, bool seen) {
  pen.Box(115, y, 170, 102, Colors().sheet, 8);
  pen.Frame(115, y, 170, 102, seen ? Colors().accent : Colors().input_line, 8);
  pen.Box(133, y + 20, 84, 11, Colors().ink, 4);
  pen.Box(133, y + 40, 60, 7, Colors().input_line, 3);
  pen.Box(133, y + 66, 100, 6, Colors().input_line, 3);
  pen.Box(133, y + 79, 76, 6, Colors().input_line, 3);
  pen.Disc(256, y + 30, 13, Colors().accent_tint);
}

/// Fingers behind the card, the thumb before it: in two parts.
void DrawFingers(const Pen& pen, float y) {
  pen.Box(232, y + 52, 84, 190, Colors().grab, 40);
  for (const float x : {222.0F, 240.0F, 258.0F})
    pen.Box(x, y + 34, 26, 96, Colors().grab, 13);
}

void DrawThumb(const Pen& pen, float y) {
  pen.Box(262, y + 54, 30, 74, Colors().grab_lit, 15);
  pen.Box(264, y + 150, 88, 170, Colors().accent, 14);
}

}  // namespace

void DrawHandWithCard(Kit&, const Area& area, double seconds) {
  const double at = std::fmod(seconds, kFilm);
  const float near = at < kGoesAt ? Eased(at / kComes) : 1 - Eased((at - kGoesAt) / (kFilm - kGoesAt));
  const bool seen = at > kSeenAt && at < kGoesAt;
  const Pen pen(area);
  ImGui::GetWindowDrawList()->PushClipRect({area.x, area.y}, {area.x + area.width, area.y + area.height},
                                           true);
  DrawCamera(pen, seen);
  const float y = 300 - 204 * near;
  DrawFingers(pen, y);
  DrawCard(pen, y, seen);
  DrawThumb(pen, y);
  if (seen) {
    pen.Disc(200, y + 51, 30, Colors().accent);
    pen.Tick(200, y + 51, 30, Colors().on_accent);
  }
  ImGui::GetWindowDrawList()->PopClipRect();
}

}  // namespace kith::ui
