// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/picture.h"

#include <algorithm>

#include <imgui.h>

#include "ui/palette.h"

namespace kith::ui {
namespace {

/// So that ascenders, descenders and the neighbourhood can be seen.
constexpr double kCropMargin = 0.3;
constexpr int kMinCropMargin = 6;

Box WithMargin(const Box& box, const Image& card) {
  const int margin = std::max(kMinCropMargin, static_cast<int>(kCropMargin * box.height));
  return Intersection({box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin},
                      {0, 0, card.width(), card.height()});
}

}  // namespace

Area FitInto(const Area& room, int width, int height) {
  if (width <= 0 || height <= 0) return {room.x, room.y, 0, 0};
  const float scale =
      std::min(room.width / static_cast<float>(width), room.height / static_cast<float>(height));
  const float w = static_cast<float>(width) * scale;
  const float h = static_cast<float>(height) * scale;
  return {room.x + (room.width - w) / 2, room.y + (room.height - h) / 2, w, h};
}

void DrawPicture(Kit& kit, const Image& image, const Area& area, float rounding, PictureKind kind) {
  if (image.empty()) return;
  ImGui::GetWindowDrawList()->AddImageRounded(kit.textures.Of(image, kind), {area.x, area.y},
                                              {area.x + area.width, area.y + area.height}, {0, 0}, {1, 1},
                                              Rgb(0xFFFFFF), kit.Px(rounding));
}

void DrawMirrored(Kit& kit, const Image& image, const Area& area, float rounding, PictureKind kind) {
  if (image.empty()) return;
  ImGui::GetWindowDrawList()->AddImageRounded(kit.textures.Of(image, kind), {area.x, area.y},
                                              {area.x + area.width, area.y + area.height}, {1, 0}, {0, 1},
                                              Rgb(0xFFFFFF), kit.Px(rounding));
}

Area PictureRow(Kit& kit, const Image& image, float max_height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const Area fitted = FitInto({at.x, at.y, room, max_height}, image.width(), image.height());
  const Area area{fitted.x, at.y, fitted.width, fitted.height};
  DrawPicture(kit, image, area, 10);
  ImGui::GetWindowDrawList()->AddRect({area.x, area.y}, {area.x + area.width, area.y + area.height},
                                      Colors().line, kit.Px(radius::kInput), 0, kit.Px(1));
  ImGui::Dummy({room, area.height});
  return area;
}

void CropRow(Kit& kit, const Image& card, const Box& box, float max_width, float max_height) {
  const Box piece = WithMargin(box, card);
  if (piece.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area fitted = FitInto({0, 0, max_width, max_height}, piece.width, piece.height);
  const ImVec2 end = {at.x + fitted.width, at.y + fitted.height};
  const auto u = [&](int x) { return static_cast<float>(x) / static_cast<float>(card.width()); };
  const auto v = [&](int y) { return static_cast<float>(y) / static_cast<float>(card.height()); };
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddImageRounded(kit.textures.Of(card, PictureKind::kStill), at, end, {u(piece.x), v(piece.y)},
                        {u(piece.right()), v(piece.bottom())}, Rgb(0xFFFFFF), kit.Px(6));
  draw->AddRect(at, end, Colors().amber, kit.Px(radius::kPiece), 0, kit.Px(1));
  ImGui::Dummy({fitted.width, fitted.height});
}

Area PlaceOnScreen(const Image& image, const Area& area, const Box& box) {
  if (image.empty() || box.empty()) return {};
  const float scale = area.width / static_cast<float>(image.width());
  return {area.x + static_cast<float>(box.x) * scale, area.y + static_cast<float>(box.y) * scale,
          static_cast<float>(box.width) * scale, static_cast<float>(box.height) * scale};
}

void OutlineBox(Kit& kit, const Image& image, const Area& area, const Box& box) {
  if (image.empty() || box.empty()) return;
  const Area place = PlaceOnScreen(image, area, box);
  const float margin = kit.Px(5);
  const ImVec2 min = {place.x - margin, place.y - margin};
  const ImVec2 max = {place.x + place.width + margin, place.y + place.height + margin};
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(min, max, WithAlpha(Colors().amber, 36), kit.Px(radius::kPiece));
  draw->AddRect(min, max, WithAlpha(Colors().sheet, 220), kit.Px(radius::kPiece), 0, kit.Px(5));
  draw->AddRect(min, max, Colors().amber, kit.Px(radius::kPiece), 0, kit.Px(2.5F));
}

Area OutlineQuad(Kit& kit, const Image& image, const Quad& quad, const Area& area, bool mirrored,
                 float width) {
  constexpr float kAround = 2;  // of a light line, that it stands off any ground
  const float scale = area.width / static_cast<float>(image.width());
  ImVec2 corners[4];
  ImVec2 least = {area.x + area.width, area.y + area.height};
  ImVec2 most = {area.x, area.y};
  for (std::size_t i = 0; i < 4; ++i) {
    const float x = static_cast<float>(quad[i].x) * scale;
    corners[i] = {area.x + (mirrored ? area.width - x : x), area.y + static_cast<float>(quad[i].y) * scale};
    least = {std::min(least.x, corners[i].x), std::min(least.y, corners[i].y)};
    most = {std::max(most.x, corners[i].x), std::max(most.y, corners[i].y)};
  }
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->PushClipRect({area.x, area.y}, {area.x + area.width, area.y + area.height}, true);
  draw->AddPolyline(corners, 4, Colors().on_night, ImDrawFlags_Closed, kit.Px(width + 2 * kAround));
  draw->AddPolyline(corners, 4, Colors().accent, ImDrawFlags_Closed, kit.Px(width));
  draw->PopClipRect();
  return {least.x, least.y, most.x - least.x, most.y - least.y};
}

}  // namespace kith::ui
